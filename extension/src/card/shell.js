/**
 * The element in the page that holds the card or the panel: a closed shadow root, so that the page sees neither what is
 * asked nor what is answered, in the top layer, so that nothing of the page covers or clips it.
 */
OnRecord.shell = (() => {
  const MARGIN = 8; // pixels between card, selection and window
  const WIDTH = 432;
  const ROOM = 440; // pixels of height that show a verdict and what it rests on; with less a card is better put elsewhere
  // What happens in the card is kept from the page's own listeners, which would take it for theirs or stop it. A page that
  // listens at the window hears it all the same: no secret is ever typed here.
  const KEPT =
    "keydown keyup keypress beforeinput input change click dblclick mousedown mouseup pointerdown pointerup copy cut paste contextmenu wheel touchstart touchend".split(
      " ",
    );

  const CHANCES = 3; // times that a card which the page has taken away is put back

  /** @type {Shell | null} */
  let shown = null;

  /**
   * @param {Kit} kit
   * @param {"card" | "panel"} kind
   * @param {DOMRect | null} anchor what the card explains, on the screen
   * @param {() => void} lost called once the page has taken the card away for good, and it is closed
   * @returns {Shell}
   */
  function open(kit, kind, anchor, lost) {
    shown?.close();
    // Left by an earlier version of the extension, whose scripts can no longer close them.
    for (const old of document.querySelectorAll("onrecord-card, onrecord-panel")) old.remove();
    const { el } = OnRecord.elements;
    const t = OnRecord.texts.make(kit.messages, kit.locale);
    const before = document.activeElement;
    const host = document.createElement(`onrecord-${kind}`);
    const root = host.attachShadow({ mode: "closed" });
    adopt(root, kit.sheet);

    const body = el("div", { class: "body" });
    const status = el("p", { class: "unseen", role: "status", "aria-live": "polite" });
    const closer = el(
      "button",
      { type: "button", class: "close", "aria-label": t("close"), title: t("close"), onclick: () => close() },
      "×",
    );
    const frame = el(
      "div",
      { class: `onrecord frame ${kind}`, role: "dialog", tabindex: "-1", lang: t.locale, dir: "ltr" },
      closer,
      body,
      status,
    );
    root.append(frame);
    /** @type {Element | null} */
    let pressed = null;
    window.addEventListener("keydown", onKey, true);
    for (const kept of KEPT)
      window.addEventListener(kept, keep, { capture: true, passive: /^wheel|^touch/.test(kept) });

    window.addEventListener("close", onDialogClosed, true);

    place(host, kind, anchor);
    put();
    let chances = CHANCES;
    const watch = new MutationObserver(() => {
      if (host.isConnected) return;
      const outdated = !chrome.runtime?.id; // a newer version of the extension took it away
      if (!outdated && chances-- > 0) return putBack();
      close();
      if (!outdated) lost();
    });
    watch.observe(document, { childList: true, subtree: true });

    function put() {
      (topmost() ?? document.documentElement).append(host);
      host.popover = "manual";
      host.showPopover();
    }

    function putBack() {
      put();
      frame.focus({ preventScroll: true });
    }

    /**
     * A dialog that is closed takes along what stands in it.
     * @param {Event} event
     */
    function onDialogClosed(event) {
      if (event.target instanceof HTMLDialogElement && event.target.contains(host)) putBack();
    }

    /** @param {Event} event */
    function keep(event) {
      if (event.target !== host) return;
      event.stopImmediatePropagation();
      const at =
        event instanceof MouseEvent && event.detail ? root.elementFromPoint(event.clientX, event.clientY) : null;
      if (event.type === "mousedown") pressed = at;
      // A press that began elsewhere, as when words are selected, is no click.
      else if (event.type !== "click" || !at || pressable(pressed) === pressable(at))
        OnRecord.elements.deliver(at ?? root.activeElement, event);
    }

    /** @param {KeyboardEvent} event */
    function onKey(event) {
      if (event.key !== "Escape" || event.isComposing || !event.isTrusted) return;
      event.preventDefault(); // or a modal dialog beneath would close with the card
      event.stopImmediatePropagation();
      close();
    }

    /**
     * @param {Node} content
     * @param {string} label
     * @param {{focus?: boolean, said?: string}} options
     */
    function fill(content, label, { focus = false, said = "" } = {}) {
      const held = root.activeElement !== null;
      body.replaceChildren(content);
      frame.setAttribute("aria-label", label);
      body.scrollTop = 0;
      if (focus || held) frame.focus({ preventScroll: true });
      say(said);
    }

    /** @param {string} text */
    function say(text) {
      status.textContent = text;
    }

    function close() {
      if (shown !== shell) return;
      shown = null;
      watch.disconnect();
      window.removeEventListener("close", onDialogClosed, true);
      window.removeEventListener("keydown", onKey, true);
      for (const kept of KEPT) window.removeEventListener(kept, keep, { capture: true });
      const held = root.activeElement !== null;
      host.remove();
      if (held && before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
      host.dispatchEvent(new Event("onrecord-closed"));
    }

    /** @type {Shell} */
    const shell = { host, body, t, fill, say, close };
    shown = shell;
    return shell;
  }

  /** @param {Element | null} element */
  function pressable(element) {
    return element?.closest("button") ?? element;
  }

  /**
   * @param {ShadowRoot} root
   * @param {string} text
   */
  function adopt(root, text) {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    root.adoptedStyleSheets.push(sheet);
  }

  /** The topmost modal dialog, outside of which everything is inert, or the element that fills the screen. */
  function topmost() {
    let focused = document.activeElement;
    while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
    for (
      let node = /** @type {Node | null} */ (focused);
      node;
      node = node instanceof ShadowRoot ? node.host : node.parentNode
    ) {
      if (node instanceof HTMLDialogElement && node.matches(":modal")) return node;
    }
    return [...document.querySelectorAll("dialog:modal")].at(-1) ?? document.fullscreenElement;
  }

  /**
   * Puts the host on the screen with inline declarations that no sheet of the page can beat. The shadow sheet must not
   * use !important in `:host`, which would beat these.
   * @param {HTMLElement} host
   * @param {"card" | "panel"} kind
   * @param {DOMRect | null} anchor
   */
  function place(host, kind, anchor) {
    const set = (/** @type {string} */ name, /** @type {string} */ value) =>
      host.style.setProperty(name, value, "important");
    set("all", "initial");
    set("display", "block");
    set("position", "fixed");
    set("z-index", "2147483647");
    set("inset", "auto");
    set("width", `min(${kind === "card" ? WIDTH : WIDTH - 32}px, calc(100% - ${2 * MARGIN}px))`);
    set("color-scheme", "light dark");
    const [wide, high] = [document.documentElement.clientWidth, window.innerHeight];
    const onScreen = anchor && anchor.bottom > 0 && anchor.top < high;
    if (kind === "panel" || !onScreen) {
      set("top", `${MARGIN}px`);
      set("right", `${MARGIN}px`);
      set("--room", `${high - 2 * MARGIN}px`);
      return;
    }
    const width = Math.min(WIDTH, wide - 2 * MARGIN);
    const [below, above] = [high - anchor.bottom - 2 * MARGIN, anchor.top - 2 * MARGIN];
    set("left", `${Math.max(MARGIN, Math.min(anchor.left, wide - width - MARGIN))}px`);
    if (below >= ROOM) {
      set("top", `${anchor.bottom + MARGIN}px`);
      set("--room", `${below}px`);
    } else if (above >= ROOM) {
      set("bottom", `${high - anchor.top + MARGIN}px`);
      set("--room", `${above}px`);
    } else {
      // No room either way: at the side that the selection leaves freer, over the whole height.
      const free = anchor.left > wide - anchor.right;
      set("top", `${MARGIN}px`);
      set("left", `${free ? MARGIN : Math.max(MARGIN, wide - width - MARGIN)}px`);
      set("--room", `${high - 2 * MARGIN}px`);
    }
  }

  return { open, current: () => shown };
})();
