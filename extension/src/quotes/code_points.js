/** Between the server's offsets, which count code points, and JavaScript's, which count UTF-16 units. */
OnRecord.codePoints = (() => {
  const PAIR = /[\ud800-\udbff][\udc00-\udfff]/g;

  /** @param {string} text */
  function length(text) {
    return text.length - (text.match(PAIR)?.length ?? 0);
  }

  /**
   * A function that turns a code point offset of the text into a UTF-16 one, in the logarithm of its astral characters.
   * @param {string} text
   */
  function toUtf16(text) {
    /** @type {number[]} */
    const astral = [];
    for (const pair of text.matchAll(PAIR)) astral.push(pair.index - astral.length);
    return (/** @type {number} */ codePoint) => {
      let [low, high] = [0, astral.length];
      while (low < high) {
        const middle = (low + high) >> 1;
        if (/** @type {number} */ (astral[middle]) < codePoint) low = middle + 1;
        else high = middle;
      }
      return codePoint + low;
    };
  }

  /**
   * @param {string} text
   * @param {number} count
   */
  function first(text, count) {
    return Array.from(text.slice(0, 2 * count))
      .slice(0, count)
      .join("");
  }

  /**
   * @param {string} text
   * @param {number} count
   */
  function last(text, count) {
    if (count === 0) return "";
    const tail = Array.from(text.slice(-2 * count))
      .slice(-count)
      .join("");
    return /^[\udc00-\udfff]/.test(tail) ? tail.slice(1) : tail;
  }

  /**
   * The beginning of a text in whole words, with an ellipsis where that is not all of it.
   * @param {string} text
   * @param {number} count
   */
  function beginning(text, count) {
    const short = first(text, count);
    return short.length < text.length ? `${short.replace(/\s\S{0,40}$/u, "")} …` : text;
  }

  return { length, toUtf16, first, last, beginning };
})();
