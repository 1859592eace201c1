/** One answer as a reader sees it: the verdict in words first, then who, when, and how the printed words differ. */
OnRecord.answerView = (() => {
  const LONGEST_QUESTION = 280; // characters of the question before the reader asks for the rest
  const LONGEST_EXCERPT = 220;
  const BEFORE = 160; // characters of the record shown before the passage, and after it
  const AFTER = 120;

  /**
   * @param {Answer} answer
   * @param {LookupRequest} request
   * @param {Texts} t
   * @param {string} server
   * @param {CardActions} actions
   */
  function draw(answer, request, t, server, actions) {
    const { el } = OnRecord.elements;
    const { PLACED, tone } = OnRecord.codes;
    const match = PLACED.includes(answer.verdict) ? answer.matches[0] : undefined;
    return el(
      "article",
      { class: "answer", "data-tone": tone(answer.verdict), "data-verdict": answer.verdict },
      header(answer, t, actions),
      printed(request, t),
      match && facts(match, t),
      finding(answer, t),
      match?.removed && removal(match.removed, t),
      match && wordByWord(match, t),
      match && record(match, t),
      answer.correction && correction(answer.correction, match, t),
      checks(answer, t),
      links(answer, match, t),
      occasions(answer.matches.slice(match ? 1 : 0), answer, Boolean(match), t),
      searched(answer, t, server),
      actions.report && OnRecord.reportView.draw(answer, request, t, server, actions),
    );
  }

  /**
   * @param {Answer} answer
   * @param {Texts} t
   * @param {CardActions} actions
   */
  function header(answer, t, actions) {
    const { el } = OnRecord.elements;
    const { VERDICTS, glyph } = OnRecord.codes;
    const known = VERDICTS.includes(answer.verdict);
    return el(
      "header",
      null,
      actions.back &&
        el("button", { type: "button", class: "quiet back", onclick: actions.back }, `← ${t("back_to_list")}`),
      el(
        "h2",
        { class: "verdict" },
        el("span", { class: "glyph", "aria-hidden": "true" }, glyph(answer.verdict)),
        " ",
        known ? t(`verdict_${answer.verdict}`) : t("verdict_unknown", answer.verdict),
        answer.severity === "high" && [" ", el("span", { class: "severity" }, t("severity_high"))],
      ),
      el("p", { class: "meaning" }, known ? t(`verdict_${answer.verdict}_meaning`) : t("verdict_unknown_meaning")),
    );
  }

  /**
   * @param {LookupRequest} request
   * @param {Texts} t
   */
  function printed(request, t) {
    const { el } = OnRecord.elements;
    const { language } = request.context;
    return el(
      "blockquote",
      { class: "printed" },
      el("span", { class: "label" }, t("printed")),
      el("q", { lang: language, dir: "auto" }, request.quote),
    );
  }

  /**
   * @param {Match} match
   * @param {Texts} t
   */
  function facts(match, t) {
    const { el, excerpt } = OnRecord.elements;
    const { name, label, role, title } = match.speaker;
    const inRecord = label && label !== name && name ? t("labelled", label) : null;
    // A title says already that an official speaks; that a reporter does, nothing else says.
    const roleName = role !== "unknown" && !title && OnRecord.codes.ROLES.includes(role) ? t(`role_${role}`) : null;
    const { question } = match.context;
    return el(
      "dl",
      { class: "facts" },
      fact(
        t("who"),
        el("strong", { dir: "auto" }, OnRecord.citation.who(match.speaker, t)),
        [roleName, inRecord].filter(Boolean).join(" · "),
      ),
      fact(
        t("when"),
        el("strong", null, el("time", { datetime: match.date }, t.date(match.date))),
        el("span", { lang: match.language, dir: "auto" }, match.event || match.institution),
      ),
      question &&
        fact(
          t("asked"),
          excerpt(question.text, LONGEST_QUESTION, match.language, t("show_all")),
          question.speaker && el("span", { lang: match.language, dir: "auto" }, question.speaker),
        ),
    );
  }

  /**
   * @param {string} name
   * @param {Child} value
   * @param {Child} minor
   */
  function fact(name, value, minor) {
    const { el } = OnRecord.elements;
    return el("div", null, el("dt", null, name), el("dd", null, value, minor && el("span", { class: "minor" }, minor)));
  }

  /**
   * @param {Answer} answer
   * @param {Texts} t
   */
  function finding(answer, t) {
    const { el } = OnRecord.elements;
    const english = { lang: "en", dir: "ltr" };
    const told = OnRecord.finding.told(answer, t);
    if (!told) return el("p", { class: "finding", ...english }, answer.finding);
    return [
      el("p", { class: "finding" }, told),
      el("p", { class: "minor" }, `${t("finding_server")} `, el("span", english, answer.finding)),
    ];
  }

  /**
   * @param {{what: string, since: string}} removed
   * @param {Texts} t
   */
  function removal(removed, t) {
    const { el } = OnRecord.elements;
    const what =
      removed.what === "page" ? t("removed_page", t.date(removed.since)) : t("removed_text", t.date(removed.since));
    return el("p", { class: "notice", role: "note" }, what);
  }

  /**
   * @param {Match} match
   * @param {Texts} t
   */
  function wordByWord(match, t) {
    const { el } = OnRecord.elements;
    const parts = OnRecord.diff.parts(match.diff, match.language);
    if (!parts.some(({ kind }) => kind === "edit")) return null;
    return el(
      "section",
      null,
      el("h3", null, t("word_by_word")),
      el(
        "p",
        { class: "diff", lang: match.language, dir: "auto" },
        parts.map((part) => (part.kind === "edit" ? edit(part, t) : part.text)),
      ),
      el("p", { class: "legend" }, el("del", null, t("legend_dropped")), " ", el("ins", null, t("legend_added"))),
    );
  }

  /**
   * The words where they stand, since what is around them may turn them: whose promise it was, on what condition.
   * @param {Match} match
   * @param {Texts} t
   */
  function record({ passage, context, language }, t) {
    const { el } = OnRecord.elements;
    const { first, last, length } = OnRecord.codePoints;
    const [before, after] = [last(context.before, BEFORE), first(context.after, AFTER)];
    const cut = length(before) === BEFORE || passage.start > length(context.before);
    return el(
      "section",
      null,
      el("h3", null, t("in_the_record")),
      el(
        "blockquote",
        { class: "record", lang: language, dir: "auto" },
        before && el("span", { class: "around" }, cut ? `… ${before.replace(/^\S*\s/, "")}` : before),
        el("mark", null, passage.text),
        after && el("span", { class: "around" }, length(after) === AFTER ? `${after.replace(/\s\S*$/, "")} …` : after),
      ),
    );
  }

  /**
   * @param {{dropped: string, added: string, cls: string, marked: boolean}} part
   * @param {Texts} t
   */
  function edit({ dropped, added, cls, marked }, t) {
    const { el } = OnRecord.elements;
    const named = OnRecord.codes.EDITS.includes(cls) ? t(`edit_${cls}`) : cls.replaceAll("_", " ");
    return el(
      "span",
      { class: marked ? "edit marked" : "edit" },
      dropped && el("del", null, el("span", { class: "unseen" }, `${t("unseen_dropped")} `), dropped),
      dropped && added && " ",
      added && el("ins", null, el("span", { class: "unseen" }, `${t("unseen_added")} `), added),
      el("small", { lang: t.locale, dir: "ltr" }, named),
    );
  }

  /**
   * @param {string} text
   * @param {Match | undefined} match
   * @param {Texts} t
   */
  function correction(text, match, t) {
    const { el, copyButton } = OnRecord.elements;
    return el(
      "section",
      { class: "correction" },
      el("h3", null, t("correction")),
      el("p", null, el("q", { lang: match?.language, dir: "auto" }, text)),
      copyButton(text, t("copy_correction"), t("copied")),
    );
  }

  /**
   * @param {Answer} answer
   * @param {Texts} t
   */
  function checks({ checks: { attribution, date, context, occurrences }, reasons, verdict }, t) {
    const { el } = OnRecord.elements;
    const { ATTRIBUTIONS, DATES, FLAGS, REASONS } = OnRecord.codes;
    const told = reasons.filter((reason) => REASONS.includes(reason) && reason !== attribution.status);
    const rows = [
      ATTRIBUTIONS.includes(attribution.status) &&
        attribution.status !== "not_claimed" &&
        row(attribution.status, t("check_speaker"), t(`attribution_${attribution.status}`), speakers(attribution, t)),
      DATES.includes(date.status) &&
        date.status !== "not_claimed" &&
        row(date.status, t("check_date"), t(`date_${date.status}`), days(date, t)),
      context.flags.map(({ flag, cue }) =>
        row(
          "flag",
          t("check_context"),
          FLAGS.includes(flag) ? t(`flag_${flag}`) : flag.replaceAll("_", " "),
          cue && t("quote_open") + cue + t("quote_close"),
        ),
      ),
      told.map((reason) => row("flag", t("check_note"), t(`reason_${reason}`))),
      occurrences.count > 1 &&
        row(
          "times",
          t("check_times"),
          t(occurrences.capped ? "times_or_more" : "times", occurrences.count),
          span(occurrences, t),
        ),
    ].flat();
    const shown = rows.filter(Boolean);
    if (!shown.length || verdict === "cannot_check") return null;
    return el("section", null, el("h3", null, t("checks")), el("ul", { class: "checks" }, shown));
  }

  /**
   * @param {string} status
   * @param {string} name
   * @param {string} said
   * @param {Child} more
   */
  function row(status, name, said, more = null) {
    const { el } = OnRecord.elements;
    return el(
      "li",
      { "data-status": status },
      el("span", { class: "label" }, name),
      el("span", null, el("strong", null, said), more && el("span", { class: "minor" }, more)),
    );
  }

  /**
   * @param {Checks["attribution"]} attribution
   * @param {Texts} t
   */
  function speakers({ status, claimed, found, relayed_from: from }, t) {
    if (from) return t("words_of", from);
    if (claimed && found && status !== "confirmed") return t("page_says_record_says", claimed, found);
    return found;
  }

  /**
   * @param {Checks["date"]} date
   * @param {Texts} t
   */
  function days({ status, claimed, claimed_date: day, found_date: found }, t) {
    if (!found) return claimed;
    if (status === "confirmed") return t.date(found);
    return t("page_says_record_says", day ? t.date(day) : (claimed ?? ""), t.date(found));
  }

  /**
   * @param {Checks["occurrences"]} occurrences
   * @param {Texts} t
   */
  function span({ first, last }, t) {
    const { el, link } = OnRecord.elements;
    if (!first || !last) return null;
    const named = (/** @type {Occurrence} */ one) => link(one.permalink, t.date(one.date)) ?? t.date(one.date);
    return el("span", null, t("first_time"), " ", named(first), "; ", t("last_time"), " ", named(last));
  }

  /**
   * @param {Answer} answer
   * @param {Match | undefined} match
   * @param {Texts} t
   */
  function links(answer, match, t) {
    const { el, link, copyButton } = OnRecord.elements;
    const today = new Date().toISOString().slice(0, 10);
    return el(
      "p",
      { class: "links" },
      match && link(match.permalink, t("open_transcript"), { class: "primary" }),
      match && link(match.deep_link, t("open_source")),
      match && copyButton(OnRecord.citation.cite(answer, t, today), t("copy_citation"), t("copied")),
      copyButton(OnRecord.finding.told(answer, t) || answer.finding, t("copy_finding"), t("copied")),
    );
  }

  /**
   * The matches that are not the answer. They say of themselves what they are, so that none passes for it.
   * @param {Match[]} matches
   * @param {Answer} answer
   * @param {boolean} placed
   * @param {Texts} t
   */
  function occasions(matches, answer, placed, t) {
    const { el, link } = OnRecord.elements;
    if (!matches.length) return null;
    const heading = placed
      ? t("other_occasions")
      : answer.verdict === "ambiguous"
        ? t("possible_occasions")
        : t("nearest");
    const items = matches.map((match) => {
      const named = `${t.date(match.date)}, ${OnRecord.citation.who(match.speaker, t)}`;
      const role = match.speaker.role === "journalist" ? ` · ${t("role_journalist")}` : "";
      return el(
        "li",
        null,
        link(match.permalink, named) ?? named,
        el("span", { class: "minor" }, `${t(`verdict_${match.verdict}`)}${role}`),
        el(
          "q",
          { lang: match.language, dir: "auto" },
          OnRecord.codePoints.beginning(match.passage.text, LONGEST_EXCERPT),
        ),
      );
    });
    return el("section", null, el("h3", null, heading), el("ol", { class: "occasions" }, items));
  }

  /**
   * @param {Answer} answer
   * @param {Texts} t
   * @param {string} server
   */
  function searched({ coverage, basis, confidence, engine, matches }, t, server) {
    const { el } = OnRecord.elements;
    const fidelity = matches[0]?.fidelity ?? "";
    return el(
      "details",
      { class: "searched" },
      el("summary", null, t("searched")),
      el(
        "p",
        null,
        coverage.first && coverage.last
          ? t("searched_dates", coverage.transcripts, t.date(coverage.first), t.date(coverage.last))
          : t("searched_count", coverage.transcripts),
      ),
      coverage.gaps.map((gap) => el("p", { lang: "en" }, gap)),
      OnRecord.codes.FIDELITIES.includes(fidelity) && el("p", null, `${t("record_kind")} ${t(`fidelity_${fidelity}`)}`),
      basis && el("p", null, `${t("basis")} `, el("span", { lang: "en" }, basis)),
      el(
        "p",
        { class: "minor" },
        t(
          "engine",
          engine.version,
          t(`policy_${engine.policy}`),
          engine.snapshot,
          Math.round(100 * confidence),
          server,
        ),
      ),
    );
  }

  /**
   * What a screen reader is told when the answer is there.
   * @param {Answer} answer
   * @param {Texts} t
   */
  function said(answer, t) {
    const verdict = OnRecord.codes.VERDICTS.includes(answer.verdict)
      ? t(`verdict_${answer.verdict}`)
      : t("verdict_unknown", answer.verdict);
    return `${verdict}. ${OnRecord.finding.told(answer, t) || answer.finding}`;
  }

  return { draw, said };
})();
