import { type CopyRow, copyRows } from "./copy-reader.ts";
import type { Db } from "./db.ts";

/** One enterprise's packed history cut to a span of months. */
export interface PackedSeries {
  readonly enterprise: number;
  readonly firstMonth: number;
  readonly firstHeadcount: number;
  /** From `from` (or firstMonth, if later) on; shorter when the last report is older. */
  readonly headcount: readonly (number | null)[];
  readonly dispatch: readonly (number | null)[] | null;
  readonly hidden: readonly (number | null)[] | null;
  readonly industry: string | null;
  readonly region: string | null;
  /** Month in which the register lets it end; null when it goes on. */
  readonly closedMonth: number | null;
  /** Database id of the enterprise its people went to, and the month they did. */
  readonly successor: number | null;
  readonly successorMonth: number | null;
}

export interface SeriesSpan {
  readonly from: number;
  readonly to: number;
}

/** Packed histories of enterprises known by the span's end, by enterprise id, in blocks; inside a transaction. */
export function seriesBlocks(tx: Db, span: SeriesSpan, size: number): AsyncIterable<PackedSeries[]> {
  const [from, to] = [whole(span.from), whole(span.to)];
  const cut = (column: string, first: string) =>
    `${column}[greatest(1, ${first} - first_month + 1):${to} - first_month + 1]`;
  return copyRows(
    tx.copyOut(
      `select enterprise_id, first_month, headcount[1], ${cut("headcount", from)},
         ${cut("dispatch", `${to} - 1`)}, ${cut("hidden", to)},
         industry, region, closed_month, successor, successor_month
       from series where first_month <= ${to} order by enterprise_id`,
    ),
    toSeries,
    size,
  );
}

/** COPY takes no parameters; a whole number can stand in its text. */
function whole(value: number): string {
  if (!Number.isSafeInteger(value)) throw new RangeError(`a month must be a whole number, got ${value}`);
  return String(value);
}

/** The fields in the order in which the query names them. */
const toSeries = (row: CopyRow): PackedSeries => ({
  enterprise: row.integer()!,
  firstMonth: row.integer()!,
  firstHeadcount: row.integer()!,
  headcount: row.integers()!,
  dispatch: row.integers(),
  hidden: row.integers(),
  industry: row.text(),
  region: row.text(),
  closedMonth: row.integer(),
  successor: row.integer(),
  successorMonth: row.integer(),
});

export async function seriesCount(tx: Db, month: number): Promise<number> {
  const [row] = await tx.query<{ count: number }>(
    "select count(*)::integer as count from series where first_month <= $1",
    [month],
  );
  return row?.count ?? 0;
}

/** The finest known industry of an enterprise; null where it is not known. */
export async function enterpriseIndustry(db: Db, enterprise: number): Promise<string | null> {
  const [row] = await db.query<{ industry: string | null }>("select industry from series where enterprise_id = $1", [
    enterprise,
  ]);
  return row?.industry ?? null;
}
