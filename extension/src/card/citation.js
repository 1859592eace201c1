/** How an occasion is named in print. */
OnRecord.citation = (() => {
  /**
   * @param {MatchSpeaker} speaker
   * @param {Texts} t
   */
  function who(speaker, t) {
    const name = speaker.name || speaker.label || t("speaker_unnamed");
    return speaker.title ? `${name}, ${speaker.title}` : name;
  }

  /**
   * The record's own words with who spoke them, where and when, and where that can be read. What is printed is cited
   * only where it is what was said.
   * @param {Answer} answer placed, with a match
   * @param {Texts} t
   * @param {string} today ISO date of reading
   */
  function cite(answer, t, today) {
    const match = answer.matches[0];
    if (!match) return "";
    const [open, close] = [t("quote_open"), t("quote_close")];
    const event = [match.institution, match.event]
      .filter((part, at, all) => part && all.indexOf(part) === at)
      .join(": ");
    const words = open + match.passage.text.replace(/\s+/g, " ").trim() + close;
    const source = match.url && /^https?:/i.test(match.url) ? ` ${match.url}` : "";
    const read = t("citation_read", match.permalink, t.date(today));
    return `${who(match.speaker, t)}: ${words} ${event}, ${t.date(match.date)}.${source} ${read}`;
  }

  return { who, cite };
})();
