/**
 * The values that travel between the parts, and the surface of each part on the one global. Field names of answers are
 * those of the HTTP API. Offsets called code points count Unicode code points; all others are UTF-16 units of the named
 * string; both are half-open.
 */

type Pair = [number, number];
type Tone = "good" | "care" | "bad" | "plain";

interface MatchSpeaker {
  name: string | null;
  label: string | null;
  title: string | null;
  role: string;
}
interface Edit {
  op: string;
  quote: string;
  source: string;
  class: string;
}
interface Match {
  verdict: string;
  speaker: MatchSpeaker;
  date: string;
  institution: string;
  event: string;
  url: string | null;
  deep_link: string | null;
  permalink: string;
  fidelity: string;
  language: string;
  removed: { what: string; since: string } | null;
  passage: { text: string; start: number; end: number };
  context: { before: string; after: string; question: { speaker: string | null; text: string } | null };
  diff: Edit[];
}
interface Occurrence {
  date: string;
  permalink: string;
}
interface Checks {
  attribution: {
    status: string;
    claimed: string | null;
    found: string | null;
    relayed_from: string | null;
    cue: string | null;
  };
  date: {
    status: string;
    claimed: string | null;
    claimed_date: string | null;
    found_date: string | null;
  };
  context: { status: string; flags: { flag: string; cue: string }[] };
  occurrences: { status: string; count: number; capped: boolean; first: Occurrence | null; last: Occurrence | null };
}
interface Answer {
  verdict: string;
  severity: string | null;
  finding: string;
  confidence: number;
  basis: string;
  reasons: string[];
  correction: string | null;
  matches: Match[];
  checks: Checks;
  claim_from?: string | null;
  coverage: {
    sources: string[];
    languages: string[];
    first: string | null;
    last: string | null;
    transcripts: number;
    gaps: string[];
  };
  engine: { version: string; policy: string; snapshot: string };
}
/** `spans`: code points of the text that was sent. */
interface PageQuote extends Answer {
  quote: string;
  id: string | null;
  span: Pair | null;
  spans: Pair[];
}
interface PageAnswer {
  quotes: PageQuote[];
  set_aside: { quote: string; kind: string }[];
  summary: {
    quotes: number;
    verdicts: Record<string, number>;
    look_first: { quote: number; verdict: string; why: string }[];
    finding: string;
    left_out: number;
  };
  engine: { version: string; policy: string; snapshot: string };
}

/** The body of `POST /v1/lookup`. */
interface LookupRequest {
  quote: string;
  context: {
    before: string;
    after: string;
    page_url: string | null;
    page_title: string | null;
    published: string | null;
    language: string | null;
    neighbours: string[];
  };
  policy?: string;
}
/** The body of `POST /v1/verify`. */
interface VerifyRequest {
  text: string;
  url: string | null;
  title: string | null;
  published: string | null;
  language: string | null;
  policy?: string;
}
/** The body of `POST /v1/reports`. */
interface ReportRequest {
  question: LookupRequest;
  verdict: string;
  snapshot: string;
  engine_version: string;
  note?: string;
  page_url?: string;
  consent: true;
}

/** `code` is one of `OnRecord.codes.FAILURES`; `detail` is the server's own sentence; `seconds`: when to try again. */
interface Failure {
  failure: string;
  detail?: string;
  seconds?: number;
  server?: string;
}
interface Found<T> {
  value: T;
  server: string;
}
type Outcome<T> = Found<T> | Failure;

interface Settings {
  server: string;
  key: string;
  policy: string;
  language: string;
  button: boolean;
  history: boolean;
}
interface HistoryEntry {
  when: string;
  quote: string;
  verdict: string;
  who: string;
  date: string;
  permalink: string;
}

/** What content scripts and pages are handed to draw with: every text in the reader's language, and the card's sheet. */
interface Kit {
  locale: string;
  messages: Record<string, string>;
  sheet: string;
  server: string;
  policy: string;
}
/** Texts by key, with `$1`… put in, and dates as the reader writes them. */
interface Texts {
  locale: string;
  (key: string, ...values: (string | number)[]): string;
  has(key: string): boolean;
  date(iso: string): string;
  moment(iso: string): string;
}

/** What a frame knows of the reader's selection. `request` is null where nothing is selected, and `caret`
 * then the quotation that the cursor stands in; `drawable`: a card can be shown. */
interface Gathered {
  request: LookupRequest | null;
  caret: LookupRequest | null;
  drawable: boolean;
}

interface Quotation {
  pieces: { start: number; end: number }[];
  start: number;
  end: number;
}
interface Grown {
  quote: string;
  start: number;
  end: number;
  aside: string;
  grown: boolean;
}
interface TextMap {
  text: string;
  starts: number[];
  nodes: Text[];
  offsets: number[];
}

type Child = Node | string | null | false | undefined | Child[];

/** What the views call back for; a button whose function is missing is not drawn. */
interface CardActions {
  close?: () => void;
  back?: () => void;
  retry?: () => void;
  options?: () => void;
  report?: (report: ReportRequest) => Promise<Outcome<{ id: string }>>;
}
interface PanelActions {
  open(index: number): void;
  point(index: number): void;
  close(): void;
}

/** A host in the page with a closed shadow root. `body` is what views fill; `say` speaks to screen readers. */
interface Shell {
  host: HTMLElement;
  body: HTMLElement;
  t: Texts;
  fill(content: Node, label: string, options?: { focus?: boolean; said?: string }): void;
  say(text: string): void;
  close(): void;
}

