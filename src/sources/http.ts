import { Readable } from "node:stream";
import { text } from "../../models/text.ts";
import { csvOfObjects } from "./csv.ts";
import type { Delivery } from "./delivery.ts";
import { SourceFailure } from "./failure.ts";
import { fetchPage, type Page, where } from "./http-page.ts";
import { retry, type Tools } from "./retry.ts";

export interface HttpSource {
  readonly source: string;
  readonly url: string;
  readonly token?: string;
  /** Path to the rows in an object answer, such as "data.items"; without it the answer is the rows. */
  readonly rows?: string;
  /** Path to the next page's address, or "parameter=path" when it is a cursor for a query parameter. */
  readonly next?: string;
  /** What the last pull returned; the source is asked whether anything changed since. */
  readonly etag?: string | null;
  readonly patience?: number;
  readonly limit?: number;
}

/** deliveries is empty when nothing is new. */
export interface HttpPull {
  readonly deliveries: readonly Delivery[];
  /** To be kept for the next pull; null when the source gives none, or gave several pages. */
  readonly etag: string | null;
}

const PATIENCE = 30_000;
const LIMIT = 512 * 1024 * 1024;
const MOST_PAGES = 10_000;
const LINE_FEED = 10;

/** Reads all pages of a JSON or csv address; either way the delivery is csv, so that the same checks apply. */
export async function pullHttp(source: HttpSource, tools: Tools): Promise<HttpPull> {
  const rows: unknown[] = [];
  const pages: Buffer[] = [];
  const seen = new Set<string>();
  let left = source.limit ?? LIMIT;
  let etag: string | null = null;
  for (let url: URL | null = new URL(source.url); url !== null; ) {
    if (seen.has(url.href) || seen.size === MOST_PAGES) throw endless(url);
    seen.add(url.href);
    const page = await pullPage(source, url, left, seen.size === 1, tools);
    if (page.status === 304) return { deliveries: [], etag: source.etag ?? null };
    left -= page.body.length;
    etag = seen.size === 1 ? page.etag : null;
    const answer = isJson(page) ? parseJson(page, url) : null;
    if (answer === null) pages.push(page.body);
    else for (const row of rowsOf(answer, source, url)) rows.push(row); // a page may hold more than a call takes arguments
    url = nextOf(answer, page, source, url);
  }
  const bytes = pages.length > 0 ? joinPages(pages) : Buffer.from(csvOfObjects(rows));
  return { deliveries: [inMemory(`${source.source}.csv`, bytes)], etag };
}

function pullPage(source: HttpSource, url: URL, limit: number, first: boolean, tools: Tools): Promise<Page> {
  const { token, patience = PATIENCE } = source;
  const etag = first ? (source.etag ?? null) : null;
  return retry(() => fetchPage({ url, token, etag, patience, limit, signal: tools.signal }), tools);
}

export const inMemory = (name: string, bytes: Buffer): Delivery => ({
  name,
  size: bytes.length,
  open: async () => Readable.from([bytes], { objectMode: false }),
});

const isJson = ({ type, body }: Page): boolean =>
  /\bjson\b/i.test(type) || (!/csv/i.test(type) && /^\s*[[{]/.test(body.subarray(0, 100).toString("latin1")));

function parseJson({ body }: Page, url: URL): unknown {
  try {
    return JSON.parse(body.toString("utf8"));
  } catch {
    throw wrong("http-not-json", url, text("的内容不是有效的 JSON", "sent no valid JSON"));
  }
}

function rowsOf(answer: unknown, { rows }: HttpSource, url: URL): readonly unknown[] {
  const found = rows === undefined ? answer : at(answer, rows);
  if (Array.isArray(found)) return found;
  throw wrong("http-no-rows", url, text(`的 ${rows ?? "根"} 不是数组`, `has no array at ${rows ?? "the top"}`));
}

/** The next page's address; it must lie on the same server, which alone may see the token. */
function nextOf(answer: unknown, page: Page, { next }: HttpSource, url: URL): URL | null {
  const [path, parameter] = next?.includes("=")
    ? [next.slice(next.indexOf("=") + 1), next.slice(0, next.indexOf("="))]
    : [next];
  const value = path === undefined ? page.next : at(answer, path);
  if (value === null || value === undefined || value === "" || value === false) return null;
  const address = parameter === undefined ? new URL(String(value), url) : new URL(url);
  if (parameter !== undefined) address.searchParams.set(parameter, String(value));
  if (address.origin === url.origin) return address;
  throw wrong(
    "http-next-elsewhere",
    url,
    text(`的下一页指向另一台服务器 ${address.origin}`, `points to another server for its next page, ${address.origin}`),
  );
}

const at = (value: unknown, path: string): unknown =>
  path.split(".").reduce<unknown>((inner, key) => (inner as Record<string, unknown> | null | undefined)?.[key], value);

/** Every page of a csv repeats the header; only the first is kept. Bytes, because the encoding is the intake's to find. */
function joinPages(pages: readonly Buffer[]): Buffer {
  if (pages.length === 1) return pages[0]!;
  const [first, ...others] = pages.map((page) =>
    page.at(-1) === LINE_FEED ? page : Buffer.concat([page, Buffer.from("\n")]),
  );
  const header = first!.subarray(0, first!.indexOf(LINE_FEED) + 1);
  const isHeader = (page: Buffer) => page.subarray(0, header.length).equals(header);
  return Buffer.concat([first!, ...others.map((page) => (isHeader(page) ? page.subarray(header.length) : page))]);
}

function wrong(code: string, url: URL, what: { zh: string; en: string }): SourceFailure {
  const reason = text(`${where(url)} ${what.zh}。`, `${where(url)} ${what.en}.`);
  return new SourceFailure(
    code,
    true,
    reason,
    text("请检查数据源配置中的 url、rows 和 next。", "Check url, rows and next in the source's configuration."),
  );
}

const endless = (url: URL): SourceFailure =>
  wrong("http-endless", url, text("的分页没有尽头", "has pages without end"));
