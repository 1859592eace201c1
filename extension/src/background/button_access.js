/** The floating button: there only where the reader wants it and has let the extension see every page. */
OnRecord.buttonAccess = (() => {
  const ORIGINS = ["https://*/*", "http://*/*"];
  const SCRIPT = {
    id: "button",
    matches: ORIGINS,
    js: ["src/shared/global.js", "src/quotes/growth.js", "src/shared/messaging.js", "src/button/button.js"],
    runAt: /** @type {const} */ ("document_idle"),
  };

  let working = Promise.resolve();

  /** Makes the browser's state that of the settings. One call after the other: registering twice is an error. */
  function follow() {
    working = working.then(apply, apply);
    return working;
  }

  async function apply() {
    const wanted = (await OnRecord.settings.read()).button && (await chrome.permissions.contains({ origins: ORIGINS }));
    const registered = (await chrome.scripting.getRegisteredContentScripts({ ids: [SCRIPT.id] })).length > 0;
    if (wanted && !registered) {
      await chrome.scripting.registerContentScripts([SCRIPT]);
      await inOpenTabs();
    }
    if (!wanted && registered) await chrome.scripting.unregisterContentScripts({ ids: [SCRIPT.id] });
  }

  /** Pages that are open already get the button too. */
  async function inOpenTabs() {
    for (const { id } of await chrome.tabs.query({ url: ORIGINS })) {
      await chrome.scripting.executeScript({ target: { tabId: Number(id) }, files: SCRIPT.js }).catch(() => null);
    }
  }

  /** The reader took the permission back in the browser's own settings. */
  async function lost() {
    if (!(await chrome.permissions.contains({ origins: ORIGINS }))) await OnRecord.settings.write({ button: false });
    await follow();
  }

  return { ORIGINS, follow, lost };
})();
