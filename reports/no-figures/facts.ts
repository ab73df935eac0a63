import { figureName, UNKNOWN } from "../../models/figure.ts";
import { formatMonth, type Month } from "../../models/month.ts";
import type { DueKind } from "../../models/report-kind.ts";
import type { ReportScope } from "../../models/report-scope.ts";
import type { Text } from "../../models/text.ts";
import type { SilentEnterprise } from "../input.ts";
import { namesOf } from "../names.ts";
import { type ReportFacts, type ReportSource, reportFacts } from "../report-facts.ts";
import { type SilentFacts, silentFacts } from "../silent-facts.ts";
import { subjectOf } from "../titles.ts";

/** What there is to say of a month in which no figures came in. */
export interface NoFiguresInput extends ReportSource {
  readonly kind: DueKind;
  readonly scope: ReportScope;
  /** Everybody who should have reported. */
  readonly silent: readonly SilentEnterprise[];
  /** The last month before it that has figures; null when none has. */
  readonly lastMonth: Month | null;
  /** Months of the period that have figures. */
  readonly covered: readonly Month[];
  /** Alerts that the last month run left open; null where none was run. */
  readonly standing: { readonly month: Month; readonly open: number } | null;
}

/** In place of a report that can't be made: who was silent, and that nothing can be judged. It has no run and is never issued. */
export interface NoFiguresFacts extends ReportFacts {
  readonly kind: DueKind;
  readonly figures: "none";
  readonly subject: Text;
  readonly silent: SilentFacts;
  /** The same by the department that answers first and by township; empty in a part's. */
  readonly groups: Readonly<Record<"department" | "region", readonly SilentGroup[]>>;
  readonly lastMonth: string | null;
  readonly covered: readonly string[];
  readonly standing: { readonly month: string; readonly open: number } | null;
  readonly names: ReturnType<typeof namesOf>;
}

export interface SilentGroup {
  readonly name: Text;
  readonly enterprises: number;
  /** Persons of their last reports. */
  readonly people: number;
}

/** Enterprises that the report about the whole place names: its parts name all of theirs. */
const NAMED = 20;

export function noFiguresFacts(input: NoFiguresInput): NoFiguresFacts {
  const { profile, kind, scope, silent, lastMonth, covered, standing } = input;
  const whole = scope.dimension === "place";
  return {
    ...reportFacts(input, kind, scope),
    figures: "none",
    subject: subjectOf(profile, scope),
    silent: whole ? { ...silentFacts(silent), named: silentFacts(silent).named.slice(0, NAMED) } : silentFacts(silent),
    groups: {
      department: whole ? groupsOf(input, "department", ({ departments }) => departments[0] ?? UNKNOWN) : [],
      region: whole ? groupsOf(input, "region", ({ region }) => region ?? UNKNOWN) : [],
    },
    lastMonth: lastMonth === null ? null : formatMonth(lastMonth),
    covered: covered.map(formatMonth),
    standing: standing === null ? null : { ...standing, month: formatMonth(standing.month) },
    names: namesOf(profile, silent),
  };
}

/** In the profile's order, the unknown last; those without anybody silent are left out. */
function groupsOf(
  { profile, silent }: NoFiguresInput,
  dimension: "department" | "region",
  codeOf: (one: SilentEnterprise) => string,
): SilentGroup[] {
  const codes = [...profile[`${dimension}s`].map(({ code }) => code), UNKNOWN];
  return codes.flatMap((code) => {
    const { count: enterprises, people } = silentFacts(silent.filter((one) => codeOf(one) === code));
    return enterprises === 0 ? [] : [{ name: figureName(profile, dimension, code), enterprises, people }];
  });
}
