/** The extension's own pages: their texts, and what hangs on the reader's language. */
OnRecord.pages = (() => {
  async function prepare() {
    const kit = await OnRecord.kits.make();
    const t = OnRecord.texts.make(kit.messages, kit.locale);
    document.documentElement.lang = t.locale;
    localise(document, t);
    return { kit, t };
  }

  /**
   * Puts texts where `data-text`, `data-label`, `data-title` and `data-hint` name them.
   * @param {ParentNode} root
   * @param {Texts} t
   */
  function localise(root, t) {
    for (const element of /** @type {NodeListOf<HTMLElement>} */ (root.querySelectorAll("[data-text]"))) {
      element.textContent = t(element.dataset.text ?? "");
    }
    for (const element of /** @type {NodeListOf<HTMLElement>} */ (root.querySelectorAll("[data-label]"))) {
      element.setAttribute("aria-label", t(element.dataset.label ?? ""));
    }
    for (const element of /** @type {NodeListOf<HTMLElement>} */ (root.querySelectorAll("[data-hint]"))) {
      element.setAttribute("placeholder", t(element.dataset.hint ?? ""));
    }
  }

  return { prepare, localise };
})();