declare namespace OnRecord {
  let codes: {
    VERDICTS: string[];
    PLACED: string[];
    FREE_EDITS: string[];
    MARKED_EDITS: string[];
    EDITS: string[];
    FLAGS: string[];
    ATTRIBUTIONS: string[];
    DATES: string[];
    ROLES: string[];
    FIDELITIES: string[];
    REASONS: string[];
    FAILURES: string[];
    POLICIES: string[];
    LANGUAGES: string[];
    tone(verdict: string): Tone;
    glyph(verdict: string): string;
  };
  let texts: {
    make(messages: Record<string, string>, locale: string): Texts;
    plain(messages: Record<string, { message: string }>): Record<string, string>;
    closest(wanted: string, offered: string[]): string;
  };
  let settings: {
    DEFAULTS: Settings;
    clean(stored: unknown): Settings;
    address(typed: string): string | null;
    read(): Promise<Settings>;
    write(change: Partial<Settings>): Promise<Settings>;
  };
  let marks: {
    scan(text: string): Quotation[];
    joined(text: string, quotations: Quotation[]): Quotation[];
    words(text: string, quotation: Quotation): string;
    trim(text: string): string;
  };
  let growth: {
    grow(text: string, start: number, end: number): Grown;
    around(text: string, grown: Omit<Grown, "quote" | "grown">): { before: string; after: string };
    neighbours(text: string, start: number, end: number, most?: number): string[];
    wordCount(text: string): number;
  };
  let codePoints: {
    length(text: string): number;
    toUtf16(text: string): (codePoint: number) => number;
    first(text: string, count: number): string;
    last(text: string, count: number): string;
    beginning(text: string, count: number): string;
  };
  let dates: {
    published(document: Document): string | null;
    day(value: unknown): string | null;
  };
  let metadata: {
    address(href: string): string | null;
    language(element: Element | null): string | null;
    title(document: Document): string | null;
  };
  let pageText: {
    around(
      range: Range,
      limits?: { characters: number; milliseconds: number },
    ): { map: TextMap; start: number; end: number };
    whole(
      root: Element,
      options: { most: number; pause(): Promise<void>; cancelled(): boolean },
    ): Promise<{ map: TextMap; cut: boolean }>;
    range(map: TextMap, start: number, end: number): Range | null;
  };
  let elements: {
    el(tag: string, attributes?: Record<string, unknown> | null, ...children: Child[]): HTMLElement;
    deliver(target: Element | null, event: Event): void;
    link(href: string | null | undefined, text: string, attributes?: Record<string, unknown>): HTMLElement | null;
    excerpt(text: string, longest: number, language: string, label: string): Child[];
    copyButton(text: string, label: string, done: string): HTMLElement;
    busy(button: HTMLElement, on: boolean): void;
  };
  let diff: {
    parts(
      edits: Edit[],
      language: string,
    ): { kind: "same" | "edit" | "gap"; text: string; dropped: string; added: string; cls: string; marked: boolean }[];
  };
  let citation: {
    cite(answer: Answer, t: Texts, today: string): string;
    who(speaker: MatchSpeaker, t: Texts): string;
  };
  let finding: { told(answer: Answer, t: Texts): string };
  let answerView: {
    draw(answer: Answer, request: LookupRequest, t: Texts, server: string, actions: CardActions): HTMLElement;
    said(answer: Answer, t: Texts): string;
  };
  let failureView: {
    draw(failure: Failure, t: Texts, actions: CardActions): HTMLElement;
    said(failure: Failure, t: Texts): string;
  };
  let waitingView: { draw(t: Texts, quote: string, server: string, actions: CardActions): HTMLElement };
  let reportView: {
    draw(answer: Answer, request: LookupRequest, t: Texts, server: string, actions: CardActions): HTMLElement;
  };
  let shell: {
    open(kit: Kit, kind: "card" | "panel", anchor: DOMRect | null, lost: () => void): Shell;
    current(): Shell | null;
  };
  let selection: { gather(): Gathered; rectangle(): DOMRect | null };
  let lookup: { show(kit: Kit, request: LookupRequest | null, failure?: Failure): void };
  let highlights: {
    set(map: TextMap, quotes: PageQuote[]): (Range | null)[];
    point(range: Range | null): void;
    clear(): void;
  };
  let panelView: { draw(answer: PageAnswer, t: Texts, cut: boolean, actions: PanelActions): HTMLElement };
  let pageCheck: { start(kit: Kit): void };
  let messaging: {
    ask<T>(message: Record<string, unknown>): Promise<Outcome<T>>;
  };
  let pages: { prepare(): Promise<{ kit: Kit; t: Texts }>; localise(root: ParentNode, t: Texts): void };
  let server: {
    send<T>(
      path: string,
      body: unknown,
      options?: { signal?: AbortSignal; seconds?: number; settings?: Settings },
    ): Promise<Outcome<T>>;
    failureOf(status: number, problem: unknown, retryAfter: string | null): Failure;
  };
  let history: {
    record(answer: Answer, request: LookupRequest, incognito: boolean): Promise<void>;
    list(): Promise<HistoryEntry[]>;
    clear(): Promise<void>;
  };
  let kits: { make(): Promise<Kit> };
  let buttonAccess: { ORIGINS: string[]; follow(): Promise<void>; lost(): Promise<void> };
  let tabs: {
    lookup(tab: chrome.tabs.Tab, from: { frameId?: number; selectionText?: string }): Promise<boolean>;
    lookupSelected(tab: chrome.tabs.Tab): Promise<boolean>;
    check(tab: chrome.tabs.Tab): Promise<void>;
    showPage(what: { request: LookupRequest | null; failure: Failure | null }, tab: chrome.tabs.Tab): Promise<void>;
  };
  let button: { start(): void; stop(): void };
}

/** In Chromium's worker alone. */
declare function importScripts(...paths: string[]): void;
