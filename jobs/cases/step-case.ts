import { type Case, caseOf, type KeptStep, takeStep } from "../../models/case/case.ts";
import { CRITICALITIES, type Step } from "../../models/case/step.ts";
import { dayOf } from "../../models/instant.ts";
import type { Profile } from "../../models/profile.ts";
import { alertNumbered } from "../../src/db/alert-life.ts";
import { alertsOfCase, type CaseRow, holdCase, keepStep, linkAlert, newCase, stepsOf } from "../../src/db/case.ts";
import type { Db } from "../../src/db/db.ts";
import { mustBeKnown } from "../known-code.ts";
import { closeAlertsOf } from "./close-alerts.ts";
import { caseRefused, changedMeanwhile, noSuchCase } from "./problems.ts";

export interface Stepping {
  readonly profile: Pick<Profile, "casework">;
  readonly clock: () => number;
}

/** A case and what its steps make of it. */
export interface CaseNow {
  readonly row: CaseRow;
  readonly now: Case;
}

/** Writes a step of a case; closing it ends its alerts with the same outcome. Refusals are Problems. */
export function stepCase(db: Db, number: string, step: Step, { profile, clock }: Stepping): Promise<CaseNow> {
  checkCodes(step, profile);
  return db.transaction(async (tx) => {
    const row = await holdCase(tx, number);
    if (!row) throw noSuchCase(number);
    return stepHeld(tx, row, step, clock());
  });
}

function checkCodes({ measure, difficulties = [], criticality }: Step, { casework }: Stepping["profile"]): void {
  const known = (list: readonly { readonly code: string }[]) => list.map(({ code }) => code);
  mustBeKnown([measure], known(casework.measures));
  mustBeKnown(difficulties, known(casework.difficulties));
  mustBeKnown([criticality], CRITICALITIES);
}

/** What a case's steps make of it. */
export async function caseNow(db: Db, { id }: Pick<CaseRow, "id">): Promise<Case> {
  return caseOf(((await stepsOf(db, [id])).get(id) ?? []).map(({ taken }) => taken));
}

/** The same for a case that the transaction holds. */
export async function stepHeld(tx: Db, row: CaseRow, step: Step, now: number): Promise<CaseNow> {
  const before = row.steps === 0 ? null : await caseNow(tx, row);
  const kept: KeptStep = { ...step, on: step.on ?? dayOf(now) };
  if (kept.on > dayOf(now)) throw caseRefused(row.number, step.kind, "day-ahead");
  const stepped = takeStep(before, kept);
  if (stepped.kind === "refused") throw caseRefused(row.number, step.kind, stepped.refusal);
  const after = stepped.case;
  const at = new Date(now).toISOString();
  const { referent, criticality } = after;
  const written = await keepStep(tx, row, kept, { closed: after.state === "closed", referent, criticality, at });
  if (!written) throw changedMeanwhile(row.number);
  await link(tx, row, step);
  if (step.kind === "close") await closeAlertsOf(tx, await alertsOfCase(tx, row.id), row.number, after, step, now);
  return { row: { ...row, ...{ referent, criticality, steps: row.steps + 1 } }, now: after };
}

async function link(tx: Db, { id }: CaseRow, { alert }: Step): Promise<void> {
  if (alert === undefined) return;
  const found = await alertNumbered(tx, alert);
  if (found) await linkAlert(tx, id, found.id);
}

/** Opens an enterprise's case; who has an open one is asked for that first. */
export async function openCase(
  tx: Db,
  enterprise: string,
  step: Step & { readonly kind: "open" },
  now: number,
): Promise<CaseNow> {
  const at = new Date(now).toISOString();
  const row = await newCase(tx, { enterprise, referent: step.person ?? "", criticality: step.criticality ?? "", at });
  return stepHeld(tx, row, step, now);
}
