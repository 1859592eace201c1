/**
 * Quotation marks in plain text: which open, which close, and which quotations are one. Paragraphs are parted by a blank
 * line. Pages print every mark there is, and print them wrongly, so that a mark is told by where it stands as much as by
 * its shape. The server reads whole articles better than this; here only the reader's selection is grown by it.
 */
OnRecord.marks = (() => {
  /** @typedef {{mark: string, start: number, begun: number, pieces: {start: number, end: number}[]}} Open */

  const MARK = /\n\n|[“”„‟"＂«»‹›「」『』‘’‚']/g;
  // Each opener with the marks that end what it opened, wrong but common ones too.
  /** @type {Record<string, string>} */
  const CLOSERS = {
    "“": '”"“',
    "”": '”"',
    "„": '“”"‟',
    "‟": '”"',
    '"': '"”“',
    "＂": "＂",
    "«": "»",
    "»": "«",
    "‹": "›",
    "›": "‹",
    "「": "」",
    "『": "』",
    "‘": "’'",
    "‚": "‘’",
    "'": "'’",
  };
  const ALWAYS_OPEN = "「『„‚";
  const ALWAYS_CLOSE = "」』";
  const SINGLES = "‘’‚'";
  const LONGEST = 5_000; // UTF-16 units; what is longer has lost its closing mark
  const BEFORE_OPENING = /[\s([{（［—–\-/:：,，、;；。！？…|>“‘«"']$/u;
  const AFTER_CLOSING = /^[\s)\]}）］.,;:!?…。，、；：！？—–\-/|<”’»"'\d]/u;

  const SPEECH =
    /\b(?:said|says|say|told|added|adds|asked|noted|replied|answered|insisted|stressed|continued|explained|argued|declared|according to|dijo|dice|añadió|agregó|afirmó|señaló|aseguró|según|sagte|sagt|erklärte|betonte|fügte|so der|so die|laut|a dit|dit|a déclaré|déclare|a ajouté|ajoute|a affirmé|affirme|selon|a-t-il|a-t-elle)\b|说|說|表示|指出|强调|強調|称|稱|补充|補充|道/iu;
  const LONGEST_ASIDE = 90; // UTF-16 units between the pieces of a broken quotation

  /**
   * The quotations of a text, outermost only, as their marks have them.
   * @param {string} text
   */
  function scan(text) {
    /** @type {Quotation[]} */
    const found = [];
    /** @type {Open | null} */
    let open = null;
    for (const { 0: mark, index } of text.matchAll(MARK)) {
      if (open && index < open.begun) continue; // the mark that reopened a paragraph
      if (mark === "\n\n") open = open && reopened(text, index, open);
      else if (open && closes(text, index, mark, open.mark)) {
        const pieces = [...open.pieces, { start: open.begun, end: index }];
        found.push({ pieces, start: open.start, end: index + 1 });
        open = null;
      } else if (opens(text, index, mark) && (!open || isAbandoned(open, index, mark))) {
        open = { mark, start: index, begun: index + 1, pieces: [] };
      }
    }
    return found;
  }

  /**
   * The quotation as it goes on in the next paragraph, null where that does not begin with its mark.
   * @param {string} text
   * @param {number} index of the blank line
   * @param {Open} open
   * @returns {Open | null}
   */
  function reopened(text, index, open) {
    const next = /^\s*(\S)/.exec(text.slice(index, index + 20));
    if (next?.[1] !== open.mark || index - open.start > LONGEST) return null;
    return { ...open, begun: index + next[0].length, pieces: [...open.pieces, { start: open.begun, end: index }] };
  }

  /**
   * @param {string} text
   * @param {number} index
   * @param {string} mark
   */
  function opens(text, index, mark) {
    if (ALWAYS_OPEN.includes(mark)) return true;
    if (ALWAYS_CLOSE.includes(mark)) return false;
    const next = text[index + 1] ?? "";
    const spacedGuillemet = mark === "«" && /\s/.test(next);
    if (!spacedGuillemet && (next === "" || /\s/.test(next))) return false;
    const before = text.slice(Math.max(0, index - 1), index);
    const free = before === "" || BEFORE_OPENING.test(before) || isHan(before);
    if (SINGLES.includes(mark))
      return free && !/^['’]\d0s|^['’](?:tis|twas|em|til|cause)\b/i.test(text.slice(index, index + 6));
    return free || "“«".includes(mark);
  }

  /**
   * @param {string} text
   * @param {number} index
   * @param {string} mark
   * @param {string} opener
   */
  function closes(text, index, mark, opener) {
    if (!CLOSERS[opener]?.includes(mark)) return false;
    if (ALWAYS_CLOSE.includes(mark) || "”»".includes(mark)) return true;
    const before = text[index - 1] ?? "";
    if (/\s/.test(before)) return false;
    const after = text.slice(index + 1, index + 2);
    const free = after === "" || AFTER_CLOSING.test(after) || isHan(after);
    if (SINGLES.includes(mark)) return free && !isPossessive(text, index);
    return free || mark === opener || opener === "„";
  }

  /**
   * `the owners’ cost`: an apostrophe, where a closing mark would follow later on.
   * @param {string} text
   * @param {number} index
   */
  function isPossessive(text, index) {
    const line = text.slice(index + 1, index + 200).split("\n\n", 1)[0] ?? "";
    return /s$/i.test(text.slice(0, index).slice(-1)) && /^ \p{Ll}/u.test(line) && /[^s\s]['’](?![\p{L}])/u.test(line);
  }

  /**
   * Whether a quotation that stands open was never closed, since its kind opens anew.
   * @param {Open} open
   * @param {number} index
   * @param {string} mark
   */
  function isAbandoned(open, index, mark) {
    if (index - open.start > LONGEST) return true;
    return SINGLES.includes(open.mark) ? !SINGLES.includes(mark) : mark === open.mark && mark === "“";
  }

  /** @param {string} character */
  function isHan(character) {
    return /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]/u.test(character);
  }

  /**
   * The same quotations, those that “he said” parts made one.
   * @param {string} text
   * @param {Quotation[]} quotations
   */
  function joined(text, quotations) {
    /** @type {Quotation[]} */
    const whole = [];
    for (const quotation of quotations) {
      const previous = whole.at(-1);
      if (previous && isAside(text, previous, quotation)) {
        previous.pieces = [...previous.pieces, ...quotation.pieces];
        previous.end = quotation.end;
      } else whole.push({ ...quotation });
    }
    return whole;
  }

  /**
   * @param {string} text
   * @param {Quotation} first
   * @param {Quotation} second
   */
  function isAside(text, first, second) {
    if (text[first.start] !== text[second.start]) return false;
    const gap = text.slice(first.end, second.start);
    if (gap.length > LONGEST_ASIDE || gap.includes("\n\n")) return false;
    const said = text.slice(first.start, first.end - 1).trimEnd();
    const halted = /[,，—–\-?!？！…]$/u.test(said) || /^\s*[,，—–]/u.test(gap);
    if (!halted) return false;
    // What ends in a word leads to the next quotation (“and called it”) instead of back to this one.
    if (!/[,，.。:：—–]\s*$/u.test(gap)) return false;
    const words = gap.replace(/^[\s,，—–]+|[\s,，.。:：—–]+$/gu, "");
    // A sentence may end between the pieces (“…,” he said. “…”), but none may be told there.
    if (
      !words ||
      words.split(/\s+/).length > 12 ||
      /[.!?;。！？；]\s+\p{Lu}/u.test(words.replace(/\b(?:Mr|Mrs|Ms|Dr|Gen|Sen|Rep|St)\./g, ""))
    )
      return false;
    return SPEECH.test(words) || (/[,，]$/u.test(said) && /[,，]\s*$/u.test(gap));
  }

  /**
   * The words of a quotation: pieces joined by a space, paragraphs by a line break.
   * @param {string} text
   * @param {Quotation} quotation
   */
  function words(text, quotation) {
    return quotation.pieces
      .map(({ start, end }, at) => {
        const previous = quotation.pieces[at - 1];
        const joint = !previous ? "" : text.slice(previous.end, start).includes("\n\n") ? "\n" : " ";
        return joint + text.slice(start, end).replace(/\s+/g, " ").trim();
      })
      .join("");
  }

  /**
   * A selection without the marks and spaces around it.
   * @param {string} text
   */
  function trim(text) {
    let trimmed = text.trim();
    for (let before = ""; before !== trimmed; ) {
      before = trimmed;
      const [first, last] = [trimmed[0] ?? "", trimmed.at(-1) ?? ""];
      if (/[“”„‟"＂«»‹›「」『』‘‚']/.test(first) && !/^['’]\d0s/.test(trimmed)) trimmed = trimmed.slice(1).trim();
      if (/[“”"＂«»‹›「」『』’‘']/.test(last) && !/\p{L}s['’]$/u.test(trimmed)) trimmed = trimmed.slice(0, -1).trim();
    }
    return trimmed;
  }

  return { scan, joined, words, trim };
})();
