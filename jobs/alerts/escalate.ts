import { changeLife } from "../../models/alert/life.ts";
import { dayOf, type Instant, minuteOf } from "../../models/instant.ts";
import type { Profile } from "../../models/profile.ts";
import { deskKey } from "../../models/routing/desk.ts";
import { dueEscalation } from "../../models/routing/escalation.ts";
import { SYSTEM } from "../../src/db/alert.ts";
import { type Alert, holdAlerts, keepChanges, unacknowledged } from "../../src/db/alert-life.ts";
import type { Db } from "../../src/db/db.ts";
import { keepNotices, newestAbout } from "../../src/db/notice.ts";
import type { Counts } from "../../src/db/run.ts";

/** Tells the next desk of every alert that nobody acknowledged in time, step by step, each step once. */
export async function escalateOverdue(db: Db, profile: Profile, clock: () => number): Promise<Counts> {
  const { escalations } = profile.routing;
  const levels = [...new Set(escalations.map(({ level }) => level))];
  let escalated = 0;
  for (const { id } of (await unacknowledged(db, levels)).filter((alert) => isDue(alert, profile, clock())))
    escalated += await db.transaction((tx) => escalateOne(tx, id, profile, clock()));
  return { escalated };
}

const isDue = (alert: Alert, profile: Profile, now: Instant): boolean => dueStep(alert, profile, now) !== null;

const dueStep = ({ level, levelSince, escalations }: Alert, { routing }: Profile, now: Instant) =>
  level === null
    ? null
    : dueEscalation(routing.escalations, { level, since: Date.parse(levelSince), taken: escalations }, now);

async function escalateOne(tx: Db, id: number, profile: Profile, now: Instant): Promise<number> {
  const alert = (await holdAlerts(tx, [id])).get(id);
  const due = alert && dueStep(alert, profile, now);
  if (!alert || !due) return 0;
  const at = new Date(now).toISOString();
  const change = { action: "escalate", actor: SYSTEM, reason: reasonOf(due.due, due.step.department) } as const;
  const changed = changeLife(alert.life, change, dayOf(now));
  if (changed.kind === "refused") return 0;
  await keepChanges(tx, [{ alert: id, change, life: changed.life, at }]);
  const about = await newestAbout(tx, id);
  const desk = deskKey({ kind: "department", code: due.step.department });
  if (about === null) return 1;
  await keepNotices(tx, [
    {
      ...{
        key: `escalated/${alert.number}/${alert.life.changes}/${desk}`,
        desk,
        kind: "escalated",
        alert: id,
        case: null,
        at,
      },
      ...{ atOnce: true, routes: [`escalation:${due.place + 1}`], about: { ...about, level: alert.level } },
    },
  ]);
  return 1;
}

const reasonOf = (due: Instant, department: string): string =>
  `not acknowledged by ${minuteOf(due)}; told ${department}`;
