/** What a page says of itself. */
OnRecord.metadata = (() => {
  const LONGEST_TITLE = 300;
  const LONGEST_ADDRESS = 2_000;

  /**
   * A web address without fragment, name and password; null for what is not on the web.
   * @param {string} href
   */
  function address(href) {
    if (!URL.canParse(href)) return null;
    const url = new URL(href);
    if (!["http:", "https:"].includes(url.protocol)) return null;
    [url.hash, url.username, url.password] = ["", "", ""];
    return url.href.length > LONGEST_ADDRESS ? url.origin + url.pathname.slice(0, LONGEST_ADDRESS) : url.href;
  }

  /**
   * The language an element is written in, as a BCP 47 tag.
   * @param {Element | null} element
   */
  function language(element) {
    const document = element?.ownerDocument;
    const tag =
      element?.closest("[lang]:not([lang=''])")?.getAttribute("lang") ??
      document?.documentElement.getAttribute("lang") ??
      document?.querySelector("meta[http-equiv='content-language' i]")?.getAttribute("content");
    const trimmed = (tag ?? "").trim().replaceAll("_", "-");
    return /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i.test(trimmed) ? trimmed : null;
  }

  /** @param {Document} document */
  function title(document) {
    const title = document.querySelector("head > title, :root > title")?.textContent ?? "";
    const text = title.replace(/\s+/g, " ").trim();
    return text ? OnRecord.codePoints.first(text, LONGEST_TITLE) : null;
  }

  return { address, language, title };
})();
