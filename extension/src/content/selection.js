/** What the reader has selected in this frame, as a question for the server. Reads; sends nothing. */
OnRecord.selection = (() => {
  /** @returns {Gathered} */
  function gather() {
    const field = selectedInField();
    const found =
      field === null
        ? selectedInPage()
        : field && question(field, { before: "", after: "", neighbours: [] }, document.activeElement);
    return { request: found || null, caret: !found && field === null ? atCaret() : null, drawable: isDrawable() };
  }

  /** The quotation that the cursor stands in, where nothing is selected. */
  function atCaret() {
    const range = getSelection()?.rangeCount ? getSelection()?.getRangeAt(0).cloneRange() : null;
    const node = range?.startContainer;
    if (!range?.collapsed || !(node instanceof Text) || !node.length || isEdited(node)) return null;
    const at = Math.min(range.startOffset, node.length - 1);
    range.setStart(node, at);
    range.setEnd(node, at + 1);
    return asked(range, true);
  }

  /** @param {Text} node */
  function isEdited(node) {
    return document.designMode === "on" || node.parentElement?.isContentEditable === true;
  }

  /** Whether a card can be drawn here: not in a PDF viewer, nor where elements are not HTML's, as in a picture or a feed. */
  function isDrawable() {
    return document.contentType !== "application/pdf" && document.createElement("div") instanceof HTMLElement;
  }

  /** What is selected in a text field that has the focus, null where none has. What else is in it stays with the reader. */
  function selectedInField() {
    const field = document.activeElement;
    const isField =
      field instanceof HTMLTextAreaElement || (field instanceof HTMLInputElement && field.type !== "password");
    if (!isField || field.selectionStart === null || field.selectionEnd === null) return null;
    const selected = OnRecord.marks.trim(field.value.slice(field.selectionStart, field.selectionEnd));
    // A field keeps the focus while the reader selects in the page.
    return selected || (getSelection()?.isCollapsed === false ? null : "");
  }

  function selectedInPage() {
    const range = selectedRange();
    return range && asked(range, false);
  }

  /**
   * @param {Range} range
   * @param {boolean} quotedOnly whether words outside of quotation marks are meant, too
   */
  function asked(range, quotedOnly) {
    const { map, start, end } = OnRecord.pageText.around(range);
    if (end <= start) return quotedOnly ? null : bare(range);
    const { grow, around, neighbours } = OnRecord.growth;
    const grown = grow(map.text, start, end);
    if (!hasWords(grown.quote) || (quotedOnly && !grown.grown)) return null;
    const context = around(map.text, grown);
    const others = neighbours(map.text, grown.start, grown.end);
    return question(grown.quote, { ...context, neighbours: others }, elementOf(range));
  }

  /** @param {Range} range of text that the page shows and this script cannot read, as in a closed shadow tree */
  function bare(range) {
    const quote = OnRecord.marks.trim(String(getSelection()).replace(/\s+/g, " "));
    return hasWords(quote) ? question(quote, { before: "", after: "", neighbours: [] }, elementOf(range)) : null;
  }

  /**
   * Marks and dashes are none, nor are the dots that stand for a password.
   * @param {string} text
   */
  function hasWords(text) {
    return /[\p{L}\p{N}]/u.test(text);
  }

  /** @param {Range} range */
  function elementOf(range) {
    const node = range.startContainer;
    return node instanceof Element ? node : node.parentElement;
  }

  function selectedRange() {
    const selection = getSelection();
    if (!selection?.rangeCount) return null;
    const range = selection.getRangeAt(0);
    if (!range.collapsed) return range;
    // A selection inside an open shadow tree looks collapsed from outside.
    const root = /** @type {(ShadowRoot & {getSelection?: () => Selection | null}) | null | undefined} */ (
      range.startContainer instanceof Element ? shadowRootAt(range) : null
    );
    const inner = root?.getSelection?.();
    return inner?.rangeCount && !inner.getRangeAt(0).collapsed ? inner.getRangeAt(0) : String(selection) ? range : null;
  }

  /** @param {Range} range */
  function shadowRootAt(range) {
    const container = /** @type {Element} */ (range.startContainer);
    const child = container.childNodes[range.startOffset];
    return (child instanceof Element ? child.shadowRoot : null) ?? container.shadowRoot;
  }

  /**
   * @param {string} quote
   * @param {{before: string, after: string, neighbours: string[]}} context
   * @param {Element | null} element that the words stand in
   * @returns {LookupRequest}
   */
  function question(quote, context, element) {
    return {
      quote,
      context: {
        before: context.before,
        after: context.after,
        page_url: OnRecord.metadata.address(location.href),
        page_title: OnRecord.metadata.title(document),
        published: OnRecord.dates.published(document),
        language: OnRecord.metadata.language(element),
        neighbours: context.neighbours,
      },
    };
  }

  /** Where the selection is on the screen, null where nothing of it is. */
  function rectangle() {
    const selection = getSelection();
    if (!selection?.rangeCount || selection.isCollapsed) return null;
    const box = selection.getRangeAt(0).getBoundingClientRect();
    return box.width || box.height ? box : null;
  }

  return { gather, rectangle };
})();
