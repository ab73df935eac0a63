import { text } from "../../models/text.ts";
import { SourceFailure, temporary } from "./failure.ts";

export interface Page {
  readonly status: number;
  readonly body: Buffer;
  readonly type: string;
  readonly etag: string | null;
  /** The address in a Link header with rel="next". */
  readonly next: string | null;
}

export interface PageRequest {
  readonly url: URL;
  readonly token: string | undefined;
  readonly etag: string | null;
  /** Milliseconds without a byte after which the request is given up. */
  readonly patience: number;
  /** Bytes after which the body is too large. */
  readonly limit: number;
  readonly signal?: AbortSignal | undefined;
}

const TEMPORARY = new Set([408, 425, 429, 500, 502, 503, 504]);

/** One request, without following redirects. Throws SourceFailure that says whether trying again can help. */
export async function fetchPage(request: PageRequest): Promise<Page> {
  const abort = new AbortController();
  const watch = () => setTimeout(() => abort.abort(), request.patience);
  let timer = watch();
  const alive = () => {
    clearTimeout(timer);
    timer = watch();
  };
  try {
    const response = await fetch(request.url, {
      headers: headersOf(request),
      redirect: "manual",
      signal: request.signal ? AbortSignal.any([abort.signal, request.signal]) : abort.signal,
    });
    alive();
    if (response.status !== 200) {
      await response.body?.cancel();
      return refused(response, request.url);
    }
    const body = await readBody(response, request, alive);
    return { ...answerOf(response), body };
  } catch (error) {
    throw error instanceof SourceFailure ? error : broken(request, error, abort.signal.aborted);
  } finally {
    clearTimeout(timer);
  }
}

function headersOf({ token, etag }: PageRequest): Record<string, string> {
  return {
    accept: "application/json, text/csv;q=0.9",
    ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    ...(etag === null ? {} : { "if-none-match": etag }),
  };
}

async function readBody(response: Response, { url, limit }: PageRequest, alive: () => void): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of response.body ?? []) {
    alive();
    parts.push(part);
    size += part.length;
    if (size > limit) throw tooLarge(url, limit);
  }
  return Buffer.concat(parts);
}

const answerOf = ({ status, headers }: Response) => ({
  status,
  type: headers.get("content-type") ?? "",
  etag: headers.get("etag"),
  next: /<([^>]*)>\s*;[^,]*\brel="?next"?/i.exec(headers.get("link") ?? "")?.[1] ?? null,
});

/** 304 is an answer; every other status is a failure. */
function refused(response: Response, url: URL): Page {
  const { status } = response;
  if (status === 304) return { ...answerOf(response), body: Buffer.alloc(0) };
  const reason = text(`${where(url)} 返回状态 ${status}。`, `${where(url)} answered with status ${status}.`);
  if (TEMPORARY.has(status)) throw temporary("http-status", reason, retryAfter(response));
  throw new SourceFailure("http-status", true, reason, adviceFor(status));
}

function adviceFor(status: number) {
  if (status === 401 || status === 403)
    return text("请检查访问令牌及其权限。", "Check the token and what it may read.");
  if (status >= 300 && status < 400)
    return text("请在配置中写最终地址，系统不跟随跳转。", "Configure the final address; redirects are not followed.");
  return text("请检查配置中的地址。", "Check the address in the configuration.");
}

/** Seconds, or a date compared with the server's own clock. */
function retryAfter({ headers }: Response): number | null {
  const value = headers.get("retry-after");
  if (value === null) return null;
  if (/^\d+$/.test(value)) return Number(value) * 1000;
  const wait = Date.parse(value) - Date.parse(headers.get("date") ?? "");
  return Number.isNaN(wait) ? null : Math.max(0, wait);
}

function broken({ url, patience }: PageRequest, error: unknown, slow: boolean): SourceFailure {
  if (slow) {
    const seconds = patience / 1000;
    const reason = text(`${where(url)} 超过 ${seconds} 秒没有响应。`, `${where(url)} sent nothing for ${seconds} s.`);
    return temporary("http-slow", reason);
  }
  const cause = causeOf(error);
  return temporary(
    "http-broken",
    text(`与 ${where(url)} 的连接中断：${cause}。`, `The connection to ${where(url)} broke: ${cause}.`),
  );
}

function causeOf(error: unknown): string {
  const inner = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  if (!(inner instanceof Error)) return String(inner);
  return "code" in inner ? String(inner.code) : inner.message;
}

const tooLarge = (url: URL, limit: number): SourceFailure => {
  const megabytes = Math.round(limit / 1024 / 1024);
  const reason = text(`${where(url)} 的数据超过 ${megabytes} MB。`, `${where(url)} sent more than ${megabytes} MB.`);
  return new SourceFailure(
    "http-too-large",
    true,
    reason,
    text("请按月份分别取数。", "Ask it for one month at a time."),
  );
};

/** Without query: an address may carry secrets there. */
export const where = (url: URL): string => `${url.origin}${url.pathname}`;
