const assert = require("node:assert/strict");
const { readFileSync, readdirSync } = require("node:fs");
const { join } = require("node:path");
const { test } = require("node:test");
const { json, load, plain } = require("./loading.js");

const ROOT = join(__dirname, "..");
const SOURCES = readdirSync(join(ROOT, "src"), { recursive: true, encoding: "utf-8" }).filter((path) =>
  /\.(?:js|html)$/.test(path),
);
const FILES = [...SOURCES.map((path) => join("src", path)), "manifest.json"].map((path) =>
  readFileSync(join(ROOT, path), "utf-8"),
);
const { OnRecord } = load(["shared/texts.js"]);
const CODES = plain(OnRecord.codes);
const ENGLISH = json("_locales/en/messages.json");

/** What may stand where a key is put together from a code. */
const FAMILIES = {
  verdict_: CODES.VERDICTS,
  edit_: CODES.EDITS,
  flag_: CODES.FLAGS,
  attribution_: CODES.ATTRIBUTIONS.filter((/** @type {string} */ code) => code !== "not_claimed"),
  date_: CODES.DATES.filter((/** @type {string} */ code) => code !== "not_claimed"),
  role_: CODES.ROLES.filter((/** @type {string} */ code) => code !== "unknown"),
  fidelity_: CODES.FIDELITIES,
  reason_: CODES.REASONS,
  failure_: CODES.FAILURES,
  policy_: CODES.POLICIES,
  told_: CODES.PLACED,
  menu_: ["lookup", "check"],
};

// A string that is a key can only be meant as one: t(capped ? "times_or_more" : "times", …).
const NAMED = /data-(?:text|label|hint)="(\w+)"|__MSG_(\w+)__|messages\.(\w+_label)\b|\bt\("(\w+)"/g;
const STRING = /"([a-z]+(?:_[a-z]+)*)"/g;
const PUT_TOGETHER = /\bt\(`([a-z]+_)\$\{[^}]+\}(\w*)`/g;

/**
 * The keys that a source names.
 * @param {string} text
 * @returns {string[]}
 */
function keysIn(text) {
  const named = [...text.matchAll(NAMED)].map((found) => String(found.slice(1).find(Boolean)));
  const strings = [...text.matchAll(STRING)].map(([, key]) => String(key)).filter((key) => Object.hasOwn(ENGLISH, key));
  const families = [...text.matchAll(PUT_TOGETHER)].flatMap(([, prefix, suffix]) => {
    const codes = FAMILIES[/** @type {keyof typeof FAMILIES} */ (prefix)];
    assert.ok(codes, `no list of codes for ${prefix}`);
    return codes.map((/** @type {string} */ code) => `${prefix}${code}${suffix}`);
  });
  return [...named, ...strings, ...families];
}

function used() {
  // Only these two failures have a time to wait, which makes a text of its own.
  const timed = /^failure_(?:rate_limited|overloaded)_remedy_seconds$/;
  return new Set(FILES.flatMap(keysIn).filter((key) => !key.endsWith("_remedy_seconds") || timed.test(key)));
}

for (const language of CODES.LANGUAGES) {
  const messages = json(`_locales/${language}/messages.json`);

  test(`${language}: every text that is used is there`, () => {
    assert.deepEqual(
      [...used()].filter((key) => !messages[key]?.message.trim()),
      [],
    );
  });

  test(`${language}: every text that is there is used`, () => {
    const keys = used();
    assert.deepEqual(
      Object.keys(messages).filter((key) => !keys.has(key)),
      [],
    );
  });

  test(`${language}: the same values go into every text as in English`, () => {
    for (const [key, { message }] of Object.entries(messages)) {
      const values = (/** @type {string} */ text) => [...new Set(text.match(/\$\d/g))].sort();
      assert.deepEqual(values(message), values(ENGLISH[key].message), key);
    }
  });

  if (language !== "en") {
    test(`${language}: is translated`, () => {
      const same = Object.keys(messages).filter((key) => messages[key].message === ENGLISH[key].message);
      assert.ok(same.length < 15, `as in English: ${same}`);
    });
  }
}

test("names and descriptions are as short as the stores want them", () => {
  for (const language of CODES.LANGUAGES) {
    const messages = json(`_locales/${language}/messages.json`);
    assert.ok(messages.extension_name.message.length <= 45, language);
    assert.ok(messages.extension_description.message.length <= 132, language);
  }
});

test("what stands in the pages until their texts are read is the English text", () => {
  for (const text of FILES) {
    for (const [, key, shown] of text.matchAll(/data-text="(\w+)"[^>]*?>([^<]*)</g)) {
      const plainText = String(shown).replaceAll("&amp;", "&").replace(/\s+/g, " ").trim();
      assert.equal(plainText, ENGLISH[String(key)].message, key);
    }
  }
});

test("values are put in, and a key that is missing shows itself", () => {
  const t = OnRecord.texts.make({ hello: "Hello $1, $2 of $1" }, "en");
  assert.equal(t("hello", "a", 3), "Hello a, 3 of a");
  assert.equal(t("not_there"), "not there");
});

test("dates are written as the reader writes them, and never moved to another day", () => {
  assert.equal(OnRecord.texts.make({}, "en").date("2025-10-13"), "Monday, October 13, 2025");
  assert.equal(OnRecord.texts.make({}, "zh_CN").date("2025-10-13"), "2025年10月13日星期一");
  assert.equal(OnRecord.texts.make({}, "de").date("2025-10-13T23:59:00-11:00"), "Montag, 13. Oktober 2025");
});

test("the nearest language is found", () => {
  const { closest } = OnRecord.texts;
  const offered = CODES.LANGUAGES;
  assert.equal(closest("de-AT", offered), "de");
  assert.equal(closest("zh-TW", offered), "zh_CN");
  assert.equal(closest("pt-BR", offered), "en");
});
