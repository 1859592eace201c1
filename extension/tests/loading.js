// The scripts of src in a jsdom window, as a page's isolated world would run them.
const { readFileSync } = require("node:fs");
const { join } = require("node:path");
const { JSDOM } = require("jsdom");

const ROOT = join(__dirname, "..");

/**
 * A window with the given markup in which the scripts have run, in order.
 * @param {string[]} scripts paths below src
 * @param {string} html
 * @param {string} url
 */
function load(scripts, html = "<!doctype html><body></body>", url = "https://paper.example/story") {
  const { window } = new JSDOM(html, { url, runScripts: "outside-only", pretendToBeVisual: true });
  for (const script of ["shared/global.js", "shared/codes.js", ...scripts]) {
    window.eval(readFileSync(join(ROOT, "src", script), "utf-8"));
  }
  return window;
}

/**
 * @param {string} path below the extension's folder
 */
function json(path) {
  return JSON.parse(readFileSync(join(ROOT, path), "utf-8"));
}

/** What node and jsdom values have in common: arrays of another realm are equal to ours only as plain data. */
function plain(/** @type {unknown} */ value) {
  return JSON.parse(JSON.stringify(value));
}

module.exports = { load, json, plain };
