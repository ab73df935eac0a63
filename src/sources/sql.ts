import pg from "pg";
import { text } from "../../models/text.ts";
import { csvLine } from "./csv.ts";
import type { Delivery } from "./delivery.ts";
import { SourceFailure, temporary } from "./failure.ts";
import { inMemory } from "./http.ts";
import { retry, type Tools } from "./retry.ts";

export interface SqlSource {
  /** What the delivery is called, such as "employees". */
  readonly name: string;
  /** Address of the other PostgreSQL, secrets included. */
  readonly url: string;
  /** One select. */
  readonly query: string;
  readonly limit?: number;
}

const ROWS = 5000;
const LIMIT = 1024 * 1024 * 1024;
/** Connection lost or refused, server starting, stopping or full, and the conflicts of a busy one. */
const TEMPORARY = /^(?:08...|53...|57...|40...|55P03|ECONN\w+|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EPIPE|EHOSTUNREACH)$/;

/** Runs a query on another PostgreSQL, read only and through a cursor; the delivery is csv. */
export async function pullSql(source: SqlSource, tools: Tools): Promise<Delivery[]> {
  return [inMemory(`${source.name}.csv`, await retry(() => readOnce(source, tools.signal), tools))];
}

async function readOnce(source: SqlSource, signal: AbortSignal | undefined): Promise<Buffer> {
  const client = new pg.Client({
    connectionString: source.url,
    connectionTimeoutMillis: 15_000,
    statement_timeout: 600_000,
    types: { getTypeParser: () => (value: unknown) => value },
  });
  client.on("error", () => {});
  const hangUp = () => connectionOf(client).stream.destroy(); // the server ends a query whose reader is gone
  signal?.addEventListener("abort", hangUp);
  try {
    await client.connect();
    return await readCursor(client, source);
  } catch (error) {
    throw error instanceof SourceFailure ? error : failureOf(error, source);
  } finally {
    signal?.removeEventListener("abort", hangUp);
    await client.end().catch(() => {});
  }
}

/** pg does not declare its connection; ending a query that is under way needs the socket. */
const connectionOf = (client: pg.Client) =>
  (client as unknown as { connection: { stream: { destroy(): void } } }).connection;

/** The extended protocol takes one statement only, so that a query cannot smuggle in a second one. */
async function readCursor(client: pg.Client, { query, limit = LIMIT, name }: SqlSource): Promise<Buffer> {
  await client.query("begin read only; set local datestyle = 'ISO, YMD'; set local intervalstyle = 'iso_8601'");
  const declare = `declare wengang no scroll cursor for ${query.trim().replace(/;\s*$/, "")}`;
  await client.query({ text: declare, queryMode: "extended" } as pg.QueryConfig);
  const parts: Buffer[] = [];
  let size = 0;
  for (;;) {
    const { rows, fields } = await client.query<(string | null)[]>({
      text: `fetch ${ROWS} from wengang`,
      rowMode: "array",
    });
    const lines = parts.length === 0 ? [csvLine(fields.map((field) => field.name))] : [];
    for (const row of rows) lines.push(csvLine(row.map((value) => value ?? "")));
    if (lines.length > 0) parts.push(Buffer.from(`${lines.join("\n")}\n`));
    size += parts.at(-1)?.length ?? 0;
    if (size > limit) throw tooLarge(name, limit);
    if (rows.length < ROWS) break;
  }
  await client.query("commit");
  return Buffer.concat(parts);
}

/** The address holds a password, so only what the server said is told. */
function failureOf(error: unknown, { name, url }: SqlSource): SourceFailure {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  const said = error instanceof Error && error.message ? error.message : code;
  const host = URL.canParse(url) ? new URL(url).host : "?";
  const reason = text(
    `数据源 ${name}（${host}）查询失败：${said}。`,
    `The query of source ${name} (${host}) failed: ${said}.`,
  );
  if (TEMPORARY.test(code) || /timeout|terminated/i.test(said)) return temporary("sql-unreachable", reason);
  const next = text(
    "请检查数据源的地址、账号权限和查询语句。",
    "Check the source's address, the rights of its account and its query.",
  );
  return new SourceFailure("sql-failed", true, reason, next);
}

const tooLarge = (name: string, limit: number): SourceFailure => {
  const megabytes = Math.round(limit / 1024 / 1024);
  const reason = text(
    `数据源 ${name} 的结果超过 ${megabytes} MB。`,
    `The result of source ${name} is larger than ${megabytes} MB.`,
  );
  return new SourceFailure(
    "sql-too-large",
    true,
    reason,
    text("请在查询中限定月份。", "Limit the query to fewer months."),
  );
};
