/** What scripts are handed to draw with. Read once from the extension's own files, kept while the worker lives. */
OnRecord.kits = (() => {
  /** @type {Map<string, Promise<Record<string, string>>>} */
  const messages = new Map();
  /** @type {Promise<string> | null} */
  let sheet = null;

  /** @returns {Promise<Kit>} */
  async function make() {
    const { language, server, policy } = await OnRecord.settings.read();
    const locale = language || OnRecord.texts.closest(chrome.i18n.getUILanguage(), OnRecord.codes.LANGUAGES);
    const reading = messages.get(locale) ?? readMessages(locale);
    messages.set(locale, reading);
    sheet ??= read("src/card/card.css").then((file) => file.text());
    return { locale, messages: await reading, sheet: await sheet, server, policy };
  }

  /** @param {string} locale */
  async function readMessages(locale) {
    const file = await read(`_locales/${locale}/messages.json`);
    return OnRecord.texts.plain(await file.json());
  }

  /** @param {string} path */
  function read(path) {
    return fetch(chrome.runtime.getURL(path));
  }

  return { make };
})();
