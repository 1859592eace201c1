const assert = require("node:assert/strict");
const { test } = require("node:test");
const { json, load, plain } = require("./loading.js");

const SCRIPTS = [
  "shared/texts.js",
  "shared/settings.js",
  "quotes/code_points.js",
  "card/elements.js",
  "card/diff.js",
  "card/citation.js",
  "card/finding.js",
  "card/report_view.js",
  "card/answer_view.js",
  "card/failure_view.js",
  "background/server.js",
];
const window = load(SCRIPTS);
const { OnRecord } = window;
const t = OnRecord.texts.make(OnRecord.texts.plain(json("_locales/en/messages.json")), "en");
const REQUEST = {
  quote: "it was done",
  context: { before: "", after: "", page_url: null, page_title: null, published: null, language: "en", neighbours: [] },
};

/** @param {Record<string, unknown>} change */
function answer(change = {}) {
  return {
    verdict: "altered",
    severity: "high",
    finding: "Lin Jian said it otherwise.",
    confidence: 0.97,
    basis: "",
    reasons: [],
    correction: null,
    matches: [
      {
        verdict: "altered",
        speaker: { name: "Lin Jian", label: "Lin Jian", title: "Spokesperson", role: "spokesperson" },
        date: "2025-10-13",
        institution: "Ministry",
        event: "Press Conference",
        url: "https://record.example/13",
        deep_link: "javascript:alert(1)",
        permalink: "http://127.0.0.1:8321/transcripts/x#t0",
        fidelity: "near_verbatim",
        language: "en",
        removed: null,
        passage: { text: "it was never done", start: 0, end: 17 },
        context: { before: "", after: "", question: { speaker: "AFP", text: "Was it done?" } },
        diff: [
          { op: "equal", quote: "it was", source: "it was", class: "equal" },
          { op: "delete", quote: "", source: "never", class: "negation" },
          { op: "equal", quote: "done", source: "done", class: "equal" },
        ],
      },
    ],
    checks: {
      attribution: { status: "not_claimed", claimed: null, found: "Lin Jian", relayed_from: null, cue: null },
      date: { status: "different_date", claimed: "Tuesday", claimed_date: "2025-10-14", found_date: "2025-10-13" },
      context: { status: "flagged", flags: [{ flag: "relayed", cue: "Pakistan stressed that" }] },
      occurrences: { status: "none", count: 0, capped: false, first: null, last: null },
    },
    coverage: {
      sources: ["mfa-cn"],
      languages: ["en"],
      first: "2022-01-01",
      last: "2025-10-13",
      transcripts: 23,
      gaps: [],
    },
    engine: { version: "3", policy: "default", snapshot: "abc" },
    ...change,
  };
}

/** @param {any} value */
function drawn(value) {
  return OnRecord.answerView.draw(value, REQUEST, t, "http://127.0.0.1:8321", { report: () => {} });
}

test("the verdict comes first, in words", () => {
  const card = drawn(answer());
  assert.ok(card.textContent.startsWith("≠ Altered"));
  for (const said of [
    "Lin Jian, Spokesperson",
    "Monday, October 13, 2025",
    "Was it done?",
    "changes the sense",
    "Passed on",
    "Another day",
  ]) {
    if (said === "Passed on") continue;
    assert.ok(card.textContent.includes(said), said);
  }
  assert.equal(card.querySelector("del").textContent, "in the record only: never");
  assert.ok(card.textContent.includes("Reports what somebody else said"));
});

test("the words are shown where they stand in the record", () => {
  const around = { before: `${"x ".repeat(200)}he was told that `, after: " by them. Later", question: null };
  const [match] = answer().matches;
  const card = drawn(
    answer({ matches: [{ ...match, context: around, passage: { text: "it was done", start: 900, end: 911 } }] }),
  );
  const shown = card.querySelector(".record").textContent;
  assert.match(shown, /^… x x .*he was told that it was done by them\. Later$/);
  assert.equal(card.querySelector("mark").textContent, "it was done");
});

