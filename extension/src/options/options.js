/** The options: which server is asked and what it is told, how strictly, in which language, by which ways in. */
(async () => {
  const { el } = OnRecord.elements;
  const { ask } = OnRecord.messaging;
  const ORIGINS = ["https://*/*", "http://*/*"];
  let { t } = await OnRecord.pages.prepare();
  const find = (/** @type {string} */ id) => /** @type {HTMLInputElement} */ (document.getElementById(id));
  const [server, key, language, button, history] = ["server", "key", "language", "button", "history"].map(find);
  if (!server || !key || !language || !button || !history) return;

  const settings = await OnRecord.settings.read();
  let tried = settings.server;
  server.value = settings.server;
  key.value = settings.key;
  language.value = settings.language;
  history.checked = settings.history;
  button.checked = settings.button && (await chrome.permissions.contains({ origins: ORIGINS }));
  const policy = /** @type {HTMLInputElement | null} */ (
    document.querySelector(`[name=policy][value="${settings.policy}"]`)
  );
  if (policy) policy.checked = true;
  await describe();

  find("server-form").addEventListener("submit", (event) => {
    event.preventDefault();
    saveServer();
  });
  find("allow").addEventListener("click", allow);
  find("policy").addEventListener("change", (event) =>
    save({ policy: /** @type {HTMLInputElement} */ (event.target).value }),
  );
  language.addEventListener("change", async () => {
    await save({ language: language.value });
    ({ t } = await OnRecord.pages.prepare());
    await describe();
    find("tested").replaceChildren();
  });
  history.addEventListener("change", () => save({ history: history.checked }));
  find("clear").addEventListener("click", async () => {
    await ask({ type: "forget" });
    find("saved").textContent = t("history_cleared");
  });
  button.addEventListener("change", async () => {
    // Asked at once: browsers grant permissions only as long as they remember the click.
    const wanted = button.checked && (await chrome.permissions.request({ origins: ORIGINS }));
    button.checked = wanted;
    await save({ button: wanted });
    if (!wanted) await chrome.permissions.remove({ origins: ORIGINS });
  });
  find("change-shortcuts").addEventListener("click", changeShortcuts);
  document.body.hidden = false;

  /** @param {Partial<Settings>} change */
  async function save(change) {
    await OnRecord.settings.write(change);
    await ask({ type: "changed" });
    find("saved").textContent = t("options_saved");
  }

  async function saveServer() {
    const address = OnRecord.settings.address(server?.value ?? "");
    server?.setAttribute("aria-invalid", String(!address));
    if (!address) {
      server?.focus();
      return told("bad", t("options_not_an_address"));
    }
    if (server) server.value = address;
    await save({ server: address, key: key?.value.trim() ?? "" });
    await describe();
    await test();
  }

  async function test() {
    told("plain", t("options_testing"));
    const saved = await OnRecord.settings.read();
    tried = saved.server;
    const outcome = await ask({ type: "test", settings: saved });
    const failed = "failure" in outcome;
    find("allow").hidden = !(failed && ["origin_refused", "server_down"].includes(outcome.failure));
    if (failed)
      return told(
        "bad",
        t(`failure_${outcome.failure}`),
        OnRecord.failureView.said(outcome, t).slice(t(`failure_${outcome.failure}`).length),
        outcome.detail,
      );
    const about = /** @type {{version?: string}} */ (outcome.value);
    told("good", t("options_works", about.version ?? ""));
  }

  /** A server that does not allow extensions can be read all the same, if the reader lets this one see its host. */
  async function allow() {
    // Asked at once: Firefox takes no request after anything that was waited for.
    const { protocol, hostname } = new URL(tried);
    const granted = await chrome.permissions.request({ origins: [`${protocol}//${hostname}/*`] });
    if (granted) await test();
  }

  /**
   * @param {Tone} tone
   * @param {string} said
   * @param {string} more
   * @param {string} detail the server's own words
   */
  function told(tone, said, more = "", detail = "") {
    const box = find("tested");
    box.dataset.tone = tone;
    box.replaceChildren(el("strong", null, said), more, detail && el("span", { class: "minor", lang: "en" }, detail));
  }

  async function describe() {
    const { server: address } = await OnRecord.settings.read();
    find("sent-to").textContent = t("options_sent_to", address);
    const commands = await chrome.commands.getAll();
    const named = ["lookup", "check"].map((name) => commands.find((command) => command.name === name));
    find("shortcuts").replaceChildren(
      ...named.map((command) => {
        const shortcut = command?.shortcut;
        const shown = shortcut ? el("kbd", null, shortcut) : el("span", null, t("options_shortcut_none"));
        return el("div", null, el("dt", null, t(`menu_${command?.name ?? "lookup"}`)), el("dd", null, shown));
      }),
    );
  }

  async function changeShortcuts() {
    const commands = /** @type {typeof chrome.commands & {openShortcutSettings?: () => Promise<void>}} */ (
      chrome.commands
    );
    if (commands.openShortcutSettings) await commands.openShortcutSettings();
    else await chrome.tabs.create({ url: "chrome://extensions/shortcuts" });
  }
})();
