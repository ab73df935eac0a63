import type { Figure } from "../../models/figure.ts";
import { lastDay } from "../../models/month.ts";
import { GAP, type Panel } from "../../models/panel.ts";
import type { Profile } from "../../models/profile.ts";
import { regulatorsOf } from "../../models/regulator.ts";
import { STATUS } from "../../models/score.ts";
import { text } from "../../models/text.ts";
import type { AlertInput, CollectiveInput, MonthlyInput } from "../../reports/input.ts";
import { decisionsOf, type StoredDecision } from "../../src/db/alert.ts";
import { isSimulated } from "../../src/db/batch.ts";
import { collectiveOf } from "../../src/db/collective.ts";
import { enterpriseIdsOf } from "../../src/db/enterprise.ts";
import { figuresOf, outlineOf } from "../../src/db/figure.ts";
import { estimatedBefore, type FormSums, formSums, reasonCounts } from "../../src/db/form.ts";
import { rowOf } from "../../src/db/panel.ts";
import { type Registered, registered } from "../../src/db/register.ts";
import { finishedSteps } from "../../src/db/run.ts";
import { type StoredScore, scoresOf } from "../../src/db/score.ts";
import { completeness } from "./completeness.ts";
import type { Outline } from "./industry-figures.ts";
import { outlookInput } from "./outlook-input.ts";
import type { StepContext } from "./step.ts";

/** Gathers what the report is made from; everything was stored by the steps before. */
export async function monthlyInput(context: StepContext): Promise<MonthlyInput> {
  const { tx, run, profile, thresholds, rulesOnly } = context;
  const panel = await context.panel(tx);
  const outline = await outlineOf<Outline>(tx, run.id);
  if (!outline) throw new Error(`run ${run.id} has no outline: its industries step did not finish`);
  const figures = await figuresOf<Figure>(tx, run.id, "all");
  const decisions = (await decisionsOf<AlertInput["explanation"]>(tx, run.id)).filter(
    (d) => d.subjectKind === "enterprise",
  );
  const forms = await formSums(tx, run.id, run.month, run.vintage);
  const reasons = await reasonCounts(tx, run.id, run.month, run.vintage);
  const { batch, publishedOn } = run.vintage;
  return {
    profile,
    month: run.month,
    asOf: run.asOf,
    vintage: text(
      `截至${publishedOn}获知、第${batch}批及以前的数据`,
      `known by ${publishedOn}, batches up to ${batch}`,
    ),
    ...{ thresholds, rulesOnly },
    model: run.model,
    simulated: await isSimulated(tx, run.vintage),
    figures,
    withoutDominant: await figuresOf<Figure>(tx, run.id, "without-dominant"),
    ...outline,
    movements: movementsOf(forms),
    alerts: await alertInputs(decisions, panel, context),
    labels: await labels(context, decisions),
    collective: await collective(context),
    reductions: {
      types: reasons.filter((r) => r.kind === "type"),
      reasons: reasons.filter((r) => r.kind === "reason"),
      further: reasons.filter((r) => r.kind === "further"),
    },
    completeness: await completeness(context, panel, figures),
    nextMonth:
      forms.current === null || forms.estimate === null
        ? null
        : { enterprises: forms.estimators, current: forms.current, estimate: forms.estimate },
    estimated: await estimatedBefore(tx, run.id, run.month, run.vintage),
    outlook: await outlookInput(context, outline.expected ?? []),
  };
}

function movementsOf({ movers, hired, departed, ...forms }: FormSums): MonthlyInput["movements"] {
  const { compared: enterprises, hiredCompared, departedCompared, change } = forms;
  const compared =
    hiredCompared === null || departedCompared === null || change === null
      ? null
      : { enterprises, hired: hiredCompared, departed: departedCompared, change };
  return { enterprises: movers, hired, departed, compared };
}

type Decision = StoredDecision<AlertInput["explanation"]>;

async function alertInputs(
  decisions: readonly Decision[],
  panel: Panel,
  { tx, run, profile, thresholds }: StepContext,
): Promise<AlertInput[]> {
  const ids = await enterpriseIdsOf(
    tx,
    decisions.map((d) => d.subject),
  );
  const scores = await scoresOf(tx, run.id, [...ids.values()]);
  const register = await registered(tx, run.vintage, [...ids.values()]);
  // The reason's sentence names the rules that gave the level; beside it stand the lines that only mark.
  const names = new Map(thresholds.rules.filter((rule) => rule.level === null).map((rule) => [rule.id, rule.name]));
  return decisions.map((decision) => {
    const id = ids.get(decision.subject)!;
    const rules = decision.rules.flatMap((rule) => names.get(rule) ?? []);
    return {
      ...described(decision, register.get(id)),
      ...owned(register.get(id), profile, lastDay(run.month)),
      rules,
      ...measured(scores.get(id)),
      history: historyOf(panel, rowOf(panel, id)),
    };
  });
}

const described = (decision: Decision, entry: Registered | undefined) => ({
  code: decision.subject,
  name: entry?.name ?? decision.subject,
  industry: entry?.industry ?? null,
  region: entry?.region ?? null,
  level: decision.levelAfter,
  levelBefore: decision.levelBefore,
  reason: decision.monthReason as AlertInput["reason"],
  repeat: decision.repeat,
  openedMonth: decision.openedMonth ?? decision.month,
  explanation: decision.explanation,
});

/** Whose enterprise it is: the departments that answer for it on a day, its specialist, and whether it is a key enterprise. */
const owned = (entry: Registered | undefined, profile: Profile, on: string) => {
  const industry = entry?.industryRaw ?? entry?.industry ?? null;
  return {
    departments: regulatorsOf(profile, { industry, ownership: entry?.ownership ?? null }, on),
    specialist: entry?.specialist ?? null,
    keyEnterprise: entry?.keyEnterprise ?? false,
  };
};

const measured = (score: StoredScore | undefined) => ({
  headcount: score?.headcount ?? null,
  previous: score && score.status !== STATUS.returned ? score.previous : null, // last month alone
  expected: score?.expected ?? null,
  lower: score?.lower ?? null,
  risk: score?.risk ?? null,
});

function historyOf(panel: Panel, row: number): (number | null)[] {
  if (row < 0) return [];
  return Array.from(panel.headcount.subarray(row * panel.width, (row + 1) * panel.width), (n) =>
    n === GAP ? null : n,
  );
}

/** Lines that only mark: how many enterprises crossed them, and how many of those have an alert open. */
async function labels(
  { tx, run, thresholds }: StepContext,
  decisions: readonly Decision[],
): Promise<MonthlyInput["labels"]> {
  const counts = (await finishedSteps(tx, run)).get("score")?.counts ?? {};
  const open = decisions.filter((d) => d.levelAfter !== null);
  return thresholds.rules
    .filter((rule) => rule.level === null)
    .map((rule) => ({
      rule: rule.id,
      name: rule.name,
      enterprises: counts[`rule:${rule.id}`] ?? 0,
      alerted: open.filter((d) => d.rules.includes(rule.id)).length,
    }));
}

async function collective({ tx, run, thresholds }: StepContext): Promise<CollectiveInput[]> {
  const judged = new Map((await collectiveOf(tx, run.id)).map((one) => [one.rule, one]));
  return thresholds.collective.flatMap(({ id, name, level, enterprises: needed }) => {
    const one = judged.get(id);
    if (!one) return [];
    const bound = one.alarm?.kind === "judged" ? Math.floor(one.alarm.bound) : null;
    return { ...{ rule: id, name, level, needed: needed.value, bound }, enterprises: one.enterprises, met: one.met };
  });
}
