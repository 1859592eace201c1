/**
 * The floating button by a selection. Off until the reader asks for it; from four words up, never where text is edited,
 * gone on Esc. It reads nothing but how many words are selected, and sends nothing until it is pressed.
 */
OnRecord.button ??= (() => {
  const FEWEST = 4; // words: fewer cannot be placed
  const SETTLED = 250; // milliseconds without a change before it appears

  /** @type {HTMLElement | null} */
  let host = null;
  /** @type {Promise<Outcome<Kit>> | null} */
  let kit = null;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;

  function start() {
    document.addEventListener("selectionchange", wait);
    document.addEventListener("scroll", hide, { passive: true, capture: true });
    window.addEventListener("keydown", onKey, true);
    // Before the page can: some stop every click.
    window.addEventListener("click", press, true);
  }

  function stop() {
    hide();
    document.removeEventListener("selectionchange", wait);
    document.removeEventListener("scroll", hide, { capture: true });
    window.removeEventListener("keydown", onKey, true);
    window.removeEventListener("click", press, true);
  }

  function wait() {
    hide();
    clearTimeout(timer);
    timer = setTimeout(consider, SETTLED);
  }

  /** @param {KeyboardEvent} event */
  function onKey(event) {
    if (event.key === "Escape" && host) {
      clearTimeout(timer);
      hide();
    }
  }

  function consider() {
    if (!chrome.runtime?.id) return stop();
    const selection = getSelection();
    if (!selection?.rangeCount || selection.isCollapsed) return;
    const range = selection.getRangeAt(0);
    if (isEditing(range) || OnRecord.growth.wordCount(String(selection).slice(0, 500)) < FEWEST) return;
    const box = range.getBoundingClientRect();
    if (box.width && box.bottom > 0 && box.top < innerHeight) show(box);
  }

  /** @param {Range} range */
  function isEditing(range) {
    const node = range.commonAncestorContainer;
    const element = node instanceof Element ? node : node.parentElement;
    const edited =
      "input, textarea, [contenteditable]:not([contenteditable='false']), [role='textbox'], [role='searchbox'], onrecord-card, onrecord-panel";
    return (
      document.designMode === "on" ||
      Boolean(element?.closest(edited) || document.activeElement?.closest("input, textarea"))
    );
  }

  /** @param {DOMRect} box */
  async function show(box) {
    kit ??= OnRecord.messaging.ask({ type: "kit" });
    const outcome = await kit;
    if (!("value" in outcome) || host) return;
    const label = outcome.value.messages.button_label ?? "";
    host = document.createElement("onrecord-button");
    const root = host.attachShadow({ mode: "closed" });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(SHEET);
    root.adoptedStyleSheets.push(sheet);
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = label;
    button.lang = outcome.value.locale.replace("_", "-");
    // The selection would go with the focus.
    host.addEventListener("mousedown", (event) => event.preventDefault());
    root.append(button);
    const set = (/** @type {string} */ name, /** @type {string} */ value) =>
      host?.style.setProperty(name, value, "important");
    set("all", "initial");
    set("position", "fixed");
    set("z-index", "2147483647");
    set("inset", "auto");
    set("top", `${Math.min(box.bottom + 6, innerHeight - 44)}px`);
    set("left", `${Math.max(6, Math.min(box.right - 60, document.documentElement.clientWidth - 190))}px`);
    document.documentElement.append(host);
    host.popover = "manual";
    host.showPopover();
  }

  /** @param {Event} event */
  async function press(event) {
    if (!host || event.target !== host || !event.isTrusted) return;
    event.stopImmediatePropagation();
    hide();
    const outcome = await OnRecord.messaging.ask({ type: "button" });
    if ("failure" in outcome) stop();
  }

  function hide() {
    host?.remove();
    host = null;
  }

  const SHEET = `
    button { box-sizing: border-box; min-height: 32px; padding: 4px 12px; border: 1px solid #fff; border-radius: 16px;
      background: #1f4e5f; color: #fff; font: 600 13px/1.4 system-ui, sans-serif; cursor: pointer;
      box-shadow: 0 2px 8px rgb(0 0 0 / 30%); }
    button:hover { background: #163c4a; }
    button:focus-visible { outline: 3px solid #e8b44c; }
    @media (forced-colors: active) { button { border-color: ButtonText; } }`;

  return { start, stop };
})();
OnRecord.button.start();
