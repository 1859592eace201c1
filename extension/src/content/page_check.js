/** All quotations of the page, in one request: the page's text goes out, the server finds the quotations in it. */
OnRecord.pageCheck = (() => {
  // Characters of a page that are sent. A long article has 30,000; a server takes 4 MB of text and 200 quotations.
  const MOST = 600_000;

  /** @param {Kit} kit */
  function start(kit) {
    const shell = OnRecord.shell.open(kit, "panel", null, () => {
      OnRecord.messaging.ask({ type: "beside", failure: { failure: "page_refuses" } });
    });
    const { t } = shell;
    let over = false;
    /** @type {chrome.runtime.Port | null} */
    let port = null;
    OnRecord.highlights.clear();
    shell.host.addEventListener("onrecord-closed", () => {
      over = true;
      port?.disconnect();
      OnRecord.highlights.clear();
    });

    async function check() {
      const actions = { close: shell.close };
      shell.fill(OnRecord.waitingView.draw(t, "", kit.server, actions), t("page_reading"), {
        focus: true,
        said: t("page_reading"),
      });
      performance.mark("onrecord-reading");
      const root = document.querySelector("body") ?? document.documentElement;
      const { map, cut } = await OnRecord.pageText.whole(root, { most: MOST, pause, cancelled: () => over });
      if (over) return;
      performance.mark("onrecord-read");
      const request = question(map.text, kit.policy);
      const outcome = await ask(request);
      if (over) return;
      if ("failure" in outcome) return fail(outcome);
      const ranges = OnRecord.highlights.set(map, outcome.value.quotes);
      performance.mark("onrecord-marked");
      list(outcome, request, ranges, cut, 0);
    }

    /**
     * @param {VerifyRequest} request
     * @returns {Promise<Outcome<PageAnswer>>}
     */
    function ask(request) {
      // A port, since closing it is how the background learns that nobody waits any more.
      if (!chrome.runtime?.id) return Promise.resolve({ failure: "outdated" });
      return new Promise((resolve) => {
        port = chrome.runtime.connect({ name: "verify" });
        port.onMessage.addListener((outcome) => resolve(outcome));
        port.onDisconnect.addListener(() => resolve({ failure: chrome.runtime?.id ? "server_fault" : "outdated" }));
        port.postMessage(request);
      });
    }

    /** @param {Failure} failure */
    function fail(failure) {
      const options = () => OnRecord.messaging.ask({ type: "options" });
      const drawn = OnRecord.failureView.draw(failure, t, { retry: check, options });
      shell.fill(drawn, t(`failure_${failure.failure}`), { focus: true, said: OnRecord.failureView.said(failure, t) });
    }

    /**
     * @param {Found<PageAnswer>} found
     * @param {VerifyRequest} request
     * @param {(Range | null)[]} ranges
     * @param {boolean} cut
     * @param {number} at the quotation that gets the focus
     */
    function list(found, request, ranges, cut, at) {
      const { value: answer, server } = found;
      const drawn = OnRecord.panelView.draw(answer, t, cut, {
        close: shell.close,
        point: (index) => OnRecord.highlights.point(ranges[index] ?? null),
        open: (index) => {
          const quote = answer.quotes[index];
          if (!quote) return;
          OnRecord.highlights.point(ranges[index] ?? null);
          const back = () => list(found, request, ranges, cut, index);
          const report = (/** @type {ReportRequest} */ body) => OnRecord.messaging.ask({ type: "report", body });
          const view = OnRecord.answerView.draw(quote, asLookup(quote, request), t, server, { back, report });
          shell.fill(view, OnRecord.answerView.said(quote, t), {
            focus: true,
            said: OnRecord.answerView.said(quote, t),
          });
        },
      });
      shell.fill(drawn, t("page_title", answer.summary.quotes), { said: t("page_title", answer.summary.quotes) });
      const button = /** @type {HTMLElement | null} */ (drawn.querySelector(`[data-index="${at}"]`));
      button?.focus({ preventScroll: at === 0 });
    }

    check();
  }

  /**
   * @param {string} text
   * @param {string} policy
   * @returns {VerifyRequest}
   */
  function question(text, policy) {
    return {
      text,
      url: OnRecord.metadata.address(location.href),
      title: OnRecord.metadata.title(document),
      published: OnRecord.dates.published(document),
      language: OnRecord.metadata.language(document.querySelector("body")),
      policy,
    };
  }

  /**
   * @param {PageQuote} quote
   * @param {VerifyRequest} page
   * @returns {LookupRequest}
   */
  function asLookup(quote, page) {
    return {
      quote: quote.quote,
      context: {
        before: "",
        after: "",
        page_url: page.url,
        page_title: page.title,
        published: page.published,
        language: page.language,
        neighbours: [],
      },
      policy: page.policy,
    };
  }

  /** Lets the browser draw and hear before reading goes on. */
  function pause() {
    return new Promise((/** @type {(value: void) => void} */ resolve) => setTimeout(resolve, 0));
  }

  return { start };
})();
