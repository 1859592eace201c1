/**
 * Every code an answer or a failure can hold. Texts are looked up by them (`verdict_altered`), and a code that a newer
 * server adds is shown as it is, as something that was not placed.
 */
OnRecord.codes = (() => {
  const VERDICTS = [
    "verbatim",
    "verbatim_marked",
    "minor_variance",
    "altered",
    "spliced",
    "translation_variant",
    "ambiguous",
    "not_found",
    "out_of_coverage",
    "cannot_check",
  ];
  // Only these name an occasion. The matches of all others are shown as what they are: nearest, or several.
  const PLACED = ["verbatim", "verbatim_marked", "minor_variance", "altered", "spliced", "translation_variant"];
  const FREE_EDITS = ["equal", "presentation", "record_noise"];
  const MARKED_EDITS = ["ellipsis", "bracket"];
  const EDITS = [
    ...MARKED_EDITS,
    "filler",
    "article",
    "that",
    "contraction",
    "function_word",
    "content",
    "inflection",
    "moved",
    "unmarked_omission",
    "sentence_boundary_moved",
    "negation",
    "modal",
    "tense",
    "person",
    "roles",
    "number",
    "unit",
    "date",
    "name",
    "quantifier",
    "hedge",
    "conditional",
    "scalar",
    "preposition",
  ];
  const FLAGS = [
    "negated",
    "reversal_follows",
    "conditional",
    "question",
    "relayed",
    "cut_before",
    "cut_after",
    "hedged",
    "echoed",
  ];
  const ATTRIBUTIONS = ["confirmed", "different_speaker", "questioner", "relayed", "unresolved", "not_claimed"];
  const DATES = ["confirmed", "different_date", "multiple_dates", "unresolved", "not_claimed"];
  const ROLES = ["spokesperson", "official", "journalist", "moderator", "unknown"];
  const FIDELITIES = ["verbatim", "near_verbatim", "edited", "translated", "press_excerpt"];
  const REASONS = [
    "out_of_order",
    "different_turns",
    "different_events",
    "ellipsis_joins_answers",
    "ellipsis_hides_negation",
    "ellipsis_hides_condition",
    "ellipsis_hides_hedge",
    "ellipsis_hides_reversal",
    "ellipsis_hides_interjection",
    "resumed_after_interruption",
    "record_may_be_in_error",
    "too_short",
    "set_phrase",
    "near_match",
    "another_translation",
    "questioner",
  ];
  const FAILURES = [
    "nothing_selected",
    "no_words",
    "too_long",
    "page_forbidden",
    "page_refuses",
    "server_down",
    "server_slow",
    "server_moved",
    "not_onrecord",
    "no_verify",
    "no_reports",
    "key_missing",
    "key_refused",
    "origin_refused",
    "rate_limited",
    "overloaded",
    "request_refused",
    "server_fault",
    "outdated",
    "cancelled",
  ];
  const POLICIES = ["default", "strict", "lenient"];
  const LANGUAGES = ["en", "es", "zh_CN", "de", "fr"];

  /** @type {Record<string, Tone>} */
  const TONES = {
    verbatim: "good",
    verbatim_marked: "good",
    minor_variance: "care",
    altered: "bad",
    spliced: "bad",
    translation_variant: "care",
    ambiguous: "care",
  };
  /** @type {Record<Tone, string>} */
  const GLYPHS = { good: "✓", care: "≈", bad: "≠", plain: "?" };

  /** @param {string} verdict */
  function tone(verdict) {
    return TONES[verdict] ?? "plain";
  }

  /** @param {string} verdict */
  function glyph(verdict) {
    return GLYPHS[tone(verdict)];
  }

  return {
    VERDICTS,
    PLACED,
    FREE_EDITS,
    MARKED_EDITS,
    EDITS,
    FLAGS,
    ATTRIBUTIONS,
    DATES,
    ROLES,
    FIDELITIES,
    REASONS,
    FAILURES,
    POLICIES,
    LANGUAGES,
    tone,
    glyph,
  };
})();
