const assert = require("node:assert/strict");
const { test } = require("node:test");
const { load } = require("./loading.js");

const SCRIPTS = ["quotes/code_points.js", "quotes/dates.js", "quotes/metadata.js"];

/** @param {string} head */
function published(head, body = "") {
  const window = load(SCRIPTS, `<!doctype html><head>${head}</head><body>${body}</body>`);
  return window.OnRecord.dates.published(window.document);
}

test("JSON-LD comes first, in a graph too", () => {
  const ld =
    '<script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","datePublished":"2025-10-14T23:30:00-04:00"}]}</script>';
  const meta = '<meta property="article:published_time" content="2025-10-15">';
  assert.equal(published(ld + meta), "2025-10-14");
});

test("broken JSON-LD, and dates of things that are no article, are passed over", () => {
  const broken = '<script type="application/ld+json">{"@type": </script>';
  const event = '<script type="application/ld+json">{"@type":"Person","datePublished":"2020-01-01"}</script>';
  const meta = '<meta name="DC.date.issued" content="14 October 2025">';
  assert.equal(published(broken + event + meta), "2025-10-14");
});

test("the more telling meta element wins, wherever it stands", () => {
  const metas =
    '<meta name="date" content="2025-10-20"><meta property="article:published_time" content="2025-10-14T08:00:00Z">';
  assert.equal(published(metas), "2025-10-14");
});

test("a <time> of the article is the last resort", () => {
  assert.equal(
    published("", '<time datetime="2019-01-01"></time><article><time datetime="2025-10-14"></time></article>'),
    "2025-10-14",
  );
  assert.equal(published("", "<article><time>Oct. 14, 2025</time></article>"), "2025-10-14");
  assert.equal(published("", "<p>no date</p>"), null);
});

test("the printed day is kept, and what is no day is none", () => {
  const { day } = load(SCRIPTS).OnRecord.dates;
  const cases = {
    20251014: "2025-10-14",
    "2025/10/14 08:00": "2025-10-14",
    "Tue, 14 Oct 2025 23:59:00 GMT": "2025-10-14",
    "October 14, 2025": "2025-10-14",
    "2025-02-30": null,
    yesterday: null,
  };
  for (const [text, expected] of Object.entries(cases)) assert.equal(day(text), expected, text);
});

test("addresses go without fragment and password, and only from the web", () => {
  const { address } = load(SCRIPTS).OnRecord.metadata;
  assert.equal(address("https://me:secret@paper.example/story?id=1#top"), "https://paper.example/story?id=1");
  assert.equal(address("file:///home/me/story.html"), null);
});

test("the language is that of the words, else of the page", () => {
  const window = load(SCRIPTS, '<!doctype html><html lang="en"><body><p lang="zh_CN">好</p><i>x</i></body></html>');
  const { language } = window.OnRecord.metadata;
  assert.equal(language(window.document.querySelector("p")), "zh-CN");
  assert.equal(language(window.document.querySelector("i")), "en");
});
