import type { Reach } from "../../models/rights/reach.ts";
import type { Db } from "./db.ts";
import { at, momentOf } from "./moment.ts";
import { inReach, reachParams } from "./scope/in-reach.ts";

export type UploadStepKind = "submit" | "pass" | "refuse" | "import";

/** What was done about a file, by whom. */
export interface UploadStep {
  readonly kind: UploadStepKind;
  readonly by: number;
  readonly name: string;
  readonly at: number;
  readonly note: string | null;
}

export async function keepUploadStep(
  tx: Db,
  upload: number,
  { kind, by, note }: { readonly kind: UploadStepKind; readonly by: number; readonly note?: string },
  now: number,
): Promise<void> {
  await tx.query("insert into upload_step (upload_id, kind, by_person, at, note) values ($1, $2, $3, $4, $5)", [
    ...[upload, kind, by, at(now), note ?? null],
  ]);
}

export async function uploadSteps(db: Db, upload: number): Promise<UploadStep[]> {
  const rows = await db.query<Omit<UploadStep, "at"> & { at: string }>(
    `select s.kind, s.by_person as by, p.name, s.at, s.note
     from upload_step s join person p on p.id = s.by_person where s.upload_id = $1 order by s.id`,
    [upload],
  );
  return rows.map((row) => ({ ...row, at: momentOf(row.at) }));
}

/** A correction of an enterprise's figure that waits for acceptance: the file it is in, and what it says. */
export interface WaitingCorrection {
  readonly upload: number;
  readonly says: string;
}

/** Files of that enterprise alone that were handed on with a word, as corrections are. */
export const waitingCorrections = (db: Db, code: string): Promise<WaitingCorrection[]> =>
  db.query<WaitingCorrection>(
    `select u.id as upload, s.note as says from upload u join upload_step s on s.upload_id = u.id and s.kind = 'submit'
     where u.state = 'waiting' and u.enterprises = array[$1]::text[] and s.note is not null order by u.id`,
    [code],
  );

/** One cell that a reviewer corrected. */
export interface UploadCorrection {
  readonly cell: string;
  readonly before: string;
  readonly value: string;
  readonly reason: string;
  readonly by: number;
  readonly name: string;
  readonly at: number;
}

export async function keepCorrection(
  tx: Db,
  upload: number,
  { cell, before, value, reason, by }: Omit<UploadCorrection, "name" | "at">,
  now: number,
): Promise<void> {
  await tx.query(
    `insert into upload_correction (upload_id, cell, before, value, reason, by_person, at)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [upload, cell, before, value, reason, by, at(now)],
  );
}

/** A file's corrections as they were made; of one cell corrected twice the later counts. */
export async function uploadCorrections(db: Db, upload: number): Promise<UploadCorrection[]> {
  const rows = await db.query<Omit<UploadCorrection, "at"> & { at: string }>(
    `select c.cell, c.before, c.value, c.reason, c.by_person as by, p.name, c.at
     from upload_correction c join person p on p.id = c.by_person where c.upload_id = $1 order by c.id`,
    [upload],
  );
  return rows.map((row) => ({ ...row, at: momentOf(row.at) }));
}

/**
 * That upload u speaks only of enterprises within reach, whose parameters begin at number `first`; one that names somebody
 * unknown is within nobody's but the county's.
 */
export const uploadInReach = (first: number): string =>
  `($${first}::boolean or not u.whole_place and cardinality(u.enterprises) > 0 and not exists (
     select from unnest(u.enterprises) as told (code) where not exists (
       select from enterprise e where e.code = told.code and ${inReach("e.id", first)})))`;

export async function uploadWithin(db: Db, upload: number, reach: Reach): Promise<boolean> {
  const [row] = await db.query<{ within: boolean }>(
    `select ${uploadInReach(2)} as within from upload u where u.id = $1`,
    [upload, ...reachParams(reach)],
  );
  return row?.within ?? false;
}

/** Codes of every enterprise within reach, and of all there are. */
export async function codesWithin(db: Db, reach: Reach): Promise<{ readonly code: string; readonly own: boolean }[]> {
  return db.query<{ code: string; own: boolean }>(`select e.code, ${inReach("e.id", 1)} as own from enterprise e`, [
    ...reachParams(reach),
  ]);
}
