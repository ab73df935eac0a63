import { type Case, caseOf } from "../../models/case/case.ts";
import { deadlineRules } from "../../models/case/deadline-rules.ts";
import { DEADLINES, type Deadline, deadlinesOf, isNear, isOverdue } from "../../models/case/deadlines.ts";
import { dayOf } from "../../models/instant.ts";
import { formatMonth, monthOfDate } from "../../models/month.ts";
import type { Profile } from "../../models/profile.ts";
import { deskKey } from "../../models/routing/desk.ts";
import { type Text, text } from "../../models/text.ts";
import { type CaseRow, cases, stepsOf } from "../../src/db/case.ts";
import type { Db } from "../../src/db/db.ts";
import { keepNotices, type NewNotice } from "../../src/db/notice.ts";
import { namesOf } from "../../src/db/register.ts";
import type { Counts } from "../../src/db/run.ts";

/** Open cases with what their steps make of them. */
export async function openCases(db: Db): Promise<{ readonly row: CaseRow; readonly now: Case }[]> {
  const rows = await cases(db, { open: true });
  const steps = await stepsOf(
    db,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => ({ row, now: caseOf((steps.get(row.id) ?? []).map(({ taken }) => taken)) }));
}

/** Writes a notice for every deadline that comes near or is past, each once: to the referent, and to the office when it is past. */
export async function remindOfDeadlines(db: Db, profile: Profile, clock: () => number): Promise<Counts> {
  const now = clock();
  const today = dayOf(now);
  const rules = deadlineRules(profile);
  const open = await openCases(db);
  const names = await namesOf(
    db,
    open.map(({ row }) => row.enterprise),
  );
  const notices = open.flatMap(({ row, now: state }) =>
    deadlinesOf(state, rules).flatMap((deadline) => {
      const kind = isOverdue(deadline, today) ? "overdue" : isNear(deadline, today) ? "reminder" : null;
      if (kind === null) return [];
      const desks = [deskKey({ kind: "specialist", code: state.referent })];
      if (kind === "overdue") desks.push(deskKey({ kind: "department", code: profile.routing.fallback }));
      const name = names.get(row.enterprise) ?? row.enterprise;
      return desks.map((desk) => reminder(row, name, deadline, { kind, desk, profile, now }));
    }),
  );
  return { reminders: await db.transaction((tx) => keepNotices(tx, notices)) };
}

interface Reminding {
  readonly kind: "reminder" | "overdue";
  readonly desk: string;
  readonly profile: Profile;
  readonly now: number;
}

function reminder(row: CaseRow, name: string, deadline: Deadline, { kind, desk, profile, now }: Reminding): NewNotice {
  const said = sentence(deadline, profile);
  return {
    ...{ key: `${row.number}/${deadline.kind}/${deadline.measure ?? ""}/${deadline.due}/${kind}/${desk}`, desk, kind },
    ...{ at: new Date(now).toISOString(), atOnce: false, routes: ["case"], alert: null, case: row.id },
    about: {
      ...{ number: row.number, subjectKind: "case", subject: row.enterprise, name, industries: [], region: null },
      ...{ level: null, levelBefore: null, month: formatMonth(monthOfDate(dayOf(now))), repeat: false },
      ...{ headline: said, explanation: said },
    },
  };
}

function sentence({ kind, due, measure }: Deadline, { casework }: Profile): Text {
  const name = casework.measures.find(({ code }) => code === measure)?.name;
  const of = name === undefined ? text("", "") : text(`（${name.zh}）`, ` (${name.en})`);
  return text(`${DEADLINES[kind].zh}${of.zh}期限${due}`, `${DEADLINES[kind].en}${of.en} due ${due}`);
}
