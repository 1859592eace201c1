/** What the reader has chosen, in `storage.local`. Nothing else is kept there but the history. */
OnRecord.settings = (() => {
  /** @type {Settings} */
  const DEFAULTS = {
    server: "http://127.0.0.1:8321",
    key: "",
    policy: "default",
    language: "",
    button: false,
    history: true,
  };

  /**
   * The address of a server as it is kept: scheme, host and path without a closing slash. Null where it is none.
   * @param {string} typed
   */
  function address(typed) {
    const text = typed.trim();
    // A reader types a host and means a web address; on this machine servers speak plain HTTP.
    const named = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `${isLocal(text) ? "http" : "https"}://${text}`;
    if (!text || /\s/.test(text) || !URL.canParse(named)) return null;
    const url = new URL(named);
    if (!["http:", "https:"].includes(url.protocol) || url.username || url.password) return null;
    return url.origin + url.pathname.replace(/\/+$/, "");
  }

  /** @param {string} host */
  function isLocal(host) {
    return /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])(?=[:/]|$)/i.test(host);
  }

  /**
   * Whatever is stored, as settings: other versions wrote it, and a value of the wrong kind is the default's.
   * @param {unknown} stored
   * @returns {Settings}
   */
  function clean(stored) {
    const values = /** @type {Partial<Settings>} */ (stored && typeof stored === "object" ? stored : {});
    const { POLICIES, LANGUAGES } = OnRecord.codes;
    return {
      server: (typeof values.server === "string" && address(values.server)) || DEFAULTS.server,
      key: typeof values.key === "string" ? values.key : DEFAULTS.key,
      policy: POLICIES.includes(String(values.policy)) ? String(values.policy) : DEFAULTS.policy,
      language: LANGUAGES.includes(String(values.language)) ? String(values.language) : DEFAULTS.language,
      button: values.button === true,
      history: values.history !== false,
    };
  }

  async function read() {
    return clean((await chrome.storage.local.get("settings")).settings);
  }

  /** @param {Partial<Settings>} change */
  async function write(change) {
    const settings = clean({ ...(await read()), ...change });
    await chrome.storage.local.set({ settings });
    return settings;
  }

  return { DEFAULTS, address, clean, read, write };
})();
