/** Elements made one by one: no markup is ever parsed, so that pages with Trusted Types and whatever the server says are safe. */
OnRecord.elements = (() => {
  /** @type {WeakMap<Element, Record<string, (event: Event) => void>>} */
  const listeners = new WeakMap();

  /**
   * An element with its attributes and children. A function is a listener (`onclick`), `true` an attribute without a
   * value; null and false leave an attribute or a child out. Listeners hear only what the reader does, never a page.
   * @param {string} tag
   * @param {Record<string, unknown> | null} attributes
   * @param {Child[]} children
   * @returns {HTMLElement}
   */
  function el(tag, attributes = null, ...children) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes ?? {})) {
      if (value === null || value === undefined || value === false) continue;
      if (typeof value === "function") listen(element, name.slice(2), value);
      else element.setAttribute(name, value === true ? "" : String(value));
    }
    append(element, children);
    return element;
  }

  /**
   * @param {HTMLElement} element
   * @param {string} type
   * @param {Function} hear
   */
  function listen(element, type, hear) {
    const heard = (/** @type {Event} */ event) => {
      if (event.isTrusted) hear(event);
    };
    element.addEventListener(type, heard);
    listeners.set(element, { ...listeners.get(element), [type]: heard });
  }

  /**
   * Calls what listens to an event from an element upwards, as its bubbling would: for events that are stopped on their
   * way in, before the page can stop them.
   * @param {Element | null} target
   * @param {Event} event
   */
  function deliver(target, event) {
    for (let element = target; element; element = element.parentElement) listeners.get(element)?.[event.type]?.(event);
  }

  /**
   * @param {HTMLElement} parent
   * @param {Child[]} children
   */
  function append(parent, children) {
    for (const child of children) {
      if (Array.isArray(child)) append(parent, child);
      else if (child !== null && child !== undefined && child !== false) parent.append(child);
    }
  }

  /**
   * A link that opens in a tab of its own; null where the address is none of the web's.
   * @param {string | null | undefined} href
   * @param {string} text
   * @param {Record<string, unknown>} attributes
   */
  function link(href, text, attributes = {}) {
    if (!href || !/^https?:\/\//i.test(href)) return null;
    return el("a", { href, target: "_blank", rel: "noopener noreferrer", ...attributes }, text);
  }

  /**
   * A quotation of which no more than so many characters are shown until the reader asks for the rest.
   * @param {string} text
   * @param {number} longest
   * @param {string} language
   * @param {string} label of the button that shows all
   * @returns {Child[]}
   */
  function excerpt(text, longest, language, label) {
    const whole = text.replace(/\s+/g, " ").trim();
    const short = OnRecord.codePoints.first(whole, longest);
    if (short.length === whole.length) return [el("q", { lang: language, dir: "auto" }, whole)];
    const quote = el("q", { lang: language, dir: "auto" }, `${short.replace(/\s\S*$/, "")} …`);
    const more = el("button", { type: "button", class: "quiet", onclick: show }, label);
    function show() {
      quote.textContent = whole;
      more.remove();
      quote.tabIndex = -1;
      quote.focus();
    }
    return [quote, " ", more];
  }

  /**
   * A button that copies a text and says that it has.
   * @param {string} text
   * @param {string} label
   * @param {string} done
   */
  function copyButton(text, label, done) {
    const button = el("button", { type: "button", class: "quiet", "aria-live": "polite", onclick: copy }, label);
    async function copy() {
      const copied = await written(text, button);
      if (copied) button.textContent = done;
      setTimeout(() => {
        button.textContent = label;
      }, 2_000);
    }
    return button;
  }

  /**
   * @param {string} text
   * @param {HTMLElement} near
   */
  async function written(text, near) {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      // Pages that came over plain HTTP, or forbid the clipboard, leave only the old way.
      const field = /** @type {HTMLTextAreaElement} */ (
        el("textarea", { class: "unseen", "aria-hidden": "true", tabindex: "-1" })
      );
      field.value = text;
      near.after(field);
      field.select();
      const copied = document.execCommand("copy");
      field.remove();
      near.focus();
      return copied;
    }
  }

  /**
   * @param {HTMLElement} button
   * @param {boolean} on
   */
  function busy(button, on) {
    button.toggleAttribute("disabled", on);
    button.setAttribute("aria-busy", String(on));
  }

  return { el, deliver, link, excerpt, copyButton, busy };
})();
