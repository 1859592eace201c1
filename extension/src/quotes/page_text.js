/**
 * The text of a page as a reader sees it, with a way back from its characters to the page: paragraphs parted by a blank
 * line, runs of white space made one space. Offsets are UTF-16 units of that text.
 */
OnRecord.pageText = (() => {
  const SKIPPED = new Set(
    "script style noscript template head iframe object embed svg math canvas video audio textarea select option input button nav rt rp onrecord-card onrecord-panel onrecord-button".split(
      " ",
    ),
  );
  // Never a paragraph of their own unless a sheet says so, which nobody does: no style is asked for these.
  const RUNNING = new Set(
    "a abbr b bdi bdo cite code del dfn em font i ins kbd mark q s samp small strong sub sup time u var wbr".split(" "),
  );
  const NOTE = /^\s*\[[^\]]{1,12}\]\s*$/; // [1], [note 2]: stands in the text, and is none of its words
  const NEAR = { characters: 20_000, milliseconds: 25 };
  const SLICE = 8; // milliseconds of reading between two pauses: half a frame

  /** Puts text nodes together. `blocks` remembers which element a node's paragraph is. */
  class Builder {
    constructor() {
      /** @type {string[]} */
      this.parts = [];
      /** @type {number[]} */
      this.starts = [];
      /** @type {Text[]} */
      this.nodes = [];
      /** @type {number[]} */
      this.offsets = [];
      this.length = 0;
      this.spaced = true; // the text ends in white space, or is empty
      this.breaking = false;
      /** @type {Element | null} */
      this.block = null;
      /** @type {Element[]} the `<q>` that the text is in, from the outside in */
      this.quoted = [];
    }

    /** The next text begins a paragraph. */
    breakParagraph() {
      this.breaking = this.length > 0;
    }

    /**
     * @param {Text} node
     * @param {Element} block
     */
    append(node, block) {
      this.close(node);
      if (this.block && this.block !== block) this.breakParagraph();
      this.block = block;
      this.open(node);
      for (const { 0: run, index } of node.data.matchAll(/\S+(?: \S+)*|\s+/g)) {
        if (/^\s/.test(run)) this.space(run, node, index);
        else {
          if (this.breaking) this.putBreak(node, index);
          this.put(run, node, index);
        }
      }
    }

    /**
     * @param {string} run of white space
     * @param {Text} node
     * @param {number} offset
     */
    space(run, node, offset) {
      if (/\n\s*\n/.test(run) && isPreformatted(node)) this.breakParagraph();
      else if (!this.spaced) this.put(" ", node, offset);
    }

    /**
     * @param {Text} node
     * @param {number} offset
     */
    putBreak(node, offset) {
      this.breaking = false;
      if (this.parts.at(-1) === " ") {
        this.parts.pop();
        this.starts.pop();
        this.nodes.pop();
        this.offsets.pop();
        this.length -= 1;
      }
      if (this.length) this.put("\n\n", node, offset);
    }

    /**
     * @param {string} run
     * @param {Text} node
     * @param {number} offset
     */
    put(run, node, offset) {
      this.parts.push(run);
      this.starts.push(this.length);
      this.nodes.push(node);
      this.offsets.push(offset);
      this.length += run.length;
      this.spaced = /\s$/.test(run);
    }

    /**
     * Puts the marks of the `<q>` that end before a node.
     * @param {Text | null} node
     */
    close(node) {
      while (this.quoted.length && !(node && this.quoted.at(-1)?.contains(node))) {
        this.quoted.pop();
        const [last, offset] = [this.nodes.at(-1), this.offsets.at(-1)];
        if (last) this.put(this.quoted.length % 2 ? "’" : "”", last, (offset ?? 0) + (this.parts.at(-1)?.length ?? 0));
      }
    }

    /**
     * Puts the marks of the `<q>` that begin with a node: the browser prints them, and the page's text lacks them.
     * @param {Text} node
     */
    open(node) {
      if (!node.data.trim()) return;
      /** @type {Element[]} */
      const begun = [];
      for (let q = node.parentElement?.closest("q"); q && !this.quoted.includes(q); q = q.parentElement?.closest("q"))
        if (printsMarks(q)) begun.unshift(q);
      for (const q of begun) {
        if (this.breaking) this.putBreak(node, 0);
        this.put(this.quoted.length % 2 ? "‘" : "“", node, 0);
        this.quoted.push(q);
      }
    }

    /** @returns {TextMap} */
    map() {
      this.close(null);
      return { text: this.parts.join(""), starts: this.starts, nodes: this.nodes, offsets: this.offsets };
    }
  }

  /** @param {Text} node */
  function isPreformatted(node) {
    const parent = node.parentElement;
    return parent !== null && getComputedStyle(parent).whiteSpace.startsWith("pre");
  }

  /** @param {Element} q */
  function printsMarks(q) {
    return getComputedStyle(q).quotes !== "none" && getComputedStyle(q, "::before").content !== "none";
  }

  /** @param {Element} element */
  function isBlock(element) {
    if (RUNNING.has(element.localName)) return false;
    const display = getComputedStyle(element).display;
    return !display.startsWith("inline") && display !== "contents" && !display.startsWith("ruby");
  }

  /** @param {Element} element */
  function isSkipped(element) {
    return (
      SKIPPED.has(element.localName) ||
      element.getAttribute("role") === "navigation" ||
      (element.localName === "sup" && NOTE.test(element.textContent ?? "")) ||
      (!RUNNING.has(element.localName) && element.checkVisibility?.({ visibilityProperty: true }) === false)
    );
  }

  /**
   * The element whose paragraph a node stands in.
   * @param {Node} node
   * @param {Map<Element, Element>} known
   */
  function blockOf(node, known) {
    /** @type {Element[]} */
    const climbed = [];
    let element = node.parentElement;
    while (element) {
      const block = known.get(element) ?? (isBlock(element) ? element : null);
      climbed.push(element);
      if (block) {
        for (const one of climbed) known.set(one, block);
        return block;
      }
      element = element.parentElement;
    }
    return climbed.at(-1) ?? document.documentElement;
  }

  /**
   * The text around a selection, no more than `characters` to either side, and where in it the selection stands. The
   * page is not read beyond that, nor for longer than `milliseconds`.
   * @param {Range} range
   * @param {{characters: number, milliseconds: number}} limits
   */
  function around(range, limits = NEAR) {
    const until = performance.now() + limits.milliseconds;
    const walker = walkerAround(range);
    const last = lastNode(range);
    const builder = new Builder();
    /** @type {Map<Element, Element>} */
    const known = new Map();
    walker.currentNode = firstNode(range);
    stepBack(walker, limits.characters, (performance.now() + until) / 2);
    let [passed, beyond] = [false, 0];
    for (let node = /** @type {Node | null} */ (walker.currentNode); node; node = walker.nextNode()) {
      if (node instanceof Text) {
        builder.append(node, blockOf(node, known));
        if (passed) beyond += node.data.length;
      } else if (isLineBreak(node)) breakLine(builder, node);
      passed ||= node === last || (node.compareDocumentPosition(last) & Node.DOCUMENT_POSITION_PRECEDING) !== 0;
      if (passed && (beyond > limits.characters || performance.now() > until)) break;
    }
    const map = builder.map();
    return { map, ...place(map, range) };
  }

  /**
   * A walker over what a reader sees in the tree that a range stands in, and over the range itself whatever it stands in.
   * @param {Range} range
   */
  function walkerAround(range) {
    const root = range.commonAncestorContainer.getRootNode();
    // `body` and `title` of a document are also what elements of those names make of them.
    const top = root instanceof Document ? (root.querySelector("body") ?? root) : root;
    return document.createTreeWalker(top, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT, (node) =>
      node instanceof Element && isSkipped(node) && !node.contains(range.startContainer)
        ? NodeFilter.FILTER_REJECT
        : NodeFilter.FILTER_ACCEPT,
    );
  }

  /**
   * @param {Node} node
   * @returns {node is HTMLBRElement}
   */
  function isLineBreak(node) {
    return node instanceof HTMLBRElement;
  }

  /**
   * Moves a walker back by about so many characters, to the beginning of a text node.
   * @param {TreeWalker} walker
   * @param {number} characters
   * @param {number} until
   */
  function stepBack(walker, characters, until) {
    let passed = 0;
    while (passed < characters && performance.now() < until) {
      const node = walker.previousNode();
      if (!node) break;
      if (node instanceof Text) passed += node.data.length;
    }
  }

  /** @param {Range} range */
  function firstNode(range) {
    const { startContainer: container, startOffset: offset } = range;
    return container instanceof Text ? container : (container.childNodes[offset] ?? container);
  }

  /** @param {Range} range */
  function lastNode(range) {
    const { endContainer: container, endOffset: offset } = range;
    let node = container instanceof Text ? container : (container.childNodes[Math.max(0, offset - 1)] ?? container);
    while (node.lastChild) node = node.lastChild;
    return node;
  }

  /**
   * One line break is a space, two part paragraphs.
   * @param {Builder} builder
   * @param {Element} br
   */
  function breakLine(builder, br) {
    let next = br.nextSibling;
    while (next instanceof Text && !next.data.trim()) next = next.nextSibling;
    if (next instanceof Element && next.localName === "br") builder.breakParagraph();
    else if (!builder.spaced && next instanceof Text) builder.put(" ", next, 0);
  }

  /**
   * Where a range stands in the text.
   * @param {TextMap} map
   * @param {Range} range
   */
  function place(map, range) {
    let [start, end] = [-1, 0];
    map.nodes.forEach((node, at) => {
      if (!range.intersectsNode(node)) return;
      const [from, offset] = [map.starts[at] ?? 0, map.offsets[at] ?? 0];
      const size = (map.starts[at + 1] ?? map.text.length) - from;
      const low = node === range.startContainer ? Math.min(Math.max(range.startOffset - offset, 0), size) : 0;
      const high = node === range.endContainer ? Math.min(Math.max(range.endOffset - offset, 0), size) : size;
      if (low >= high) return;
      if (start < 0) start = from + low;
      end = from + high;
    });
    return start < 0 ? { start: 0, end: 0 } : { start, end };
  }

  /**
   * All text of a page, up to `most` characters; `cut` tells that there is more. Open shadow trees count. The browser
   * gets a turn every few milliseconds.
   * @param {Element} root
   * @param {{most: number, pause(): Promise<void>, cancelled(): boolean}} options
   */
  async function whole(root, { most, pause, cancelled }) {
    const builder = new Builder();
    let until = performance.now() + SLICE;
    for (const step of textNodes(root, root)) {
      if (typeof step === "string") builder.breakParagraph();
      else if (isLineBreak(step.node)) breakLine(builder, step.node);
      else builder.append(step.node, step.block);
      if (builder.length > most) return { map: builder.map(), cut: true };
      if (performance.now() > until) {
        await pause();
        if (cancelled()) break;
        until = performance.now() + SLICE;
      }
    }
    return { map: builder.map(), cut: false };
  }

  /**
   * @param {Node} node
   * @param {Element} block
   * @returns {Generator<{node: Text | HTMLBRElement, block: Element} | "break">}
   */
  function* textNodes(node, block) {
    for (const child of children(node)) {
      if (child instanceof Text || isLineBreak(child)) yield { node: child, block };
      else if (child instanceof Element && !isSkipped(child))
        yield* isBlock(child) ? blockNodes(child) : textNodes(child, block);
    }
  }

  /**
   * @param {Element} block
   * @returns {Generator<{node: Text | HTMLBRElement, block: Element} | "break">}
   */
  function* blockNodes(block) {
    yield "break";
    yield* textNodes(block, block);
    yield "break";
  }

  /** @param {Node} node */
  function children(node) {
    if (node instanceof Element && node.shadowRoot) return node.shadowRoot.childNodes;
    if (node instanceof HTMLSlotElement) {
      const assigned = node.assignedNodes();
      if (assigned.length) return assigned;
    }
    return node.childNodes;
  }

  /**
   * The range of the page that a stretch of its text came from; null where the page has changed under it.
   * @param {TextMap} map
   * @param {number} start
   * @param {number} end
   */
  function range(map, start, end) {
    const [first, last] = [segmentAt(map, start), segmentAt(map, end - 1)];
    const [from, to] = [map.nodes[first], map.nodes[last]];
    if (!from?.isConnected || !to?.isConnected || end <= start) return null;
    const found = document.createRange();
    const low = (map.offsets[first] ?? 0) + start - (map.starts[first] ?? 0);
    const high = (map.offsets[last] ?? 0) + end - (map.starts[last] ?? 0);
    if (low > from.length || high > to.length) return null;
    found.setStart(from, low);
    found.setEnd(to, high);
    return found;
  }

  /**
   * @param {TextMap} map
   * @param {number} offset
   */
  function segmentAt(map, offset) {
    let [low, high] = [0, map.starts.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (/** @type {number} */ (map.starts[middle]) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  return { around, whole, range };
})();
