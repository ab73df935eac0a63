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
  const cut = (column: string, from: string) =>
    `${column}[greatest(1, ${from} - first_month + 1):$2 - first_month + 1]`;
  return tx.scan<PackedSeries>(
    `select enterprise_id as enterprise, first_month as "firstMonth", headcount[1] as "firstHeadcount",
       ${cut("headcount", "$1::integer")} as headcount,
       ${cut("dispatch", "$2::integer - 1")} as dispatch, ${cut("hidden", "$2::integer")} as hidden,
       industry, region, closed_month as "closedMonth", successor, successor_month as "successorMonth"
     from series where first_month <= $2 order by enterprise_id`,
    [span.from, span.to],
    size,
  );
}

export async function seriesCount(tx: Db, month: number): Promise<number> {
  const [row] = await tx.query<{ count: number }>(
    "select count(*)::integer as count from series where first_month <= $1",
    [month],
  );
  return row?.count ?? 0;
}
