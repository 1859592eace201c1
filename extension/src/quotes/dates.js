/** The day a page was published, as it says itself: in JSON-LD, else in its meta elements, else in a `<time>`. */
OnRecord.dates = (() => {
  const LONGEST_SCRIPT = 200_000; // UTF-16 units of JSON-LD that are read at all
  const META = [
    "article:published_time",
    "og:article:published_time",
    "og:published_time",
    "datepublished",
    "date.published",
    "parsely-pub-date",
    "sailthru.date",
    "cxenseparse:recs:publishtime",
    "citation_publication_date",
    "dc.date.issued",
    "dcterms.issued",
    "dcterms.date",
    "dc.date",
    "publishdate",
    "publish_date",
    "publish-date",
    "pubdate",
    "date",
  ];
  const ARTICLE = /Article|Posting|Report|Review|LiveBlog|WebPage|CreativeWork/;
  const MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");

  /** @param {Document} document */
  function published(document) {
    return fromJsonLd(document) ?? fromMeta(document) ?? fromTime(document);
  }

  /** @param {Document} document */
  function fromJsonLd(document) {
    for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
      const text = script.textContent ?? "";
      if (text.length > LONGEST_SCRIPT) continue;
      try {
        const found = datePublished(JSON.parse(text), 0);
        if (found) return found;
      } catch {
        // Broken JSON-LD is common, and the page may say its date elsewhere.
      }
    }
    return null;
  }

  /**
   * @param {unknown} value
   * @param {number} depth
   * @returns {string | null}
   */
  function datePublished(value, depth) {
    if (!value || typeof value !== "object" || depth > 6) return null;
    if (Array.isArray(value)) return first(value, (item) => datePublished(item, depth + 1));
    const node = /** @type {Record<string, unknown>} */ (value);
    const own = ARTICLE.test(String(node["@type"] ?? "")) ? day(node.datePublished) : null;
    return (
      own ?? first([node["@graph"], node.mainEntity, node.mainEntityOfPage], (item) => datePublished(item, depth + 1))
    );
  }

  /** @param {Document} document */
  function fromMeta(document) {
    /** @type {Map<string, string>} */
    const values = new Map();
    for (const meta of document.querySelectorAll("meta[content]")) {
      const name = meta.getAttribute("property") ?? meta.getAttribute("name") ?? meta.getAttribute("itemprop");
      if (name && !values.has(name.toLowerCase())) values.set(name.toLowerCase(), meta.getAttribute("content") ?? "");
    }
    return first(META, (name) => day(values.get(name)));
  }

  /** @param {Document} document */
  function fromTime(document) {
    const places = [
      "time[itemprop='datePublished']",
      "time[pubdate]",
      "article time[datetime]",
      "main time[datetime]",
      "time[datetime]",
      "article time",
    ];
    return first(places, (place) => {
      const time = document.querySelector(place);
      return day(time?.getAttribute("datetime") ?? time?.textContent);
    });
  }

  /**
   * `YYYY-MM-DD` of a date in any of the usual ways of writing one, null where it is none. The day is the one that is
   * printed: it is not moved to another zone.
   * @param {unknown} value
   */
  function day(value) {
    if (typeof value !== "string") return null;
    const text = value.trim();
    const iso = /^(\d{4})[-/]?(\d{2})[-/]?(\d{2})(?!\d)/.exec(text);
    if (iso) return real(Number(iso[1]), Number(iso[2]), Number(iso[3]));
    const named = /\b(\d{1,2})(?:st|nd|rd|th)? ([a-z]{3})[a-z]*\.?,? (\d{4})\b/i.exec(text);
    if (named) return real(Number(named[3]), month(named[2]), Number(named[1]));
    const american = /\b([a-z]{3})[a-z]*\.? (\d{1,2}),? (\d{4})\b/i.exec(text);
    return american ? real(Number(american[3]), month(american[1]), Number(american[2])) : null;
  }

  /** @param {string | undefined} name */
  function month(name) {
    return MONTHS.indexOf((name ?? "").toLowerCase()) + 1;
  }

  /**
   * @param {number} year
   * @param {number} month
   * @param {number} date
   */
  function real(year, month, date) {
    const moment = new Date(Date.UTC(year, month - 1, date));
    const same = moment.getUTCFullYear() === year && moment.getUTCMonth() === month - 1 && moment.getUTCDate() === date;
    return same && year > 1000 ? moment.toISOString().slice(0, 10) : null;
  }

  /**
   * @template T
   * @param {T[]} items
   * @param {(item: T) => string | null} read
   */
  function first(items, read) {
    for (const item of items) {
      const found = read(item);
      if (found) return found;
    }
    return null;
  }

  return { published, day };
})();
