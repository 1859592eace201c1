/** The toolbar's popup. With a selection in the page it makes way for the card; else it looks up pasted words. */
(async () => {
  const { el } = OnRecord.elements;
  const { ask } = OnRecord.messaging;
  const LONGEST = 160; // characters of a quotation in the history
  const taken = await ask({ type: "selected" });
  if ("value" in taken && taken.value === true) return window.close();

  const { kit, t } = await OnRecord.pages.prepare();
  const find = (/** @type {string} */ id) => /** @type {HTMLElement} */ (document.getElementById(id));
  const words = /** @type {HTMLTextAreaElement} */ (find("words"));
  const answer = find("answer");
  const incognito = (await chrome.windows.getCurrent()).incognito;
  find("sent").textContent = t("sent_words", kit.server);
  find("options").addEventListener("click", options);
  find("ask").addEventListener("submit", (event) => {
    event.preventDefault();
    look(words.value);
  });
  words.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    look(words.value);
  });
  find("check").addEventListener("click", async () => {
    await ask({ type: "check" });
    window.close();
  });
  find("clear").addEventListener("click", async () => {
    await ask({ type: "forget" });
    await showHistory();
    words.focus();
  });
  // Shown once it listens: whoever types at once is heard.
  document.body.hidden = false;
  words.focus();
  await showHistory();

  async function options() {
    await ask({ type: "options" });
    window.close();
  }

  /** @param {string} text */
  async function look(text) {
    const quote = OnRecord.marks.trim(text.replace(/\s+/g, " "));
    if (!quote) return show({ failure: "nothing_selected" }, null);
    const context = {
      before: "",
      after: "",
      page_url: null,
      page_title: null,
      published: null,
      language: null,
      neighbours: [],
    };
    const request = { quote, context, policy: kit.policy };
    say(t("looking"));
    answer.replaceChildren(OnRecord.waitingView.draw(t, "", kit.server, {}));
    show(await ask({ type: "lookup", request, incognito }), request);
  }

  /**
   * @param {Outcome<Answer>} outcome
   * @param {LookupRequest | null} request
   */
  async function show(outcome, request) {
    if ("failure" in outcome || !request) {
      const failure = "failure" in outcome ? outcome : { failure: "nothing_selected" };
      answer.replaceChildren(OnRecord.failureView.draw(failure, t, { retry: () => look(words.value), options }));
      say(OnRecord.failureView.said(failure, t));
      return;
    }
    const report = (/** @type {ReportRequest} */ body) =>
      /** @type {Promise<Outcome<{id: string}>>} */ (ask({ type: "report", body }));
    answer.replaceChildren(OnRecord.answerView.draw(outcome.value, request, t, outcome.server, { report }));
    say(OnRecord.answerView.said(outcome.value, t));
    answer.focus();
    await showHistory();
  }

  async function showHistory() {
    const outcome = await ask({ type: "history" });
    const entries = /** @type {HistoryEntry[]} */ ("value" in outcome ? outcome.value : []);
    find("past").hidden = entries.length === 0;
    const list = /** @type {HTMLElement} */ (document.querySelector(".past"));
    list.replaceChildren(...entries.map(past));
  }

  /** @param {HistoryEntry} entry */
  function past(entry) {
    const { VERDICTS, tone, glyph } = OnRecord.codes;
    const verdict = VERDICTS.includes(entry.verdict) ? t(`verdict_${entry.verdict}`) : entry.verdict;
    const said = [entry.who, entry.date && t.date(entry.date)].filter(Boolean).join(", ");
    const again = el(
      "button",
      { type: "button", class: "quiet", onclick: () => refill(entry.quote) },
      el("q", { dir: "auto" }, OnRecord.codePoints.beginning(entry.quote, LONGEST)),
    );
    return el(
      "li",
      { "data-tone": tone(entry.verdict) },
      again,
      el("span", null, el("strong", null, `${glyph(entry.verdict)} ${verdict}`), said && ` · ${said}`),
      el("span", { class: "minor" }, t.moment(entry.when)),
    );
  }

  /** @param {string} quote */
  function refill(quote) {
    words.value = quote;
    look(quote);
  }

  /** @param {string} text */
  function say(text) {
    find("status").textContent = text;
  }
})();
