/** From what the reader selected to the quotation that is meant. Offsets are UTF-16 units of the text around. */
OnRecord.growth = (() => {
  const CONTEXT = 300; // characters either side, as the server reads them
  const NEIGHBOURS = 40; // quotations that vote for an occasion; more would tell nothing new
  const LONGEST_NEIGHBOUR = 600;

  /**
   * The quotation that the selection stands in or takes in, else the selection itself in whole words.
   * @param {string} text
   * @param {number} start
   * @param {number} end
   * @returns {Grown}
   */
  function grow(text, start, end) {
    const { scan, joined, words, trim } = OnRecord.marks;
    const [from, to] = tight(text, start, end);
    const best = joined(text, scan(text))
      .map((quotation) => ({ quotation, shared: Math.min(to, quotation.end) - Math.max(from, quotation.start) }))
      .filter(({ shared }) => shared > 0)
      .sort((a, b) => b.shared - a.shared)[0]?.quotation;
    if (best && (within(best, from, to) || isMeant(text, best, from, to))) {
      const { start: begun, end: ended } = best;
      return { quote: words(text, best), start: begun, end: ended, aside: aside(text, best), grown: true };
    }
    const [first, last] = wholeWords(text, from, to);
    const quote = trim(text.slice(first, last).replace(/\s+/g, " "));
    return { quote, start: first, end: last, aside: "", grown: false };
  }

  /**
   * @param {Quotation} quotation
   * @param {number} from
   * @param {number} to
   */
  function within(quotation, from, to) {
    return quotation.start <= from && to <= quotation.end;
  }

  /**
   * Whether a selection that reaches beyond a quotation means it: a word or two in marks amid prose are not what the
   * prose was selected for.
   * @param {string} text
   * @param {Quotation} quotation
   * @param {number} from
   * @param {number} to
   */
  function isMeant(text, quotation, from, to) {
    const quoted = wordCount(text.slice(quotation.start, quotation.end));
    return quoted >= 3 || 2 * quoted >= wordCount(text.slice(from, to));
  }

  /**
   * @param {string} text
   * @param {number} start
   * @param {number} end
   * @returns {Pair}
   */
  function tight(text, start, end) {
    let [from, to] = [start, end];
    while (from < to && /\s/.test(text[from] ?? "")) from++;
    while (to > from && /\s/.test(text[to - 1] ?? "")) to--;
    return [from, to];
  }

  /**
   * @param {string} text
   * @param {number} start
   * @param {number} end
   * @returns {Pair}
   */
  function wholeWords(text, start, end) {
    let [from, to] = [start, end];
    // Chinese and its kin have no spaces to stop at.
    const letter = /[\p{L}\p{N}]/u;
    const unspaced = /[\u2e80-\u9fff\uf900-\ufaff]/u;
    const inside = (/** @type {number} */ at) =>
      letter.test(text[at - 1] ?? "") && letter.test(text[at] ?? "") && !unspaced.test(text.slice(at - 1, at + 1));
    while (from > 0 && from < to && inside(from)) from--;
    while (to < text.length && from < to && inside(to)) to++;
    return [from, to];
  }

  /**
   * The “he said” that breaks a quotation, without marks and commas; empty where nothing does.
   * @param {string} text
   * @param {Quotation} quotation
   */
  function aside(text, { pieces }) {
    const gaps = pieces.slice(1).map(({ start }, at) => text.slice(pieces[at]?.end, start));
    const said = gaps.filter((gap) => !gap.includes("\n\n")).map((gap) => gap.replace(/^\P{L}+|[^\p{L}\p{N}]+$/gu, ""));
    return said.find(Boolean) ?? "";
  }

  /**
   * Up to 300 characters either side of the quotation in whole words, paragraphs parted by a line break. What breaks the
   * quotation comes first behind it: the server reads there whose words they are said to be.
   * @param {string} text
   * @param {Grown} grown
   */
  function around(text, { start, end, aside: broken }) {
    const { first, last } = OnRecord.codePoints;
    const plain = (/** @type {string} */ part) =>
      part.replace(/\s+/g, (space) => (space.includes("\n\n") ? "\n" : " "));
    const reach = 4 * CONTEXT;
    const before = plain(text.slice(Math.max(0, start - reach), start)).trimEnd();
    const rest = plain(text.slice(end, end + reach)).replace(/^ +/, ""); // a paragraph's end is kept
    const after = broken ? `, ${broken}${/^[.,;:!?…。，；：！？]/u.test(rest) ? "" : ". "}${rest}` : rest;
    const [near, following] = [last(before, CONTEXT), first(after, CONTEXT)];
    return {
      before: (near.length < before.length ? near.replace(/^\S{0,40}\s/u, "") : near).trimStart(),
      after: (following.length < after.length ? following.replace(/\s\S{0,40}$/u, "") : following).trimEnd(),
    };
  }

  /**
   * The other quotations of the text in its order, those nearest to the selection where there are many.
   * @param {string} text
   * @param {number} start of the quotation itself
   * @param {number} end
   * @param {number} most
   */
  function neighbours(text, start, end, most = NEIGHBOURS) {
    const { scan, joined, words } = OnRecord.marks;
    const distance = (/** @type {Quotation} */ one) => Math.max(start - one.end, one.start - end);
    return joined(text, scan(text))
      .filter((one) => distance(one) >= 0)
      .map((one) => ({ one, quote: words(text, one) }))
      .filter(({ quote }) => wordCount(quote) >= 3 && quote.length <= LONGEST_NEIGHBOUR)
      .sort((a, b) => distance(a.one) - distance(b.one))
      .slice(0, most)
      .sort((a, b) => a.one.start - b.one.start)
      .map(({ quote }) => quote);
  }

  /**
   * Words of a text; of scripts that write none, two characters count as one.
   * @param {string} text
   */
  function wordCount(text) {
    const han = text.match(/[\u2e80-\u9fff\uf900-\ufaff]/gu)?.length ?? 0;
    const spaced = text.replace(/[\u2e80-\u9fff\uf900-\ufaff]/gu, " ").match(/[\p{L}\p{N}]+(?:['’.-][\p{L}\p{N}]+)*/gu);
    return (spaced?.length ?? 0) + Math.ceil(han / 2);
  }

  return { grow, around, neighbours, wordCount };
})();
