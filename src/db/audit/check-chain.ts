import { type Text, text } from "../../../models/text.ts";
import { type Anchor, type AuditRow, hashOf } from "./chain.ts";

/** changed: its fields don't make its hash. unlinked: it doesn't follow the row before. missing: rows before it are gone. */
export type ChainFault =
  | { readonly kind: "changed" | "unlinked" | "missing"; readonly position: number }
  | { readonly kind: "cut-off"; readonly position: number };

export const FAULT_WORDS: Readonly<Record<ChainFault["kind"], Text>> = {
  changed: text("内容被改动", "its content was changed"),
  unlinked: text("与前一条不相接", "does not follow the row before"),
  missing: text("之前的记录缺失", "rows before it are missing"),
  "cut-off": text("之后的记录被删去", "rows after it were cut off"),
};

export interface ChainCheck {
  readonly rows: number;
  /** Where the rows really end. */
  readonly end: Anchor;
  readonly faults: readonly ChainFault[];
}

/** Follows the chain from an anchor through rows in order of position to where it is said to end. */
export async function checkChain(
  start: Anchor,
  rows: AsyncIterable<readonly AuditRow[]> | Iterable<readonly AuditRow[]>,
  head: Anchor,
): Promise<ChainCheck> {
  const faults: ChainFault[] = [];
  let end = start;
  let count = 0;
  for await (const block of rows)
    for (const row of block) {
      faults.push(...faultsOf(end, row));
      end = { position: row.position, hash: row.hash };
      count++;
    }
  if (end.position !== head.position || end.hash !== head.hash)
    faults.push({ kind: "cut-off", position: end.position });
  return { rows: count, end, faults };
}

function faultsOf(before: Anchor, row: AuditRow): ChainFault[] {
  const { position } = row;
  if (hashOf(row) !== row.hash) return [{ kind: "changed", position }];
  if (position !== before.position + 1) return [{ kind: "missing", position }];
  return row.previous === before.hash ? [] : [{ kind: "unlinked", position }];
}
