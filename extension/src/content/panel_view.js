/** The quotations of a page as a list to step through: arrow keys move and show the place, Enter opens. */
OnRecord.panelView = (() => {
  const LONGEST = 160; // characters of a quotation in the list
  const LONGEST_FINDING = 240; // of what the page comes to

  /**
   * @param {PageAnswer} answer
   * @param {Texts} t
   * @param {boolean} cut whether the page is longer than what was sent
   * @param {PanelActions} actions
   */
  function draw(answer, t, cut, actions) {
    const { el, excerpt } = OnRecord.elements;
    const { summary, quotes, set_aside: aside } = answer;
    const list = el("ol", { class: "quotes", "aria-label": t("page_quotes"), onkeydown: step });
    const why = new Map(summary.look_first.map(({ quote, why: reason }) => [quote, reason]));
    list.append(...quotes.map((quote, at) => item(quote, at, why.get(at), t, actions)));
    const buttons = [...list.querySelectorAll("button")];
    select(0, false);

    /** @param {KeyboardEvent} event */
    function step(event) {
      const at = buttons.findIndex((button) => button.tabIndex === 0);
      const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: buttons.length - 1 }[event.key];
      if (to === undefined) return;
      event.preventDefault();
      select(Math.max(0, Math.min(buttons.length - 1, to)), true);
    }

    /**
     * @param {number} at
     * @param {boolean} move
     */
    function select(at, move) {
      buttons.forEach((button, index) => {
        button.tabIndex = index === at ? 0 : -1;
        button.setAttribute("aria-current", String(index === at && move));
      });
      if (!move) return;
      buttons[at]?.focus();
      actions.point(at);
    }

    return el(
      "article",
      { class: "list", "data-tone": "plain" },
      el(
        "header",
        null,
        el("h2", { class: "verdict" }, t("page_title", summary.quotes)),
        quotes.length > 0 &&
          el("p", { class: "meaning" }, excerpt(summary.finding, LONGEST_FINDING, "en", t("show_all"))),
        !quotes.length && el("p", { class: "meaning" }, t("page_none")),
        el("ul", { class: "counts" }, counts(summary.verdicts, t)),
        summary.left_out > 0 && el("p", { class: "notice" }, t("page_left_out", summary.left_out)),
        cut && el("p", { class: "notice" }, t("page_cut")),
      ),
      list,
      aside.length > 0 && el("p", { class: "hint" }, t("page_set_aside", aside.length)),
      quotes.length > 0 && el("p", { class: "hint" }, t("page_keys")),
    );
  }

  /**
   * @param {PageQuote} quote
   * @param {number} at
   * @param {string | undefined} why it should be looked at first
   * @param {Texts} t
   * @param {PanelActions} actions
   */
  function item(quote, at, why, t, actions) {
    const { el } = OnRecord.elements;
    const { VERDICTS, tone, glyph } = OnRecord.codes;
    const { verdict, severity } = quote;
    const words = VERDICTS.includes(verdict) ? t(`verdict_${verdict}`) : t("verdict_unknown", verdict);
    return el(
      "li",
      { "data-tone": tone(verdict) },
      el(
        "button",
        { type: "button", "data-index": at, onclick: () => actions.open(at) },
        el("span", { class: "glyph", "aria-hidden": "true" }, glyph(verdict)),
        el("strong", null, severity === "high" ? `${words} · ${t("severity_high")}` : words),
        el("q", { dir: "auto" }, OnRecord.codePoints.beginning(quote.quote, LONGEST)),
        why && reason(quote, why, t),
      ),
    );
  }

  /**
   * @param {PageQuote} quote
   * @param {string} why as the server has it, in English
   * @param {Texts} t
   */
  function reason(quote, why, t) {
    const { el } = OnRecord.elements;
    const told = OnRecord.finding.told(quote, t);
    return told ? el("span", { class: "why" }, told) : el("span", { class: "why", lang: "en" }, why);
  }

  /**
   * @param {Record<string, number>} verdicts
   * @param {Texts} t
   */
  function counts(verdicts, t) {
    const { el } = OnRecord.elements;
    const { tone, glyph } = OnRecord.codes;
    return Object.entries(verdicts).map(([verdict, count]) => {
      return el("li", { "data-tone": tone(verdict) }, `${glyph(verdict)} ${t(`verdict_${verdict}`)}: ${count}`);
    });
  }

  return { draw };
})();
