/** Asking the background, which alone speaks to the server. */
OnRecord.messaging = (() => {
  /**
   * @template T
   * @param {Record<string, unknown>} message
   * @returns {Promise<Outcome<T>>}
   */
  async function ask(message) {
    // An update or a reload of the extension cuts the scripts that pages hold off from it.
    if (!chrome.runtime?.id) return { failure: "outdated" };
    try {
      const outcome = await chrome.runtime.sendMessage(message);
      return outcome ?? { failure: "outdated" };
    } catch (error) {
      if (!chrome.runtime?.id) return { failure: "outdated" };
      return { failure: "server_fault", detail: error instanceof Error ? error.message : String(error) };
    }
  }

  return { ask };
})();
