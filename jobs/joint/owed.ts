import { caseOf } from "../../models/case/case.ts";
import { deadlineRules } from "../../models/case/deadline-rules.ts";
import { deadlinesOf } from "../../models/case/deadlines.ts";
import { dayAfter, type Instant, instantOn } from "../../models/instant.ts";
import type { Owed } from "../../models/joint/owed.ts";
import { firstDay, type Month } from "../../models/month.ts";
import type { Profile } from "../../models/profile.ts";
import { deskKey } from "../../models/routing/desk.ts";
import { acknowledgeBy } from "../../models/routing/escalation.ts";
import { cases, stepsOf } from "../../src/db/case.ts";
import type { Db } from "../../src/db/db.ts";
import { raisedBetween } from "../../src/db/joint.ts";
import { namesOf } from "../../src/db/register.ts";

/** Everything that fell due in a calendar month, or was owed from before and is not done: what the month's 调度 looks at. */
export function owedIn(db: Db, profile: Profile, month: Month): Promise<readonly Owed[]> {
  return owedBetween(db, profile, instantOn(firstDay(month)), instantOn(firstDay(month + 1)));
}

/** The same of any stretch of time, `to` not included. */
export async function owedBetween(db: Db, profile: Profile, from: Instant, to: Instant): Promise<readonly Owed[]> {
  const all = [...(await acknowledgements(db, profile, from, to)), ...(await deadlines(db, profile))];
  return all.filter(({ due, metAt }) => due < to && (due >= from || metAt === null || metAt >= from));
}

async function acknowledgements(db: Db, profile: Profile, from: Instant, to: Instant): Promise<Owed[]> {
  const raised = await raisedBetween(db, new Date(from).toISOString(), new Date(to).toISOString());
  const names = await namesOf(
    db,
    raised.map(({ subject }) => subject),
  );
  return raised.flatMap(({ number, subject, level, raisedAt, desk, actedAt }) => {
    const due = acknowledgeBy(profile.routing.escalations, level, Date.parse(raisedAt));
    if (due === null || desk === null) return [];
    const name = names.get(subject) ?? subject;
    return [
      {
        duty: "acknowledge" as const,
        desk,
        subject: `${number} ${name}`,
        due,
        metAt: actedAt === null ? null : Date.parse(actedAt),
      },
    ];
  });
}

/** Deadlines of cases lie with their referents. A closed case owes nothing more; what it did late stays late. */
async function deadlines(db: Db, profile: Profile): Promise<Owed[]> {
  const rows = await cases(db, {});
  const names = await namesOf(
    db,
    rows.map(({ enterprise }) => enterprise),
  );
  const steps = await stepsOf(
    db,
    rows.map(({ id }) => id),
  );
  const rules = deadlineRules(profile);
  return rows.flatMap(({ id, number, enterprise }) => {
    const now = caseOf((steps.get(id) ?? []).map(({ taken }) => taken));
    const desk = deskKey({ kind: "specialist", code: now.referent });
    const subject = `${number} ${names.get(enterprise) ?? enterprise}`;
    return deadlinesOf(now, rules)
      .filter(({ metOn }) => metOn !== null || now.state === "open")
      .map(({ kind, due, metOn }) => ({
        ...{ duty: kind, desk, subject, due: endOf(due) },
        metAt: metOn === null ? null : instantOn(metOn),
      }));
  });
}

/** A deadline is met on its day. */
const endOf = (day: string): Instant => instantOn(dayAfter(day, 1)) - 1;
