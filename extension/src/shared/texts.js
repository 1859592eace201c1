/**
 * Texts in the reader's language. `chrome.i18n` follows the browser alone, and readers may choose, so the files of
 * `_locales` are read by ourselves. They hold `$1`, `$2` where values go.
 */
OnRecord.texts = (() => {
  /**
   * @param {Record<string, string>} messages
   * @param {string} locale a folder of `_locales`
   * @returns {Texts}
   */
  function make(messages, locale) {
    const tag = locale.replace("_", "-");
    const day = new Intl.DateTimeFormat(tag, { dateStyle: "full", timeZone: "UTC" });
    const moment = new Intl.DateTimeFormat(tag, { dateStyle: "medium", timeStyle: "short" });

    /**
     * @param {string} key
     * @param {(string | number)[]} values
     */
    function text(key, ...values) {
      const message = messages[key];
      if (message === undefined) return key.replaceAll("_", " ");
      return message.replace(/\$(\d)/g, (_, number) => String(values[number - 1] ?? ""));
    }

    return Object.assign(text, {
      locale: tag,
      has: (/** @type {string} */ key) => Object.hasOwn(messages, key),
      date: (/** @type {string} */ iso) => format(day, `${iso.slice(0, 10)}T00:00:00Z`, iso),
      moment: (/** @type {string} */ iso) => format(moment, iso, iso),
    });
  }

  /**
   * @param {Intl.DateTimeFormat} formatter
   * @param {string} moment
   * @param {string} otherwise what is shown where that is no date
   */
  function format(formatter, moment, otherwise) {
    const date = new Date(moment);
    return Number.isNaN(date.getTime()) ? otherwise : formatter.format(date);
  }

  /**
   * What a file of `_locales` holds, without its descriptions.
   * @param {Record<string, {message: string}>} messages
   */
  function plain(messages) {
    return Object.fromEntries(Object.entries(messages).map(([key, { message }]) => [key, message]));
  }

  /**
   * The folder of `_locales` nearest to a language tag: `de-AT` reads German, `zh-TW` Chinese, all others English.
   * @param {string} wanted
   * @param {string[]} offered
   */
  function closest(wanted, offered) {
    const tag = wanted.replace("-", "_").toLowerCase();
    const language = tag.split("_")[0];
    return (
      offered.find((one) => one.toLowerCase() === tag) ??
      offered.find((one) => one.toLowerCase().split("_")[0] === language) ??
      "en"
    );
  }

  return { make, plain, closest };
})();
