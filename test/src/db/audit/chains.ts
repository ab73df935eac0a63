import { type AuditRow, CHAIN_START, nextRow } from "../../../../src/db/audit/chain.ts";

/** A chain as appendAudit would have written it. */
export function makeChain(length: number): AuditRow[] {
  const rows: AuditRow[] = [];
  for (let i = 0; i < length; i++) {
    const entry = {
      at: 1_750_000_000_000 + i,
      actor: `p${i % 7}`,
      action: "import" as const,
      subject: `batch:${i}`,
      detail: { i },
    };
    rows.push(nextRow(rows.at(-1) ?? CHAIN_START, entry));
  }
  return rows;
}
