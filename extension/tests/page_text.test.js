const assert = require("node:assert/strict");
const { test } = require("node:test");
const { load, plain } = require("./loading.js");

const SCRIPTS = ["quotes/code_points.js", "quotes/marks.js", "quotes/growth.js", "quotes/page_text.js"];

/** @param {string} body */
function page(body) {
  const window = load(SCRIPTS, `<!doctype html><body>${body}</body>`);
  /** @type {any} markup of our own, where what is asked for is there */
  const document = window.document;
  return { window, document, pageText: window.OnRecord.pageText };
}

/**
 * @param {any} pageText
 * @param {any} document
 */
async function whole(pageText, document, most = 10_000) {
  return await pageText.whole(document.body, { most, pause: () => Promise.resolve(), cancelled: () => false });
}

test("blocks are paragraphs, running elements are not, spaces are one", async () => {
  const { document, pageText } = page(
    "<h1>Head  line</h1><p>One <b>bold</b>\n  word.</p>\n<div>Bare<p>Inner</p>tail</div>",
  );
  const { map, cut } = await whole(pageText, document);
  assert.equal(map.text, "Head line\n\nOne bold word.\n\nBare\n\nInner\n\ntail");
  assert.equal(cut, false);
});

test("what a reader does not see or would not read is left out", async () => {
  const { document, pageText } = page(
    "<nav>Menu</nav><p>Seen<script>no()</script><style>p{}</style></p><textarea>typed</textarea>",
  );
  assert.equal((await whole(pageText, document)).map.text, "Seen");
});

test("two line breaks part paragraphs, one is a space", async () => {
  const { document, pageText } = page("<p>One<br>two<br><br>three</p>");
  assert.equal((await whole(pageText, document)).map.text, "One two\n\nthree");
});

test("readings above words and numbers of notes are no words of the text, powers are", async () => {
  const { document, pageText } = page(
    "<p>“<ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby>字” one<sup>[1]</sup> two<sup><a>[note 2]</a></sup> m<sup>2</sup></p>",
  );
  assert.equal((await whole(pageText, document)).map.text, "“漢字” one two m2");
});

test("the marks that a browser puts around <q> are there, where a sheet has not taken them away", async () => {
  const { document, pageText } = page(
    "<style>.bare{quotes:none}</style><p><q>It <b>is</b> done</q>, he said, <q class=bare>“and gone”</q>.</p><q>Last</q>",
  );
  const { map } = await whole(pageText, document);
  assert.equal(map.text, "“It is done”, he said, “and gone”.\n\n“Last”");
  const range = pageText.range(map, 1, map.text.indexOf("”"));
  assert.equal(range.toString(), "It is done");
  const selected = document.createRange();
  selected.selectNodeContents(document.querySelector("b"));
  const { map: near, start, end } = pageText.around(selected, { characters: 1_000, milliseconds: 1_000 });
  assert.equal(near.text.slice(start, end), "is");
  assert.ok(near.text.startsWith("“It is done”, he said"), near.text);
});

test("every stretch of the text leads back to its place in the page", async () => {
  const { document, pageText } = page("<p>He  said “it 😀 <i>is</i>\n done” today.</p><p>End</p>");
  const { map } = await whole(pageText, document);
  const start = map.text.indexOf("it");
  const range = pageText.range(map, start, map.text.indexOf("”"));
  assert.equal(range.toString().replace(/\s+/g, " "), "it 😀 is done");
  document.querySelector("p").remove();
  assert.equal(pageText.range(map, start, start + 2), null);
});

test("open shadow trees and their slots are read", async () => {
  const { document, pageText } = page("<x-card><span>slotted</span></x-card>");
  const root = document.querySelector("x-card").attachShadow({ mode: "open" });
  root.innerHTML = "<p>Before <slot></slot> after</p>";
  assert.equal((await whole(pageText, document)).map.text, "Before slotted after");
});

test("a long page is cut, and says so", async () => {
  const { document, pageText } = page("<p>word word word</p>".repeat(100));
  const { map, cut } = await whole(pageText, document, 200);
  assert.equal(cut, true);
  assert.ok(map.text.length < 260);
});

test("the text around a selection holds it, and the page beyond is not read", () => {
  const filler = "<p>filler words here</p>".repeat(300);
  const { document, pageText } = page(`${filler}<p id="a">He said “it <b>is</b> done” today.</p>${filler}`);
  const bold = document.querySelector("b").firstChild;
  const range = document.createRange();
  range.selectNodeContents(bold);
  const { map, start, end } = pageText.around(range, { characters: 100, milliseconds: 1_000 });
  assert.equal(map.text.slice(start, end), "is");
  assert.ok(map.text.includes("He said “it is done” today."));
  assert.ok(map.text.length < 500, String(map.text.length));
});

test("a selection that ends in elements is found too", () => {
  const { document, pageText } = page("<p>One</p><p>Two</p><p>Three</p>");
  const range = document.createRange();
  range.setStart(document.body, 1);
  range.setEnd(document.body, 2);
  const { map, start, end } = pageText.around(range, { characters: 1_000, milliseconds: 1_000 });
  assert.equal(map.text.slice(start, end).trim(), "Two");
  assert.deepEqual(plain(map.text.split("\n\n")), ["One", "Two", "Three"]);
  const hasty = pageText.around(range, { characters: 1_000, milliseconds: 0 });
  assert.equal(hasty.map.text, "Two", "out of time, the selection itself is read all the same");
});
