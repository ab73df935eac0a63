import type { TruthEvent } from "../../models/judging/lead-time.ts";
import type { Month } from "../../models/month.ts";
import type { KeptMonth } from "../../models/replay/kept-month.ts";
import { type PackedMonth, packMonths, unpackMonth } from "../../models/replay/pack.ts";
import type { Db } from "./db.ts";

/** Keeps of a run's month what rules look at. */
export async function keepKeptMonth(tx: Db, run: number, kept: KeptMonth): Promise<void> {
  const { places, bytes } = packMonths([kept]);
  await tx.query("insert into kept_month (run_id, month, place, bytes) values ($1, $2, $3::jsonb, $4)", [
    run,
    kept.month,
    JSON.stringify(places[0]),
    bytes,
  ]);
}

/** Runs that speak for a month and kept it, the oldest month first; runs of an earlier version kept nothing. */
export const keptRuns = (db: Db, from: Month): Promise<{ readonly run: number; readonly month: Month }[]> =>
  db.query(
    `select r.id as run, r.month from (
       select distinct on (month) id, month from run
       where state = 'done' and kind = 'month' and month >= $1 order by month, id desc) as r
     join kept_month k on k.run_id = r.id order by r.month`,
    [from],
  );

/** The kept month of a run, in memory of its own. */
export async function keptMonth(db: Db, run: number): Promise<KeptMonth> {
  const [row] = await db.query<{ place: PackedMonth; bytes: Uint8Array }>(
    "select place, bytes from kept_month where run_id = $1",
    [run],
  );
  if (!row) throw new RangeError(`run ${run} kept no month`);
  return unpackMonth(Uint8Array.from(row.bytes), row.place); // copied: its columns begin at multiples of 8
}

/** Keeps the large reductions that a run knows of. */
export async function keepKnownReductions(tx: Db, run: number, events: readonly TruthEvent[]): Promise<void> {
  const columns = [events.map((e) => e.enterprise), events.map((e) => e.month), events.map((e) => e.people)];
  await tx.query("insert into known_reduction (run_id, enterprise, month, people) values ($1, $2, $3, $4)", [
    run,
    ...columns,
  ]);
}

/** The large reductions that a run knew of. */
export async function knownReductions(db: Db, run: number): Promise<TruthEvent[]> {
  const [row] = await db.query<{ enterprise: number[]; month: number[]; people: (number | null)[] }>(
    "select enterprise, month, people from known_reduction where run_id = $1",
    [run],
  );
  if (!row) return [];
  return row.enterprise.map((enterprise, i) => ({ enterprise, month: row.month[i]!, people: row.people[i] ?? null }));
}
