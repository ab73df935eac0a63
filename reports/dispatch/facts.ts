import type { Disagreement } from "../../models/cross-foot.ts";
import { figureName, UNKNOWN } from "../../models/figure.ts";
import type { ReportScope } from "../../models/report-scope.ts";
import type { Text } from "../../models/text.ts";
import { ADVICE_LIMITS } from "../advice/limits.ts";
import { type AlertFact, type LevelFact, levelCounts, openAlerts } from "../alert-facts.ts";
import { refuse } from "../check-facts.ts";
import type { SilentEnterprise } from "../input.ts";
import { namesByCode } from "../names.ts";
import { type ReportFacts, reportFacts } from "../report-facts.ts";
import { type SilentFacts, silentFacts } from "../silent-facts.ts";
import { type DutyFacts, dutyFacts } from "./duties.ts";

import type { DispatchAlert, DispatchInput, DispatchTask } from "./input.ts";

/** Who owes what by when: open alerts by the department that answers for them first. */
export interface DispatchFacts extends ReportFacts {
  readonly kind: "dispatch";
  readonly place: Text;
  readonly levels: readonly LevelFact[];
  /** Those with anything to do, in the profile's order. */
  readonly departments: readonly DispatchDepartment[];
  readonly total: DispatchCounts;
  /** What desks owed: who did it in time, and what is past its time, the longest first. */
  readonly duties: DutyFacts;
  readonly names: {
    readonly industries: Readonly<Record<string, Text>>;
    readonly regions: Readonly<Record<string, Text>>;
    readonly departments: Readonly<Record<string, Text>>;
  };
}

export interface DispatchDepartment {
  readonly code: string;
  readonly name: Text;
  readonly items: readonly DispatchItem[];
  readonly silent: SilentFacts;
  readonly counts: DispatchCounts;
}

export interface DispatchCounts {
  readonly open: number;
  /** By level, the profile's order. */
  readonly levels: readonly number[];
  readonly opened: number;
  /** Past the deadline of what is due. */
  readonly late: number;
  readonly silent: number;
}

export interface DispatchItem extends AlertFact {
  readonly task: DispatchTask | null;
  /** Date by which the next thing is due: the task's own, or the first visit's. */
  readonly due: string | null;
  readonly late: boolean;
}

/** Throws a Problem when the departments do not add up to the whole. */
export function dispatchFacts(input: DispatchInput): DispatchFacts {
  const { profile } = input;
  const scope: ReportScope = { dimension: "place", code: profile.place };
  const items = openAlerts(input.alerts, profile.levels).map((alert) => itemOf(alert, input.asOf));
  const count = counter(profile.levels.map(({ code }) => code));
  const total = count(items, input.silent);
  const departments = departmentsOf(input, items, count);
  refuse(againstTotal(total, departments));
  return {
    ...reportFacts(input, "dispatch", scope),
    ...{ total, departments, duties: dutyFacts(input) },
    place: figureName(profile, "place", profile.place),
    levels: levelCounts(profile.levels, items),
    names: {
      industries: namesByCode(profile.industries),
      regions: namesByCode(profile.regions),
      departments: namesByCode(profile.departments),
    },
  };
}

type Count = (items: readonly DispatchItem[], silent: readonly SilentEnterprise[]) => DispatchCounts;

function departmentsOf({ profile, silent }: DispatchInput, items: readonly DispatchItem[], count: Count) {
  const codes = [...profile.departments.map(({ code }) => code), UNKNOWN];
  return codes.flatMap((code): DispatchDepartment[] => {
    const mine = items.filter((item) => ownerOf(item) === code);
    const missing = silent.filter((one) => ownerOf(one) === code);
    if (mine.length + missing.length === 0) return [];
    const name = figureName(profile, "department", code);
    return [{ code, name, items: mine, silent: silentFacts(missing), counts: count(mine, missing) }];
  });
}

/** Every enterprise is with one department, so the departments add up to the whole. */
const againstTotal = (total: DispatchCounts, departments: readonly DispatchDepartment[]): Disagreement[] =>
  (["open", "opened", "late", "silent"] as const).flatMap((column) => {
    const sum = departments.reduce((all, { counts }) => all + counts[column], 0);
    return sum === total[column]
      ? []
      : [{ cell: `dispatch/${column}`, expected: total[column], found: sum, rule: "sum of departments" }];
  });

const ownerOf = ({ departments }: { readonly departments: readonly string[] }): string => departments[0] ?? UNKNOWN;

type Due = Pick<DispatchAlert, "openedOn" | "task">;

/** Without a case the first visit is what is due, so many days after its desk could know of the alert. */
function itemOf({ openedOn, task, ...alert }: AlertFact & Due, asOf: string): DispatchItem {
  const due = task === null ? daysAfter(openedOn, ADVICE_LIMITS.firstVisit.value) : task.due;
  return { ...alert, task, due, late: due !== null && due < asOf && task?.done !== true };
}

const daysAfter = (date: string, days: number): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

const counter =
  (levels: readonly string[]): Count =>
  (items, silent) => ({
    open: items.length,
    levels: levels.map((code) => items.filter(({ level }) => level === code).length),
    opened: items.filter(({ reason }) => reason === "opened").length,
    late: items.filter(({ late }) => late).length,
    silent: silent.length,
  });
