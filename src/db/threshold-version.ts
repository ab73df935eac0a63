import type { Month } from "../../models/month.ts";
import { Problem } from "../../models/problem.ts";
import { text } from "../../models/text.ts";
import type { ThresholdSet } from "../../models/threshold.ts";
import {
  asVersion,
  checkStep,
  checkValidFrom,
  rolledBackFrom,
  stateOf,
  type ThresholdVersion,
} from "../../models/threshold-version.ts";
import type { Db } from "./db.ts";
import { thresholdSet } from "./threshold-set.ts";

/** Who does something to a version, why and when (an ISO instant). */
export interface VersionDeed {
  readonly actor: string;
  readonly reason: string;
  readonly at: string;
}

/** Every version, the oldest first. */
export const thresholdVersions = (db: Db): Promise<ThresholdVersion[]> =>
  db.query<ThresholdVersion>(
    `select t.id, t.name, t.valid_from as "validFrom", t.author, t.reason, t.restores,
       exists (select from run r where r.threshold_set_id = t.id and r.state <> 'abandoned') as used,
       coalesce((select json_agg(json_build_object('step', s.step, 'actor', s.actor, 'reason', s.reason,
           'at', to_char(s.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) order by s.id)
         from threshold_step s where s.set_id = t.id), '[]') as steps
     from threshold_set t order by t.id`,
  );

/** Keeps a set as a draft that holds for nothing until somebody else approves it; returns its id. */
export async function saveVersion(tx: Db, set: ThresholdSet, from: Month, deed: VersionDeed): Promise<number> {
  checkValidFrom(from, await newestRun(tx));
  const id = await insertVersion(tx, set, from, null, deed);
  await keepStep(tx, id, "saved", deed);
  return id;
}

/** Approves or withdraws a version; refusals are Problems. */
export async function stepVersion(tx: Db, id: number, step: "approved" | "withdrawn", deed: VersionDeed) {
  const version = await versionNumbered(tx, id);
  checkStep(version, step, deed.actor);
  if (step === "approved") checkValidFrom(version.validFrom, await newestRun(tx));
  await keepStep(tx, id, step, deed);
}

/** Takes an earlier version up again from the next month on: it was reviewed once, so one person may. Returns the new id. */
export async function restoreVersion(tx: Db, id: number, deed: VersionDeed): Promise<number> {
  const version = await versionNumbered(tx, id);
  if (stateOf(version) !== "approved") throw neverInForce(version);
  const from = rolledBackFrom(await thresholdVersions(tx), await newestRun(tx));
  const { set } = await thresholdSet(tx, id);
  const restored = await insertVersion(tx, set, from, id, deed);
  await keepStep(tx, restored, "saved", deed);
  await keepStep(tx, restored, "approved", deed);
  return restored;
}

async function versionNumbered(tx: Db, id: number): Promise<ThresholdVersion> {
  await tx.query("lock table threshold_step in share row exclusive mode"); // two people at once decide one after the other
  const version = (await thresholdVersions(tx)).find((one) => one.id === id);
  if (version) return version;
  throw new Problem(
    "no-data",
    "threshold-version-unknown",
    text(`没有编号为${id}的阈值方案。`, `There is no threshold set ${id}.`),
    text("请从版本列表中选择。", "Choose one of the list of versions."),
  );
}

async function insertVersion(
  tx: Db,
  set: ThresholdSet,
  from: Month,
  restores: number | null,
  { actor, reason }: VersionDeed,
): Promise<number> {
  const [next] = await tx.query<{ id: number }>("select coalesce(max(id), 0) + 1 as id from threshold_set");
  const named = asVersion(set, `${set.name.replace(/ v\d+$/, "")} v${next!.id}`, from);
  const [kept] = await tx.query<{ id: number }>(
    `insert into threshold_set (name, valid_from, body, author, reason, restores)
     values ($1, $2, $3::jsonb, $4, $5, $6) returning id`,
    [named.name, from, JSON.stringify(named), actor, reason, restores],
  );
  return kept!.id;
}

const keepStep = (tx: Db, id: number, step: string, { actor, reason, at }: VersionDeed) =>
  tx.query("insert into threshold_step (set_id, step, actor, reason, at) values ($1, $2, $3, $4, $5)", [
    ...[id, step, actor, reason, at],
  ]);

async function newestRun(tx: Db): Promise<Month | null> {
  const [row] = await tx.query<{ month: number | null }>(
    "select max(month) as month from run where state = 'done' and kind = 'month'",
  );
  return row?.month ?? null;
}

const neverInForce = ({ name }: ThresholdVersion): Problem =>
  new Problem(
    "input",
    "threshold-never-in-force",
    text(`方案“${name}”未经审核，不能恢复。`, `Set "${name}" was not approved: it cannot be taken up again.`),
    text("请选择一个已审核的版本。", "Choose an approved version."),
  );