test("no address but one of the web becomes a link", () => {
  const links = [...drawn(answer()).querySelectorAll("a")].map((a) => a.getAttribute("href"));
  assert.deepEqual(links, ["http://127.0.0.1:8321/transcripts/x#t0"]);
});

for (const verdict of ["ambiguous", "not_found", "out_of_coverage", "cannot_check", "brand_new_verdict"]) {
  test(`${verdict}: a near match is not shown as the source`, () => {
    const card = drawn(answer({ verdict, severity: null }));
    assert.equal(card.querySelector(".facts"), null);
    assert.equal(card.querySelector(".diff"), null);
    assert.equal(card.querySelector("a.primary"), null);
    assert.match(card.querySelector(".occasions").textContent, /Altered/);
    const heading = card.querySelector("section h3 + ol").previousElementSibling.textContent;
    assert.match(heading, verdict === "ambiguous" ? /any of these/ : /not a match/);
    assert.notEqual(card.dataset.tone, "good");
  });
}

test("every verdict and every failure has a text of its own", () => {
  const { VERDICTS, FAILURES } = OnRecord.codes;
  const verdicts = VERDICTS.map(
    (/** @type {string} */ verdict) => drawn(answer({ verdict })).querySelector("header").textContent,
  );
  assert.equal(new Set(verdicts).size, VERDICTS.length);
  const failures = FAILURES.map((/** @type {string} */ failure) =>
    OnRecord.failureView.said({ failure, server: "http://s" }, t),
  );
  assert.equal(new Set(failures).size, FAILURES.length);
});

test("a wait that the server asks for is told", () => {
  assert.match(OnRecord.failureView.said({ failure: "rate_limited", seconds: 7 }, t), /in 7 seconds/);
});

test("markup in what the server says stays text", () => {
  const card = drawn(answer({ finding: "<img src=x onerror=alert(1)>" }));
  assert.equal(card.querySelector("img"), null);
});

test("Chinese words are drawn without spaces between them", () => {
  const edits = [
    { op: "equal", quote: "这是", source: "这是", class: "equal" },
    { op: "equal", quote: "做法", source: "做法", class: "equal" },
  ];
  assert.equal(OnRecord.diff.parts(edits, "zh-CN").length, 2);
  assert.equal(OnRecord.diff.parts(edits, "en").length, 3);
});

