/** A failure: what is wrong, what to do, and the server's own sentence where it gave one. */
OnRecord.failureView = (() => {
  // Asking again cannot help with these.
  const FINAL = [
    "nothing_selected",
    "no_words",
    "too_long",
    "page_forbidden",
    "page_refuses",
    "outdated",
    "no_reports",
    "no_verify",
  ];
  const SETTINGS = [
    "server_down",
    "server_slow",
    "server_moved",
    "not_onrecord",
    "no_verify",
    "no_reports",
    "key_missing",
    "key_refused",
    "origin_refused",
  ];

  /**
   * @param {Failure} failure
   * @param {Texts} t
   */
  function remedy({ failure, seconds, server }, t) {
    if (failure === "rate_limited" || failure === "overloaded") {
      return seconds ? t(`failure_${failure}_remedy_seconds`, seconds) : t(`failure_${failure}_remedy`);
    }
    return t(`failure_${failure}_remedy`, server ?? "");
  }

  /**
   * @param {Failure} failure
   * @param {Texts} t
   * @param {CardActions} actions
   */
  function draw(failure, t, actions) {
    const { el } = OnRecord.elements;
    const code = failure.failure;
    return el(
      "article",
      { class: "answer failure", "data-tone": "plain", "data-failure": code },
      el(
        "header",
        null,
        el(
          "h2",
          { class: "verdict" },
          el("span", { class: "glyph", "aria-hidden": "true" }, "!"),
          " ",
          t(`failure_${code}`),
        ),
      ),
      el("p", { class: "finding" }, remedy(failure, t)),
      failure.detail && el("p", { class: "minor" }, `${t("server_said")} `, el("q", { lang: "en" }, failure.detail)),
      el(
        "p",
        { class: "links" },
        actions.retry &&
          !FINAL.includes(code) &&
          el("button", { type: "button", onclick: actions.retry }, t("try_again")),
        actions.options &&
          SETTINGS.includes(code) &&
          el("button", { type: "button", class: "quiet", onclick: actions.options }, t("open_options")),
      ),
    );
  }

  /**
   * @param {Failure} failure
   * @param {Texts} t
   */
  function said(failure, t) {
    return `${t(`failure_${failure.failure}`)} ${remedy(failure, t)}`;
  }

  return { draw, said };
})();
