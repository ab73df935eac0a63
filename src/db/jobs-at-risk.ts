import { copyChunks, copyLine } from "./copy.ts";
import type { Db } from "./db.ts";

interface AtRisk {
  readonly dimension: string;
  readonly code: string;
  readonly enterprises: number;
  readonly persons: number;
}

export async function keepJobsAtRisk(tx: Db, run: number, sums: Iterable<AtRisk>): Promise<number> {
  const line = (s: AtRisk) => copyLine([run, s.dimension, s.code, s.enterprises, s.persons]);
  return tx.bulkLoad("jobs_at_risk", ["run_id", "dimension", "code", "enterprises", "persons"], copyChunks(sums, line));
}

export async function jobsAtRiskOf<A extends AtRisk>(db: Db, run: number): Promise<A[]> {
  return db.query<A>(
    "select dimension, code, enterprises, persons from jobs_at_risk where run_id = $1 order by dimension, code",
    [run],
  );
}
