/**
 * Everything the browser calls. Listeners stand at the top level, for the worker stops when idle and is started again by
 * the event it is to hear.
 */
(() => {
  // UTF-16 units from which a quotation that a server takes for none is too long to it, and not too short.
  const LONG = 2_000;

  // Where the browser can do this, scripts in pages cannot read the key. Not every browser can.
  chrome.storage.local.setAccessLevel?.({ accessLevel: "TRUSTED_CONTEXTS" })?.catch(() => null);

  chrome.runtime.onInstalled.addListener(async () => {
    await makeMenu();
    await OnRecord.buttonAccess.follow();
  });
  chrome.runtime.onStartup.addListener(OnRecord.buttonAccess.follow);
  chrome.permissions.onRemoved.addListener(OnRecord.buttonAccess.lost);

  async function makeMenu() {
    const { locale, messages } = await OnRecord.kits.make();
    const t = OnRecord.texts.make(messages, locale);
    await chrome.contextMenus.removeAll();
    chrome.contextMenus.create({ id: "lookup", title: t("menu_lookup"), contexts: ["selection"] });
    chrome.contextMenus.create({ id: "check", title: t("menu_check"), contexts: ["page", "action"] });
  }

  chrome.contextMenus.onClicked.addListener(async ({ menuItemId, selectionText, frameId }, tab) => {
    if (!tab) return;
    if (menuItemId === "lookup") await OnRecord.tabs.lookup(tab, { selectionText, frameId });
    if (menuItemId === "check") await OnRecord.tabs.check(tab);
  });

  chrome.commands.onCommand.addListener(async (command, given) => {
    const tab = given ?? (await activeTab());
    if (!tab) return;
    if (command === "lookup") await OnRecord.tabs.lookup(tab, {});
    if (command === "check") await OnRecord.tabs.check(tab);
  });

  async function activeTab() {
    const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
    return tab;
  }

  /**
   * What anything of ours may ask. No page can send these: only the scripts and pages of this extension reach
   * `onMessage`, and the sender is looked at all the same.
   * @type {Record<string, (message: any, sender: chrome.runtime.MessageSender) => Promise<unknown>>}
   */
  const FOR_ALL = {
    lookup: async ({ request, incognito }, sender) => {
      /** @type {Outcome<Answer>} */
      const outcome = await OnRecord.server.send("/v1/lookup", request);
      if ("value" in outcome)
        await OnRecord.history.record(outcome.value, request, sender.tab?.incognito || incognito === true);
      return "failure" in outcome && outcome.failure === "no_words" && request.quote.length > LONG
        ? { ...outcome, failure: "too_long" }
        : outcome;
    },
    report: ({ body }) => OnRecord.server.send("/v1/reports", body),
    options: async () => {
      await chrome.runtime.openOptionsPage();
      return { value: true };
    },
    beside: async ({ request, failure }, sender) => {
      if (sender.tab) await OnRecord.tabs.showPage({ request: request ?? null, failure: failure ?? null }, sender.tab);
      return { value: true };
    },
    kit: async () => ({ value: await OnRecord.kits.make() }),
    button: async (_, sender) => {
      if (!(await OnRecord.settings.read()).button || !sender.tab) return { failure: "cancelled" };
      return { value: await OnRecord.tabs.lookup(sender.tab, { frameId: sender.frameId }) };
    },
  };

  /**
   * What only the extension's own pages may ask: a page that took over its own renderer must not choose where the key
   * is sent.
   * @type {Record<string, (message: any) => Promise<unknown>>}
   */
  const FOR_PAGES = {
    test: ({ settings }) =>
      OnRecord.server.send("/v1/about", undefined, { settings: OnRecord.settings.clean(settings), seconds: 10 }),
    changed: async () => {
      await makeMenu();
      await OnRecord.buttonAccess.follow();
      return { value: true };
    },
    selected: async () => {
      const tab = await activeTab();
      return { value: tab ? await OnRecord.tabs.lookupSelected(tab) : false };
    },
    check: async () => {
      const tab = await activeTab();
      if (tab) await OnRecord.tabs.check(tab);
      return { value: true };
    },
    history: async () => ({ value: await OnRecord.history.list() }),
    forget: async () => ({ value: await OnRecord.history.clear() }),
  };

  chrome.runtime.onMessage.addListener((message, sender, respond) => {
    if (sender.id !== chrome.runtime.id) return false;
    const type = String(message?.type);
    const fromPage = sender.url?.startsWith(chrome.runtime.getURL("")) ?? false;
    const handler = Object.hasOwn(FOR_ALL, type)
      ? FOR_ALL[type]
      : fromPage && Object.hasOwn(FOR_PAGES, type)
        ? FOR_PAGES[type]
        : null;
    if (!handler) return false;
    handler(message, sender).then(respond, (error) => respond({ failure: "server_fault", detail: String(error) }));
    return true;
  });

  chrome.runtime.onConnect.addListener((port) => {
    if (port.sender?.id !== chrome.runtime.id || port.name !== "verify") return port.disconnect();
    const cancel = new AbortController();
    let gone = false;
    port.onDisconnect.addListener(() => {
      gone = true;
      cancel.abort();
    });
    port.onMessage.addListener(async (request) => {
      const outcome = await OnRecord.server.send("/v1/verify", request, { signal: cancel.signal });
      if (!gone) port.postMessage(outcome);
    });
  });
})();
