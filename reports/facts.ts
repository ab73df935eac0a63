import { BASELINES, type Baseline } from "../models/baseline.ts";
import { type Figure, figureName } from "../models/figure.ts";
import { WITHOUT_DOMINANT } from "../models/groups/printed-groups.ts";
import { yearOf } from "../models/month.ts";
import type { ReportScope } from "../models/report-scope.ts";
import { festivalMonths } from "../models/spring-festival.ts";
import type { Text } from "../models/text.ts";
import type { ThresholdSet } from "../models/threshold.ts";
import { type AlertFacts, alertFacts } from "./alert-facts.ts";
import { checkFacts } from "./check-facts.ts";
import { type GroupsFacts, groupFacts } from "./group-facts.ts";
import type { CompletenessInput, MonthlyInput } from "./input.ts";
import { type JoinedFacts, joinedFacts } from "./joined-facts.ts";
import { JUDGEMENT_BOUNDS, type Judgement, type JudgementBounds, judge } from "./judgement.ts";
import { type Names, namesByCode, namesOf } from "./names.ts";
import { type OutlookFacts, outlookFacts } from "./outlook-facts.ts";
import { type ReductionFacts, reductionFacts } from "./reduction-facts.ts";
import { type ReportFacts, reportFacts } from "./report-facts.ts";
import { type SilentFacts, silentFacts } from "./silent-facts.ts";
import { subjectOf } from "./titles.ts";
import { takenApart, toldOutlook, type WithheldGroup } from "./told-groups.ts";

/** A month as numbers and names: plain JSON, cross-footed, the one source of all formats. */
export interface MonthlyFacts extends ReportFacts {
  readonly kind: "monthly";
  readonly scope: ReportScope;
  readonly place: Text;
  /** Whose enterprises are spoken of, as a sentence names them. */
  readonly subject: Text;
  /** Name and first month of the threshold set. */
  readonly thresholds: Pick<ThresholdSet, "name" | "validFrom">;
  /** Left out in what was kept before reports told it, and printed as a shipped one then. */
  readonly modelKind?: MonthlyInput["modelKind"];
  /** The set itself with the event kinds its rules name; null in reports about a part, which point to the whole's. */
  readonly settings: { readonly thresholds: ThresholdSet; readonly eventNames: Names } | null;
  /** The month lies in the weeks that Spring Festival moves. */
  readonly festival: boolean;
  readonly judgement: Judgement;
  readonly bounds: JudgementBounds;
  /** All enterprises against each baseline, and again without the dominant ones; null is withheld. */
  readonly overall: Readonly<Record<Baseline, { readonly whole: Figure; readonly without: Figure | null }>>;
  readonly dominant: MonthlyInput["dominant"];
  readonly joined: JoinedFacts | null;
  readonly trend: MonthlyInput["trend"];
  readonly movements: MonthlyInput["movements"];
  readonly groups: GroupsFacts;
  /** Groups that are only named. */
  readonly withheld: Readonly<Record<keyof GroupsFacts, readonly WithheldGroup[]>>;
  readonly reductions: ReductionFacts;
  readonly alerts: AlertFacts;
  readonly completeness: Omit<CompletenessInput, "silent"> & {
    readonly silent: SilentFacts;
    readonly coverage: number | null;
  };
  readonly nextMonth: MonthlyInput["nextMonth"];
  readonly estimated: MonthlyInput["estimated"];
  readonly outlook: OutlookFacts | null;
  readonly followUp: MonthlyInput["followUp"];
  /** Industries, regions and departments that enterprises named here belong to, by code. */
  readonly names: { readonly industries: Names; readonly regions: Names; readonly departments: Names };
}

/** Throws a Problem naming the cell when the figures do not add up: such a report is not issued. */
export function monthlyFacts(input: MonthlyInput, bounds: JudgementBounds = JUDGEMENT_BOUNDS): MonthlyFacts {
  checkFacts(input);
  const { profile, month, scope, thresholds } = input;
  const overall = overallFacts(input);
  const alerts = alertFacts(input);
  const groups = takenApart(groupFacts(input), input.withheld);
  return {
    ...reportFacts(input, "monthly", scope),
    scope,
    place: figureName(profile, "place", profile.place),
    subject: subjectOf(profile, scope),
    thresholds: { name: thresholds.name, validFrom: thresholds.validFrom },
    modelKind: input.modelKind,
    settings: scope.dimension === "place" ? { thresholds, eventNames: namesByCode(profile.eventKinds) } : null,
    festival: profile.calendar.springFestival && festivalMonths(yearOf(month)).includes(month),
    judgement: judge(judged(overall.previous.whole, alerts), bounds),
    bounds,
    overall,
    dominant: input.dominant,
    joined: joinedFacts(input),
    trend: input.trend,
    movements: input.movements,
    groups: groups.told,
    withheld: groups.withheld,
    reductions: reductionFacts(input, overall.previous.whole.grossLoss),
    alerts,
    completeness: completenessFacts(input.completeness),
    nextMonth: input.nextMonth,
    estimated: input.estimated,
    outlook: outlookOf(input),
    followUp: input.followUp,
    names: namesOf(profile, [...input.alerts, ...input.completeness.silent]),
  };
}

const judged = ({ rate, matched }: Figure, { levels, collective }: AlertFacts) => ({
  ...{ rate, compared: matched },
  collectiveMet: collective.some((rule) => rule.met),
  top: levels[0]?.open ?? 0,
  second: levels[1]?.open ?? 0,
});

const outlookOf = ({ profile, outlook, withheld, scope }: MonthlyInput): OutlookFacts | null =>
  outlook === null ? null : outlookFacts(profile, toldOutlook(outlook, withheld), subjectOf(profile, scope));

function overallFacts({ figures, withoutDominant, withheld }: MonthlyInput): MonthlyFacts["overall"] {
  const place = (among: readonly Figure[], baseline: Baseline) =>
    among.find((f) => f.dimension === "place" && f.baseline === baseline)!;
  const told = !withheld.has(WITHOUT_DOMINANT);
  const pairs = BASELINES.map(
    (b) => [b, { whole: place(figures, b), without: told ? place(withoutDominant, b) : null }] as const,
  );
  return Object.fromEntries(pairs) as unknown as MonthlyFacts["overall"];
}

const completenessFacts = (completeness: CompletenessInput): MonthlyFacts["completeness"] => ({
  ...completeness,
  silent: silentFacts(completeness.silent),
  coverage: completeness.expected === 0 ? null : completeness.reported / completeness.expected,
});
