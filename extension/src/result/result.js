/** The answer in a page of its own, for where no card can be shown: the browser's pages, stores, PDF viewers. */
(async () => {
  const { kit, t } = await OnRecord.pages.prepare();
  document.body.hidden = false;
  const answer = /** @type {HTMLElement} */ (document.getElementById("answer"));
  const status = /** @type {HTMLElement} */ (document.getElementById("status"));
  const id = location.hash.slice(1);
  const stored = id ? (await chrome.storage.session.get(id))[id] : null;
  const { request, failure, incognito } =
    /** @type {{request: LookupRequest | null, failure: Failure | null, incognito: boolean}} */ (
      stored ?? { request: null, failure: { failure: "nothing_selected" }, incognito: false }
    );
  if (request) look({ ...request, policy: kit.policy });
  else fail(failure ?? { failure: "nothing_selected" });

  /** @param {LookupRequest} asked */
  async function look(asked) {
    answer.replaceChildren(OnRecord.waitingView.draw(t, asked.quote, kit.server, {}));
    status.textContent = t("looking");
    const outcome = /** @type {Outcome<Answer>} */ (
      await OnRecord.messaging.ask({ type: "lookup", request: asked, incognito })
    );
    if ("failure" in outcome) return fail(outcome, () => look(asked));
    const report = (/** @type {ReportRequest} */ body) =>
      /** @type {Promise<Outcome<{id: string}>>} */ (OnRecord.messaging.ask({ type: "report", body }));
    answer.replaceChildren(OnRecord.answerView.draw(outcome.value, asked, t, outcome.server, { report }));
    status.textContent = OnRecord.answerView.said(outcome.value, t);
    answer.focus();
  }

  /**
   * @param {Failure} failed
   * @param {() => void} [retry]
   */
  function fail(failed, retry) {
    const options = () => OnRecord.messaging.ask({ type: "options" });
    answer.replaceChildren(OnRecord.failureView.draw(failed, t, { retry, options }));
    status.textContent = OnRecord.failureView.said(failed, t);
    answer.focus();
  }
})();
