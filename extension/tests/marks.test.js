const assert = require("node:assert/strict");
const { test } = require("node:test");
const { load, plain } = require("./loading.js");

const { OnRecord } = load(["quotes/code_points.js", "quotes/marks.js", "quotes/growth.js"]);
const { scan, joined, words, trim } = OnRecord.marks;

/** @param {string} text */
function quotations(text) {
  return plain(joined(text, scan(text)).map((/** @type {Quotation} */ one) => words(text, one)));
}

for (const [name, text, expected] of [
  ["curly", "He said “it is done” and left.", ["it is done"]],
  ["straight", 'He said "it is done" and "we go on" today.', ["it is done", "we go on"]],
  ["mixed marks in one", 'He said “it is done" and left.', ["it is done"]],
  ["a closing mark that opens", "He said ”it is done” and left.", ["it is done"]],
  ["German", "Er sagte „es ist vorbei“ und ging.", ["es ist vorbei"]],
  ["German guillemets", "Er sagte »es ist vorbei« und ging.", ["es ist vorbei"]],
  ["French, with spaces", "Il a dit « c’est fini » hier.", ["c’est fini"]],
  ["Spanish", "Dijo «se acabó» ayer.", ["se acabó"]],
  ["Chinese curly", "他说“这是正当做法”。", ["这是正当做法"]],
  ["Chinese corners", "他說「這是正當做法」。", ["這是正當做法"]],
  ["single marks of a headline", "Accounts were ‘invented by the owners’ themselves", ["invented by the owners"]],
  ["apostrophes are no marks", "The owners’ cost and the '90s don't count.", []],
  ["comma inside", "“It is done,” he said.", ["It is done,"]],
  ["inner quotation", "“They said ‘never’ to us,” he said.", ["They said ‘never’ to us,"]],
  ["split by he said", "“It is done,” Lin said, “and we go on.”", ["It is done, and we go on."]],
  ["split, two sentences", "“It is done,” Lin said. “We go on.”", ["It is done, We go on."]],
  ["not split: prose between", "“It is done.” That was all for the day. “We go on.”", ["It is done.", "We go on."]],
  ["not split: two scare quotes", "the “old guard” and the “new wave” met", ["old guard", "new wave"]],
  [
    "paragraphs that reopen",
    "“It is done.\n\n“We go on.\n\n“Good night,” he said.",
    ["It is done.\nWe go on.\nGood night,"],
  ],
  ["unclosed mark ends with its paragraph", "“It is done.\n\nHe “went on” then.", ["went on"]],
]) {
  test(`quotations: ${name}`, () => assert.deepEqual(quotations(String(text)), expected));
}

test("marks and spaces are trimmed, an apostrophe that belongs to a word is not", () => {
  assert.equal(trim(" “It is done,” "), "It is done,");
  assert.equal(trim("«\u00a0c’est fini\u00a0»"), "c’est fini");
  assert.equal(trim("the owners’"), "the owners’");
  assert.equal(trim("“”"), "");
});

const STORY = [
  "Accounts were “misinformed, invented, or designed to drive a wedge”, he said.",
  "“The samples are gem ores,” Lin Jian said, “purchased by staff in Pakistan.” He went on for the whole afternoon.",
  "Both are “all-weather strategic partners” of each other.",
].join("\n\n");

/** @param {string} selected */
function grown(selected) {
  const start = STORY.indexOf(selected);
  assert.ok(start >= 0);
  return OnRecord.growth.grow(STORY, start, start + selected.length);
}

test("a selection inside a quotation grows to all of it", () => {
  assert.equal(grown("invented").quote, "misinformed, invented, or designed to drive a wedge");
  assert.equal(grown("purchased by").quote, "The samples are gem ores, purchased by staff in Pakistan.");
});

test("a selection that takes in a quotation shrinks to it", () => {
  assert.equal(
    grown("were “misinformed, invented, or designed to drive a wedge”, he").quote.slice(0, 11),
    "misinformed",
  );
});

test("a selection without a quotation is taken in whole words", () => {
  assert.equal(grown("ent on for the whole aftern").quote, "went on for the whole afternoon");
});

test("two words in marks are not what a long stretch of prose was selected for", () => {
  const text = "The council met the “old guard” again on Monday and talked about nothing else for hours";
  assert.equal(OnRecord.growth.grow(text, 0, text.length).quote, text);
});

test("the other quotations go along in the order of the page", () => {
  const { start, end } = grown("gem ores");
  assert.deepEqual(plain(OnRecord.growth.neighbours(STORY, start, end)), [
    "misinformed, invented, or designed to drive a wedge",
    "all-weather strategic partners",
  ]);
  assert.deepEqual(plain(OnRecord.growth.neighbours(STORY, start, end, 1)), [
    "misinformed, invented, or designed to drive a wedge",
  ]);
});

test("300 code points of context go along, never half a character", () => {
  const text = `${"😀".repeat(400)} “It is done” ${"é".repeat(400)}`;
  const start = text.indexOf("“");
  const { before, after } = OnRecord.growth.around(text, { start, end: text.indexOf("”") + 1, aside: "" });
  assert.equal([...before].length, 300);
  assert.equal([...after].length, 300);
  assert.ok(before.isWellFormed());
});

test("context is whole words, its paragraphs are told apart, and what broke the quotation comes first behind it", () => {
  const text = `${"long ".repeat(100)}\n\nOn that Lin was firm. “It is done,” Lin said on Monday, “and will stay.”\n\nNext “word”.`;
  const at = text.indexOf("done");
  const grown = OnRecord.growth.grow(text, at, at + 4);
  assert.equal(grown.quote, "It is done, and will stay.");
  const { before, after } = OnRecord.growth.around(text, grown);
  assert.ok(before.endsWith("long\nOn that Lin was firm."), before);
  assert.ok(before.startsWith("long "), before);
  assert.equal(after, ", Lin said on Monday. \nNext “word”.");
});

test("paragraphs that reopen with a mark have nobody between them", () => {
  const text = "“It is done.\n\n“It will stay,” Lin said.";
  const grown = OnRecord.growth.grow(text, 3, 6);
  assert.deepEqual([grown.quote, grown.aside], ["It is done.\nIt will stay,", ""]);
});

test("words are counted, of Chinese two characters as one", () => {
  assert.equal(OnRecord.growth.wordCount("It’s a well-known fact"), 4);
  assert.equal(OnRecord.growth.wordCount("这是正当做法"), 3);
});

test("code points and UTF-16 units are told apart", () => {
  const text = "a😀b😀c";
  const toUtf16 = OnRecord.codePoints.toUtf16(text);
  assert.deepEqual([0, 1, 2, 3, 4, 5].map(toUtf16), [0, 1, 3, 4, 6, 7]);
  assert.equal(OnRecord.codePoints.length(text), 5);
});
