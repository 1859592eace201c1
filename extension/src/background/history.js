/** The last checks, kept in this browser alone; none from private windows, none where the reader does not want it. */
OnRecord.history = (() => {
  const MOST = 50;

  // One after the other: two answers at once must not overwrite each other's entry.
  let writing = Promise.resolve();

  /**
   * @param {Answer} answer
   * @param {LookupRequest} request
   * @param {boolean} incognito
   */
  async function record(answer, request, incognito) {
    if (incognito || !(await OnRecord.settings.read()).history) return;
    const match = OnRecord.codes.PLACED.includes(answer.verdict) ? answer.matches[0] : undefined;
    /** @type {HistoryEntry} */
    const entry = {
      when: new Date().toISOString(),
      quote: request.quote, // whole: it may be looked up again
      verdict: answer.verdict,
      who: match?.speaker.name ?? match?.speaker.label ?? "",
      date: match?.date ?? "",
      permalink: match?.permalink ?? "",
    };
    writing = writing.then(async () => {
      const others = (await list()).filter(({ quote }) => quote !== entry.quote);
      await chrome.storage.local.set({ history: [entry, ...others].slice(0, MOST) });
    });
    await writing;
  }

  /** @returns {Promise<HistoryEntry[]>} */
  async function list() {
    const { history } = await chrome.storage.local.get("history");
    return Array.isArray(history) ? history : [];
  }

  async function clear() {
    await writing;
    await chrome.storage.local.remove("history");
  }

  return { record, list, clear };
})();
