/**
 * Quotations marked in the page with the CSS highlight registry: nothing of the page's own is changed. `marks.css` says
 * how each looks; never by colour alone.
 */
OnRecord.highlights = (() => {
  /** @type {Tone[]} */
  const TONES = ["good", "care", "bad", "plain"];
  const CURRENT = "onrecord-current";

  /**
   * Marks the quotations. Returns for each the range it begins with, null where the page has changed under it.
   * @param {TextMap} map
   * @param {PageQuote[]} quotes
   */
  function set(map, quotes) {
    clear();
    const toUtf16 = OnRecord.codePoints.toUtf16(map.text);
    /** @type {Record<Tone, Range[]>} */
    const byTone = { good: [], care: [], bad: [], plain: [] };
    const first = quotes.map((quote) => {
      const ranges = quote.spans
        .map(([start, end]) => OnRecord.pageText.range(map, toUtf16(start), toUtf16(end)))
        .filter((range) => range !== null);
      byTone[OnRecord.codes.tone(quote.verdict)].push(...ranges);
      return whole(ranges);
    });
    for (const tone of TONES) CSS.highlights.set(`onrecord-${tone}`, new Highlight(...byTone[tone]));
    return first;
  }

  /** @param {Range[]} ranges of one quotation, in order */
  function whole(ranges) {
    const [first, last] = [ranges[0], ranges.at(-1)];
    if (!first || !last) return null;
    const range = first.cloneRange();
    range.setEnd(last.endContainer, last.endOffset);
    return range;
  }

  /**
   * Marks one quotation as the one that is looked at, and brings it into view.
   * @param {Range | null} range
   */
  function point(range) {
    CSS.highlights.delete(CURRENT);
    if (!range) return;
    const current = new Highlight(range);
    current.priority = 1;
    CSS.highlights.set(CURRENT, current);
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    const node = range.startContainer;
    const element = node instanceof Element ? node : node.parentElement;
    element?.scrollIntoView({ block: "center", behavior: calm ? "auto" : "smooth" });
  }

  function clear() {
    for (const tone of TONES) CSS.highlights.delete(`onrecord-${tone}`);
    CSS.highlights.delete(CURRENT);
  }

  return { set, point, clear };
})();
