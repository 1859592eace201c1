/** The words of the record against the printed ones, as they are drawn. */
OnRecord.diff = (() => {
  const UNSPACED = /^(?:zh|ja|yue|wuu|th|lo|km|my)\b/i;

  /**
   * Parts in reading order. `same` shows `text`; `edit` what is only in the record (`dropped`) and only in print
   * (`added`), with the class of the edit; `gap` is the space between two of them, where the script has any.
   * @param {Edit[]} edits
   * @param {string} language
   */
  function parts(edits, language) {
    const { FREE_EDITS, MARKED_EDITS } = OnRecord.codes;
    const gap = UNSPACED.test(language) ? "" : " ";
    /** @type {ReturnType<typeof OnRecord.diff.parts>} */
    const drawn = [];
    for (const edit of edits) {
      const cls = edit.class;
      if (drawn.length && gap) drawn.push({ kind: "gap", text: gap, dropped: "", added: "", cls: "", marked: false });
      if (FREE_EDITS.includes(cls)) {
        drawn.push({ kind: "same", text: edit.quote || edit.source, dropped: "", added: "", cls, marked: false });
      } else {
        const marked = MARKED_EDITS.includes(cls);
        drawn.push({ kind: "edit", text: "", dropped: edit.source, added: edit.quote, cls, marked });
      }
    }
    return drawn;
  }

  return { parts };
})();
