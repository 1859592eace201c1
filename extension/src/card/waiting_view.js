/** What is shown while the server looks. */
OnRecord.waitingView = (() => {
  const LONG = 3_000; // milliseconds after which a reader wonders

  /**
   * @param {Texts} t
   * @param {string} quote
   * @param {string} server
   * @param {CardActions} actions
   */
  function draw(t, quote, server, actions) {
    const { el } = OnRecord.elements;
    const still = el("p", { class: "minor", role: "status" });
    setTimeout(() => {
      if (still.isConnected) still.textContent = t("still_waiting", server);
    }, LONG);
    return el(
      "article",
      { class: "answer waiting", "data-tone": "plain" },
      el("header", null, el("h2", { class: "verdict" }, t("looking"))),
      quote && el("blockquote", { class: "printed" }, el("q", { dir: "auto" }, quote)),
      el("div", { class: "pulse", "aria-hidden": "true" }),
      still,
      actions.close &&
        el(
          "p",
          { class: "links" },
          el("button", { type: "button", class: "quiet", onclick: actions.close }, t("cancel")),
        ),
    );
  }

  return { draw };
})();