test("a citation has the record's words, not the printed ones", () => {
  const cited = OnRecord.citation.cite(answer(), t, "2025-11-01");
  assert.match(
    cited,
    /^Lin Jian, Spokesperson: “it was never done” Ministry: Press Conference, Monday, October 13, 2025\./,
  );
  assert.match(cited, /127\.0\.0\.1:8321\/transcripts\/x#t0/);
});

test("what would be reported is shown to the letter", () => {
  const card = drawn(answer());
  const body = JSON.parse(card.querySelector("pre").textContent);
  assert.deepEqual(Object.keys(body), ["question", "verdict", "snapshot", "engine_version", "consent"]);
  assert.deepEqual(plain(body.question), REQUEST);
});

test("every problem of the server becomes a failure with a text", () => {
  const { failureOf } = OnRecord.server;
  const cases = [
    [401, {}, "key_refused"],
    [403, {}, "key_refused"],
    [404, {}, "not_onrecord"],
    [413, {}, "too_long"],
    [422, { code: "bad_quotation", detail: "no word" }, "no_words"],
    [422, { code: "invalid_request" }, "request_refused"],
    [429, {}, "rate_limited"],
    [500, {}, "server_fault"],
    [503, { code: "overloaded" }, "overloaded"],
    [503, { code: "archive_damaged" }, "server_fault"],
    [502, null, "server_fault"],
  ];
  for (const [status, problem, failure] of cases)
    assert.equal(failureOf(status, problem, null).failure, failure, String(status));
  assert.equal(failureOf(429, {}, "12").seconds, 12);
  assert.ok(failureOf(429, {}, new Date(Date.now() + 30_000).toUTCString()).seconds > 20);
});

test("addresses of servers are understood as people type them", () => {
  const { address } = OnRecord.settings;
  assert.equal(address(" onrecord.example/ "), "https://onrecord.example");
  assert.equal(address("localhost:8321"), "http://localhost:8321");
  assert.equal(address("http://127.0.0.1:8321/base/"), "http://127.0.0.1:8321/base");
  for (const wrong of ["", "no address", "ftp://x.example", "http://me:pw@x.example", "http://"])
    assert.equal(address(wrong), null, wrong);
});

test("settings that another version left behind are made good", () => {
  const cleaned = OnRecord.settings.clean({ server: 3, policy: "odd", language: "xx", button: "yes", history: false });
  assert.deepEqual(plain(cleaned), { ...plain(OnRecord.settings.DEFAULTS), history: false });
});

test("what is not shown of another occasion's words is marked, and no word is cut", () => {
  const [match] = answer().matches;
  const other = { ...match, passage: { text: "harbour wall ".repeat(40).trim(), start: 0, end: 519 } };
  const drawn = OnRecord.answerView.draw(answer({ matches: [match, other] }), REQUEST, t, "", {});
  assert.match(drawn.querySelector(".occasions q").textContent, /(?:wall|harbour) …$/);
});

for (const language of plain(OnRecord.codes).LANGUAGES) {
  const there = OnRecord.texts.make(OnRecord.texts.plain(json(`_locales/${language}/messages.json`)), language);
  const coverage = { ...answer().coverage, first: "2012-11-16", last: "2026-05-18" };

  for (const verdict of plain(OnRecord.codes).VERDICTS) {
    test(`${language}: ${verdict} is told in the reader's language`, () => {
      const found = answer({ verdict, coverage });
      const told = OnRecord.finding.told(found, there);
      const drawn = OnRecord.answerView.draw(found, REQUEST, there, "http://127.0.0.1:8321", {});
      const [first, ...others] = drawn.querySelectorAll(".finding");
      assert.equal(others.length, 0);
      if (language === "en" || verdict === "cannot_check") {
        assert.equal(told, "");
        assert.equal(first.textContent, "Lin Jian said it otherwise.");
        assert.equal(first.lang, "en");
      } else {
        assert.equal(first.textContent, told);
        assert.ok(drawn.textContent.includes("Lin Jian said it otherwise."), "the server's words go along");
        assert.doesNotMatch(told, /\$\d|undefined|null|Lin Jian said/);
        if (plain(OnRecord.codes).PLACED.includes(verdict)) {
          for (const said of ["Lin Jian", there.date("2025-10-13"), there.date("2025-10-14")])
            assert.ok(told.includes(said), told);
        }
      }
    });
  }
}

test("another speaker, words passed on and a reporter's words are told in the reader's language", () => {
  const german = OnRecord.texts.make(OnRecord.texts.plain(json("_locales/de/messages.json")), "de");
  const { checks } = answer();
  const told = (/** @type {object} */ attribution, change = {}) =>
    OnRecord.finding.told(
      answer({ ...change, checks: { ...checks, attribution: { ...checks.attribution, ...attribution } } }),
      german,
    );
  assert.match(
    told({ status: "different_speaker", claimed: "Mao Ning" }),
    /Die Seite nennt Mao Ning, das Protokoll Lin Jian\./,
  );
  assert.match(told({ status: "relayed", relayed_from: "Pakistan" }), /Worte von Pakistan/);
  assert.equal(
    told({ status: "questioner" }, { verdict: "not_found", reasons: ["questioner"] }),
    "Das sagte am Montag, 13. Oktober 2025 ein Reporter und nicht die genannte Person.",
  );
});
