/** Reporting a wrong answer. The reader sees to the letter what would be sent and to whom, and says yes, before anything is. */
OnRecord.reportView = (() => {
  const LONGEST_NOTE = 2_000;

  /**
   * @param {Answer} answer
   * @param {LookupRequest} request
   * @param {Texts} t
   * @param {string} server
   * @param {CardActions} actions
   */
  function draw(answer, request, t, server, actions) {
    const { el } = OnRecord.elements;
    const note = /** @type {HTMLTextAreaElement} */ (
      el("textarea", { id: "note", rows: 3, maxlength: LONGEST_NOTE, oninput: show })
    );
    const consent = /** @type {HTMLInputElement} */ (el("input", { type: "checkbox", id: "consent" }));
    const send = el("button", { type: "submit" }, t("report_send"));
    const outcome = el("p", { class: "minor", role: "status" });
    const preview = el("pre", { tabindex: "0", "aria-label": t("report_preview") });
    const form = el(
      "form",
      { class: "report", onsubmit: submit, novalidate: true },
      el("p", null, el("label", { for: "note" }, t("report_note")), note),
      el("p", { class: "label" }, t("report_preview")),
      preview,
      el("p", { class: "consent" }, consent, el("label", { for: "consent" }, t("report_consent", server))),
      el("p", { class: "links" }, send),
      outcome,
    );
    show();

    /** @returns {ReportRequest} */
    function body() {
      const written = note.value.trim();
      return {
        question: request,
        verdict: answer.verdict,
        snapshot: answer.engine.snapshot,
        engine_version: answer.engine.version,
        ...(written && { note: written }),
        ...(request.context.page_url && { page_url: request.context.page_url }),
        consent: true,
      };
    }

    function show() {
      preview.textContent = JSON.stringify(body(), null, 2);
    }

    /** @param {Event} event */
    async function submit(event) {
      event.preventDefault();
      if (!consent.checked) {
        outcome.textContent = t("report_needs_consent");
        consent.focus();
        return;
      }
      OnRecord.elements.busy(send, true);
      const sent = await actions.report?.(body());
      OnRecord.elements.busy(send, false);
      if (!sent) return;
      if ("failure" in sent) outcome.textContent = OnRecord.failureView.said(sent, t);
      else {
        outcome.textContent = t("report_sent", sent.value.id);
        form.replaceChildren(outcome);
        outcome.tabIndex = -1;
        outcome.focus();
      }
    }

    return el("details", { class: "searched" }, el("summary", null, t("report")), form);
  }

  return { draw };
})();
