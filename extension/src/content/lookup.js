/** The reader asked about some words: the card opens at once and fills when the answer is there. */
OnRecord.lookup = (() => {
  /**
   * @param {Kit} kit
   * @param {LookupRequest | null} request
   * @param {Failure} [failure] known before anything was sent
   */
  function show(kit, request, failure) {
    const shell = OnRecord.shell.open(kit, "card", OnRecord.selection.rectangle(), () => {
      OnRecord.messaging.ask({ type: "beside", request, failure });
    });
    const { t } = shell;
    performance.mark("onrecord-card");
    if (failure || !request) return fail(shell, failure ?? { failure: "nothing_selected" }, undefined);
    const asked = { ...request, policy: kit.policy };

    async function look() {
      const actions = { close: shell.close };
      shell.fill(OnRecord.waitingView.draw(t, asked.quote, kit.server, actions), t("looking"), {
        focus: true,
        said: t("looking"),
      });
      const outcome = /** @type {Outcome<Answer>} */ (await OnRecord.messaging.ask({ type: "lookup", request: asked }));
      if (OnRecord.shell.current() !== shell) return;
      if ("failure" in outcome) return fail(shell, outcome, look);
      const drawn = OnRecord.answerView.draw(outcome.value, asked, t, outcome.server, { report });
      shell.fill(drawn, OnRecord.answerView.said(outcome.value, t), {
        said: OnRecord.answerView.said(outcome.value, t),
      });
      performance.mark("onrecord-answer");
    }
    look();
  }

  /**
   * @param {Shell} shell
   * @param {Failure} failure
   * @param {(() => void) | undefined} retry
   */
  function fail(shell, failure, retry) {
    const { t } = shell;
    const drawn = OnRecord.failureView.draw(failure, t, { retry, options });
    shell.fill(drawn, t(`failure_${failure.failure}`), { focus: true, said: OnRecord.failureView.said(failure, t) });
  }

  function options() {
    OnRecord.messaging.ask({ type: "options" });
  }

  /**
   * @param {ReportRequest} body
   * @returns {Promise<Outcome<{id: string}>>}
   */
  function report(body) {
    return OnRecord.messaging.ask({ type: "report", body });
  }

  return { show };
})();
