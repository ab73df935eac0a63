import { type Finding, SEVERITIES, type Severity } from "../../models/finding.ts";
import type { Text } from "../../models/text.ts";
import { copyChunks, copyLine } from "./copy.ts";
import type { Db } from "./db.ts";

/** Where a finding belongs: the batch it came in with, or the run that looked at the whole month. */
export type FindingOwner = { readonly batch: number } | { readonly run: number };

export async function keepFindings(tx: Db, owner: FindingOwner, findings: Iterable<Finding>): Promise<number> {
  const batch = "batch" in owner ? owner.batch : null;
  const run = "run" in owner ? owner.run : null;
  const columns = [
    "batch_id",
    "run_id",
    "code",
    "severity",
    "cell",
    "row_number",
    "value",
    "message",
    "repair",
    "raw_row",
    "cells",
  ];
  const line = (f: Finding) =>
    copyLine([
      batch,
      run,
      f.code,
      f.severity,
      f.cell,
      f.row,
      f.value,
      JSON.stringify(f.message),
      JSON.stringify(f.repair),
      f.rawRow,
      f.cells ?? 1,
    ]);
  return tx.bulkLoad("finding", columns, copyChunks(findings, line));
}

export interface FindingCount {
  readonly batch: number | null;
  readonly code: string;
  readonly severity: Severity;
  readonly count: number;
  /** The first one, as an example. */
  readonly cell: string | null;
  readonly value: string | null;
  readonly message: Text;
  readonly repair: Text;
}

/** Findings counted by batch and code, with the first of each as an example; those of the run have batch null. */
export async function findingCounts(db: Db, batches: readonly number[], run: number | null): Promise<FindingCount[]> {
  return db.query<FindingCount>(
    `select f.batch_id as batch, f.code, f.severity, f.count, e.cell, e.value, e.message, e.repair
     from (select batch_id, code, severity, sum(cells)::integer as count, min(id) as first
           from finding where batch_id = any($1::integer[]) or run_id = $2
           group by batch_id, run_id, code, severity) f
     join finding e on e.id = f.first
     order by array_position($3::text[], f.severity), f.count desc, f.code, f.batch_id`,
    [batches, run, SEVERITIES],
  );
}

/** A batch's findings in the order they were met. */
export async function findingsOf(db: Db, batch: number, limit: number): Promise<Finding[]> {
  return db.query<Finding>(
    `select code, severity, cell, row_number as row, value, message, repair, raw_row as "rawRow", cells
     from finding where batch_id = $1 order by id limit $2`,
    [batch, limit],
  );
}
