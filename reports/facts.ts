import { BASELINES, type Baseline } from "../models/baseline.ts";
import type { Figure } from "../models/figure.ts";
import { figureName } from "../models/figure.ts";
import { formatMonth, monthInChinese, yearOf } from "../models/month.ts";
import { festivalMonths } from "../models/spring-festival.ts";
import { type Text, text } from "../models/text.ts";
import type { ThresholdSet } from "../models/threshold.ts";
import type { TrendPoint } from "../models/trend.ts";
import { type AlertFacts, alertFacts } from "./alert-facts.ts";
import { checkFacts } from "./check-facts.ts";
import { type GroupsFacts, groupFacts } from "./group-facts.ts";
import type { CompletenessInput, MonthlyInput } from "./input.ts";
import { type JoinedFacts, joinedFacts } from "./joined-facts.ts";
import { JUDGEMENT_BOUNDS, type Judgement, type JudgementBounds, judge } from "./judgement.ts";
import { type OutlookFacts, outlookFacts } from "./outlook-facts.ts";
import { type ReductionFacts, reductionFacts } from "./reduction-facts.ts";
import { type RulesOnly, rulesOnlyFacts } from "./rules-only.ts";

/** A month as numbers and names: plain JSON, cross-footed, the one source of html, documents, spreadsheets and exports. */
export interface MonthlyFacts {
  readonly kind: "monthly";
  readonly title: Text;
  readonly place: Text;
  readonly month: string;
  readonly asOf: string;
  readonly vintage: Text;
  readonly model: string;
  readonly thresholds: ThresholdSet;
  /** Since when alerts rest on facts alone, and why; null as usual. */
  readonly rulesOnly: RulesOnly | null;
  readonly simulated: boolean;
  /** The month lies in the weeks that Spring Festival moves. */
  readonly festival: boolean;
  readonly judgement: Judgement;
  readonly bounds: JudgementBounds;
  /** The place against each baseline, with all enterprises and without the dominant ones. */
  readonly overall: Readonly<Record<Baseline, { readonly whole: Figure; readonly without: Figure }>>;
  readonly dominant: MonthlyInput["dominant"];
  readonly joined: JoinedFacts | null;
  readonly trend: readonly TrendPoint[];
  readonly movements: MonthlyInput["movements"];
  readonly groups: GroupsFacts;
  readonly reductions: ReductionFacts;
  readonly alerts: AlertFacts;
  readonly completeness: CompletenessInput & { readonly coverage: number | null };
  readonly nextMonth: MonthlyInput["nextMonth"];
  readonly estimated: MonthlyInput["estimated"];
  readonly outlook: OutlookFacts | null;
  /** Event kinds by code, for the rules that name one. */
  readonly eventNames: Readonly<Record<string, Text>>;
  /** Industries, regions and departments by code. */
  readonly names: {
    readonly industries: Readonly<Record<string, Text>>;
    readonly regions: Readonly<Record<string, Text>>;
    readonly departments: Readonly<Record<string, Text>>;
  };
}

/** Throws a Problem naming the cell when the figures do not add up: such a report is not issued. */
export function monthlyFacts(input: MonthlyInput, bounds: JudgementBounds = JUDGEMENT_BOUNDS): MonthlyFacts {
  checkFacts(input);
  const { profile, month } = input;
  const place = figureName(profile, "place", profile.place);
  const overall = overallFacts(input);
  const alerts = alertFacts(input);
  return {
    kind: "monthly",
    title: titleOf(place, input),
    place,
    month: formatMonth(month),
    asOf: input.asOf,
    vintage: input.vintage,
    model: input.model,
    thresholds: input.thresholds,
    rulesOnly: rulesOnlyFacts(input.rulesOnly),
    simulated: input.simulated,
    festival: profile.calendar.springFestival && festivalMonths(yearOf(month)).includes(month),
    judgement: judge(judged(overall.previous.whole.rate, alerts), bounds),
    bounds,
    overall,
    dominant: input.dominant,
    joined: joinedFacts(input),
    trend: input.trend,
    movements: input.movements,
    groups: groupFacts(input),
    reductions: reductionFacts(input, overall.previous.whole.grossLoss),
    alerts,
    completeness: withCoverage(input.completeness),
    nextMonth: input.nextMonth,
    estimated: input.estimated,
    outlook: input.outlook === null ? null : outlookFacts(profile, input.outlook),
    eventNames: byCode(profile.eventKinds),
    names: {
      industries: byCode(profile.industries),
      regions: byCode(profile.regions),
      departments: byCode(profile.departments),
    },
  };
}

function titleOf(place: Text, { month }: MonthlyInput): Text {
  return text(
    `${place.zh}重点企业用工监测分析报告（${monthInChinese(month)}）`,
    `${place.en}: employment monitoring of key enterprises, ${formatMonth(month)}`,
  );
}

const judged = (rate: number | null, { levels, collective }: AlertFacts) => ({
  rate,
  collectiveMet: collective.some((rule) => rule.met),
  top: levels[0]?.open ?? 0,
  second: levels[1]?.open ?? 0,
});

function overallFacts({ figures, withoutDominant }: MonthlyInput): MonthlyFacts["overall"] {
  const place = (among: readonly Figure[], baseline: Baseline) =>
    among.find((f) => f.dimension === "place" && f.baseline === baseline)!;
  const pairs = BASELINES.map((b) => [b, { whole: place(figures, b), without: place(withoutDominant, b) }] as const);
  return Object.fromEntries(pairs) as unknown as MonthlyFacts["overall"];
}

const withCoverage = (completeness: CompletenessInput): MonthlyFacts["completeness"] => ({
  ...completeness,
  coverage: completeness.expected === 0 ? null : completeness.reported / completeness.expected,
});

const byCode = (of: readonly { readonly code: string; readonly name: Text }[]): Record<string, Text> =>
  Object.fromEntries(of.map((n) => [n.code, n.name]));
