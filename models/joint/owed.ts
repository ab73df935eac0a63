import type { Instant } from "../instant.ts";
import { type Text, text } from "../text.ts";

/** What the joint mechanism asks of somebody: item 十九 names the parties, the times have their own origins. */
export type DutyKind = "acknowledge" | "contact" | "visit" | "measure" | "follow-up" | "reporting";

export const DUTIES: Readonly<Record<DutyKind, Text>> = {
  acknowledge: text("按时签收预警", "acknowledge alerts in time"),
  contact: text("首次联系企业", "first contact"),
  visit: text("首次走访企业", "first visit"),
  measure: text("措施按期落实", "measures carried out in time"),
  "follow-up": text("按期回访", "follow-up in time"),
  reporting: text("用工数据报送完整", "headcounts reported"),
};

/** One thing one desk owes. */
export interface Owed {
  readonly duty: DutyKind;
  /** "department:miit". */
  readonly desk: string;
  /** What it is about: number and name. */
  readonly subject: string;
  readonly due: Instant;
  /** null: not done yet. */
  readonly metAt: Instant | null;
}

export type Standing = "in-time" | "late" | "overdue" | "not-due";

export function standingOf({ due, metAt }: Owed, now: Instant): Standing {
  if (metAt !== null) return metAt <= due ? "in-time" : "late";
  return now > due ? "overdue" : "not-due";
}

/** What is owed and past its time, the longest first: the monthly 调度 list. */
export const overdueOf = (owed: readonly Owed[], now: Instant): readonly Owed[] =>
  owed.filter((one) => standingOf(one, now) === "overdue").toSorted((a, b) => a.due - b.due);

/** How one desk did. */
export interface DeskScore {
  readonly desk: string;
  readonly inTime: number;
  readonly late: number;
  readonly overdue: number;
  readonly notDue: number;
  /** in time ÷ (in time + late + overdue); null: nothing fell due. */
  readonly share: number | null;
}

/** Every desk that owed something, the worst share first, then by how much was overdue. */
export function scoreboard(owed: readonly Owed[], now: Instant): readonly DeskScore[] {
  const desks = [...new Set(owed.map(({ desk }) => desk))];
  return desks
    .map((desk) =>
      scoreOf(
        desk,
        owed.filter((one) => one.desk === desk),
        now,
      ),
    )
    .toSorted((a, b) => (a.share ?? 2) - (b.share ?? 2) || b.overdue - a.overdue || (a.desk < b.desk ? -1 : 1));
}

function scoreOf(desk: string, owed: readonly Owed[], now: Instant): DeskScore {
  const count = (standing: Standing) => owed.filter((one) => standingOf(one, now) === standing).length;
  const [inTime, late, overdue, notDue] = [count("in-time"), count("late"), count("overdue"), count("not-due")];
  const due = inTime + late + overdue;
  return { desk, inTime, late, overdue, notDue, share: due > 0 ? inTime / due : null };
}
