/**
 * What an answer comes to, in one or two sentences of the reader's language. The server's finding is English and stands for
 * readers of English; for all others the same is said from the answer's fields, and the finding goes along.
 */
OnRecord.finding = (() => {
  /**
   * Empty where the server's finding needs no other, or nothing can be said.
   * @param {Answer} answer
   * @param {Texts} t
   */
  function told(answer, t) {
    if (t.locale.startsWith("en")) return "";
    return [wording(answer, t), ...claims(answer, t)].filter(Boolean).join(t.locale.startsWith("zh") ? "" : " ");
  }

  /**
   * @param {Answer} answer
   * @param {Texts} t
   */
  function wording(answer, t) {
    const { verdict, reasons, checks, coverage } = answer;
    const match = answer.matches[0];
    if (match && OnRecord.codes.PLACED.includes(verdict))
      return t(`told_${verdict}`, who(match, t), t.date(match.date));
    if (match && reasons.includes("questioner")) return t("told_reporter", t.date(match.date));
    const { count, last } = checks.occurrences;
    if (verdict === "ambiguous" && count > 1 && last) return t("told_often", t.date(last.date));
    if (verdict === "ambiguous" && match) return t("told_near", who(match, t), t.date(match.date));
    if (!coverage.first || !coverage.last) return "";
    const searched = /** @type {const} */ ([coverage.transcripts, t.date(coverage.first), t.date(coverage.last)]);
    if (verdict === "not_found") return t("told_nothing", ...searched);
    return verdict === "out_of_coverage" ? t("told_held", ...searched) : "";
  }

  /**
   * What the record has against whom and which day the page names.
   * @param {Answer} answer
   * @param {Texts} t
   */
  function claims({ verdict, checks: { attribution, date } }, t) {
    if (!OnRecord.codes.PLACED.includes(verdict)) return [];
    const { claimed, found, relayed_from: from } = attribution;
    const { claimed_date: day, found_date: held } = date;
    return [
      from && t("told_relayed", from),
      attribution.status === "different_speaker" && claimed && found && t("told_otherwise", claimed, found),
      date.status === "different_date" &&
        held &&
        t("told_otherwise", day ? t.date(day) : (date.claimed ?? ""), t.date(held)),
    ];
  }

  /**
   * @param {Match} match
   * @param {Texts} t
   */
  function who({ speaker }, t) {
    return speaker.name || speaker.label || t("speaker_unnamed");
  }

  return { told };
})();
