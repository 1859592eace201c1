/** From a way in to the card: what is selected is read in the frame it stands in, and the card shown in the top frame. */
OnRecord.tabs = (() => {
  const READING = [
    "src/shared/global.js",
    "src/shared/codes.js",
    "src/quotes/code_points.js",
    "src/quotes/marks.js",
    "src/quotes/growth.js",
    "src/quotes/dates.js",
    "src/quotes/metadata.js",
    "src/quotes/page_text.js",
    "src/content/selection.js",
  ];
  const SHOWING = [
    ...READING,
    "src/shared/texts.js",
    "src/shared/messaging.js",
    "src/card/elements.js",
    "src/card/diff.js",
    "src/card/citation.js",
    "src/card/finding.js",
    "src/card/report_view.js",
    "src/card/answer_view.js",
    "src/card/failure_view.js",
    "src/card/waiting_view.js",
    "src/card/shell.js",
    "src/content/lookup.js",
    "src/content/highlights.js",
    "src/content/panel_view.js",
    "src/content/page_check.js",
  ];

  // The reader's click lets the extension in, and is told to it; the page's process hears of it by another way, on a busy
  // machine later. So what is refused at first is tried again after so many milliseconds.
  const LATER = [50, 150, 400];
  const NOT_LET_IN = /Cannot access contents of the page|Missing host permission/;

  /**
   * Looks up what is selected and shows the card in the tab, or the answer in a page of the extension's own where
   * browsers let no script in.
   * @param {chrome.tabs.Tab} tab
   * @param {{frameId?: number, selectionText?: string}} from what the menu knows
   */
  async function lookup(tab, { frameId, selectionText }) {
    const [kit, top] = await Promise.all([OnRecord.kits.make(), gatherIn(tab.id, 0, SHOWING)]);
    const bare = bareQuestion(selectionText ?? "", tab);
    if (!top?.drawable) {
      const request = (frameId ? null : top?.request) ?? bare;
      /** @type {Failure | null} */
      const failure = request ? null : { failure: top ? "nothing_selected" : "page_forbidden" };
      await showPage({ request, failure }, tab);
      return true;
    }
    const inner = frameId ? await gatherIn(tab.id, frameId, READING) : null;
    const request = (frameId ? inner?.request : top.request) ?? bare ?? (await gatherInFrames(tab.id)) ?? top.caret;
    await run(tab.id, (/** @type {Kit} */ k, /** @type {LookupRequest | null} */ r) => OnRecord.lookup.show(k, r), [
      kit,
      request,
    ]);
    return true;
  }

  /**
   * The same where something is selected; else false, and nothing is shown.
   * @param {chrome.tabs.Tab} tab
   */
  async function lookupSelected(tab) {
    const top = await gatherIn(tab.id, 0, SHOWING);
    const selected = top && (top.request ?? (top.drawable && (await gatherInFrames(tab.id))));
    return selected ? lookup(tab, {}) : false;
  }

  /** @param {chrome.tabs.Tab} tab */
  async function check(tab) {
    const [kit, top] = await Promise.all([OnRecord.kits.make(), gatherIn(tab.id, 0, SHOWING)]);
    if (!top?.drawable) return showPage({ request: null, failure: { failure: "page_forbidden" } }, tab);
    await chrome.scripting.insertCSS({ target: { tabId: Number(tab.id) }, files: ["src/content/marks.css"] });
    await run(tab.id, (/** @type {Kit} */ k) => OnRecord.pageCheck.start(k), [kit]);
  }

  /**
   * What a frame knows of the selection; null where no script may run.
   * @param {number | undefined} tabId
   * @param {number} frameId
   * @param {string[]} files
   * @returns {Promise<Gathered | null>}
   */
  async function gatherIn(tabId, frameId, files) {
    const waits = frameId === 0 ? [...LATER] : []; // frames of another origin refuse for good
    for (;;) {
      try {
        return await gatherOnce(tabId, frameId, files);
      } catch (error) {
        const wait = waits.shift();
        // The browser's own pages, stores and viewers.
        if (wait === undefined || !NOT_LET_IN.test(String(error))) return null;
        await new Promise((resolve) => setTimeout(resolve, wait));
      }
    }
  }

  /**
   * The same, asked once. The scripts are put in where they are missing. Throws where none may run.
   * @param {number | undefined} tabId
   * @param {number} frameId
   * @param {string[]} files
   * @returns {Promise<Gathered | null>}
   */
  async function gatherOnce(tabId, frameId, files) {
    const target = { tabId: Number(tabId), frameIds: [frameId] };
    const shows = files === SHOWING;
    const there = await chrome.scripting.executeScript({ target, func: gatherIfThere, args: [shows] });
    if (there[0]?.result) return /** @type {Gathered} */ (there[0].result);
    await chrome.scripting.executeScript({ target, files });
    const found = await chrome.scripting.executeScript({ target, func: gatherIfThere, args: [shows] });
    return /** @type {Gathered | undefined} */ (found[0]?.result) ?? null;
  }

  /**
   * The selection in whichever of the frames has one, of those that may be read.
   * @param {number | undefined} tabId
   */
  async function gatherInFrames(tabId) {
    const target = { tabId: Number(tabId), allFrames: true };
    try {
      await chrome.scripting.executeScript({ target, files: READING });
      const found = await chrome.scripting.executeScript({ target, func: gatherIfThere, args: [false] });
      return found.map(({ result }) => /** @type {Gathered | null} */ (result)?.request).find(Boolean) ?? null;
    } catch {
      return null;
    }
  }

  /**
   * Runs in the page.
   * @param {boolean} shows
   */
  function gatherIfThere(shows) {
    const ours = Object.hasOwn(globalThis, "OnRecord") ? globalThis.OnRecord : null; // and no element of that name
    return ours?.selection && (!shows || ours.pageCheck) ? ours.selection.gather() : null;
  }

  /**
   * @template {unknown[]} Args
   * @param {number | undefined} tabId
   * @param {(...args: Args) => void} func
   * @param {Args} args
   */
  async function run(tabId, func, args) {
    await chrome.scripting.executeScript({ target: { tabId: Number(tabId), frameIds: [0] }, func, args });
  }

  /**
   * A selection of which no more is known than its words; null where it has none.
   * @param {string} words
   * @param {chrome.tabs.Tab} tab
   * @returns {LookupRequest | null}
   */
  function bareQuestion(words, tab) {
    const quote = OnRecord.marks.trim(words.replace(/\s+/g, " "));
    if (!quote) return null;
    return {
      quote,
      context: {
        before: "",
        after: "",
        page_url: OnRecord.metadata.address(tab.url ?? ""),
        page_title: tab.title || null,
        published: null,
        language: null,
        neighbours: [],
      },
    };
  }

  /**
   * Opens the extension's own page beside the tab.
   * @param {{request: LookupRequest | null, failure: Failure | null}} what
   * @param {chrome.tabs.Tab} tab
   */
  async function showPage(what, tab) {
    const id = crypto.randomUUID();
    await chrome.storage.session.set({ [id]: { ...what, incognito: tab.incognito } });
    await chrome.tabs.create({ url: chrome.runtime.getURL(`src/result/result.html#${id}`), index: tab.index + 1 });
  }

  return { lookup, lookupSelected, check, showPage };
})();
