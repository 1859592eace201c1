/** The one place that speaks to the server. Every way in which that can fail becomes a code with a text of its own. */
OnRecord.server = (() => {
  const SECONDS = 25; // the browsers stop a worker whose request takes 30
  const PROBING = 2; // seconds for each of two questions why nothing came
  const LONGEST_DETAIL = 400;
  /** @type {Record<string, string>} */
  const BY_CODE = {
    bad_quotation: "no_words",
    overloaded: "overloaded",
    timed_out: "overloaded",
    internal_error: "server_fault",
  };
  /** @type {Record<number, string>} */
  const BY_STATUS = {
    401: "key_refused",
    403: "key_refused",
    404: "not_onrecord",
    405: "not_onrecord",
    408: "server_slow",
    413: "too_long",
    429: "rate_limited",
  };
  /** @type {Record<string, string>} what `/v1/about`, which needs no key, says of the one it got */
  const BY_KEY = { missing: "key_missing", refused: "key_refused" };

  /**
   * Posts a body, or gets where there is none. `value` is the answer with its links made absolute.
   * @template T
   * @param {string} path
   * @param {unknown} body
   * @param {{signal?: AbortSignal, seconds?: number, settings?: Settings}} options
   * @returns {Promise<Outcome<T>>}
   */
  async function send(path, body, { signal, seconds = SECONDS, settings } = {}) {
    const { server, key } = settings ?? (await OnRecord.settings.read());
    const limit = AbortSignal.timeout(seconds * 1_000);
    try {
      const response = await fetch(server + path, {
        method: body === undefined ? "GET" : "POST",
        headers: {
          Accept: "application/json",
          ...(body !== undefined && { "Content-Type": "application/json" }),
          ...(key && { Authorization: `Bearer ${key}` }),
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
        signal: signal ? AbortSignal.any([signal, limit]) : limit,
        credentials: "omit",
        referrerPolicy: "no-referrer",
        cache: "no-store",
        redirect: "error", // the key goes to the address the reader typed and to no other
      });
      return { ...(await outcomeOf(response, path, Boolean(key), server)), server };
    } catch {
      if (signal?.aborted) return { failure: "cancelled", server };
      if (limit.aborted) return { failure: "server_slow", server };
      return { ...(await whyNothingCame(server)), server };
    }
  }

  /**
   * @template T
   * @param {Response} response
   * @param {string} path
   * @param {boolean} withKey
   * @param {string} server
   * @returns {Promise<{value: T} | Failure>}
   */
  async function outcomeOf(response, path, withKey, server) {
    const value = parsed(await response.text()); // which throws where it breaks off, as does all that sends nothing
    if (!response.ok) {
      const failure = failureOf(response.status, value, response.headers.get("Retry-After"));
      if (failure.failure === "key_refused" && !withKey) return { ...failure, failure: "key_missing" };
      if (failure.failure === "not_onrecord" && value !== null) {
        if (path === "/v1/verify") return { ...failure, failure: "no_verify" };
        if (path === "/v1/reports") return { ...failure, failure: "no_reports" };
      }
      return failure;
    }
    const failure = fault(path, value);
    if (failure) return { failure };
    return { value: withAbsoluteLinks(value, server) };
  }

  /** @param {string} text */
  function parsed(text) {
    try {
      return JSON.parse(text);
    } catch {
      return null;
    }
  }

  /**
   * Whether an answer has the shape that the path's answers have: any server says 200 to something.
   * @param {string} path
   * @param {any} value
   */
  function isExpected(path, value) {
    if (value === null || typeof value !== "object") return false;
    if (path === "/v1/lookup") return typeof value.verdict === "string" && Array.isArray(value.matches);
    if (path === "/v1/about") return value.name === "OnRecord";
    if (path === "/v1/verify") return Array.isArray(value.quotes) && typeof value.summary === "object";
    return true;
  }

  /**
   * The failure that an answer with a good status stands for all the same.
   * @param {string} path
   * @param {any} value
   */
  function fault(path, value) {
    if (!isExpected(path, value)) return "not_onrecord";
    return path === "/v1/about" ? BY_KEY[value.key] : undefined;
  }

  /**
   * The failure that a status and an RFC 9457 problem stand for.
   * @param {number} status
   * @param {any} problem
   * @param {string | null} retryAfter seconds, or a date
   * @returns {Failure}
   */
  function failureOf(status, problem, retryAfter) {
    const detail = typeof problem?.detail === "string" ? problem.detail.slice(0, LONGEST_DETAIL) : "";
    const by = BY_CODE[problem?.code] ?? BY_STATUS[status] ?? (status >= 500 ? "server_fault" : "request_refused");
    return { failure: by, ...(detail && { detail }), ...secondsOf(retryAfter) };
  }

  /** @param {string | null} retryAfter */
  function secondsOf(retryAfter) {
    if (!retryAfter) return {};
    const seconds = /^\d+$/.test(retryAfter)
      ? Number(retryAfter)
      : Math.ceil((Date.parse(retryAfter) - Date.now()) / 1_000);
    return seconds > 0 ? { seconds } : {};
  }

  /**
   * A browser does not tell a server that is down from one that does not let this extension read its answers, nor either
   * from one that broke off or sends on to another address; an opaque request does, and one that needs no leave but that
   * of the origin.
   * @param {string} server
   * @returns {Promise<Failure>}
   */
  async function whyNothingCame(server) {
    if (!(await probed(`${server}/healthz`, "no-cors"))) return { failure: "server_down" };
    const about = await probed(`${server}/v1/about`, "cors", "manual");
    if (!about) return { failure: "origin_refused" };
    if (about.type === "opaqueredirect") return { failure: "server_moved" };
    // 503 by a proxy that has nobody behind it just now
    return { failure: about.status === 503 ? "overloaded" : "server_fault" };
  }

  /**
   * An answer, of which only its being there may be known; null where none came.
   * @param {string} address
   * @param {RequestMode} mode
   * @param {RequestRedirect} redirect
   */
  async function probed(address, mode, redirect = "follow") {
    const options = /** @type {const} */ ({ credentials: "omit", referrerPolicy: "no-referrer", cache: "no-store" });
    try {
      return await fetch(address, { ...options, mode, redirect, signal: AbortSignal.timeout(1_000 * PROBING) });
    } catch {
      return null;
    }
  }

  /**
   * The server links to its own pages by path.
   * @param {any} value
   * @param {string} server
   */
  function withAbsoluteLinks(value, server) {
    for (const answer of Array.isArray(value.quotes) ? value.quotes : [value]) {
      const { first, last, nearest_before: before } = answer.checks?.occurrences ?? {};
      for (const place of [...(answer.matches ?? []), first, last, before]) {
        if (typeof place?.permalink !== "string") continue;
        place.permalink = place.permalink.startsWith("/") ? server + place.permalink : place.permalink;
      }
    }
    return value;
  }

  return { send, failureOf };
})();
