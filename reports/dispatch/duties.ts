import { dayAfter, instantOn, minuteOf } from "../../models/instant.ts";
import { type DeskScore, DUTIES, overdueOf, scoreboard } from "../../models/joint/owed.ts";
import type { Profile } from "../../models/profile.ts";
import { parseDesk } from "../../models/routing/desk.ts";
import { type Text, text } from "../../models/text.ts";
import { same } from "../wording/say.ts";
import type { DispatchInput } from "./input.ts";

/** How desks kept what the joint mechanism asks of them. */
export interface DutyFacts {
  readonly desks: readonly (Omit<DeskScore, "desk"> & { readonly desk: Text })[];
  readonly overdue: readonly OverdueFact[];
}

export interface OverdueFact {
  readonly desk: Text;
  readonly duty: Text;
  /** Number and name of what it is about. */
  readonly subject: string;
  /** "2026-01-12 17:00", local time. */
  readonly due: string;
}

/** As it stood at the end of the day the list speaks as of. */
export function dutyFacts({ owed, asOf, profile }: Pick<DispatchInput, "owed" | "asOf" | "profile">): DutyFacts {
  const end = instantOn(dayAfter(asOf, 1)) - 1;
  return {
    desks: scoreboard(owed, end).map((score) => ({ ...score, desk: nameOf(score.desk, profile) })),
    overdue: overdueOf(owed, end).map(({ desk, duty, subject, due }) => ({
      ...{ desk: nameOf(desk, profile), duty: DUTIES[duty], subject, due: minuteOf(due) },
    })),
  };
}

function nameOf(key: string, { departments, regions }: Profile): Text {
  const desk = parseDesk(key);
  if (desk === null) return same(key);
  if (desk.kind === "specialist") return text(`就业服务专员${desk.code}`, `specialist ${desk.code}`);
  const known: readonly { readonly code: string; readonly name: Text }[] =
    desk.kind === "department" ? departments : regions;
  return known.find(({ code }) => code === desk.code)?.name ?? same(desk.code);
}
