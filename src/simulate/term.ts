import type { EventKind, Profile, Term } from "../../models/profile.ts";
import type { Cause } from "./history.ts";

/** The profile's words a simulated enterprise may use, found by name; a profile without such names offers all its words. */
export interface Vocabulary {
  readonly types: Readonly<Record<Cause, readonly number[]>>;
  readonly reasons: Readonly<Record<Cause, readonly number[]>>;
  /** Kinds that go before a layoff, with how often each is met. */
  readonly warnings: readonly EventKind[];
  readonly warningWeights: readonly number[];
  /** The kind that says a layoff is planned; null when the profile has none. */
  readonly layoffPlan: EventKind | null;
  /** The kind that says an enterprise has ended; null when the profile has none. */
  readonly ending: EventKind | null;
}

/** The first name of a list is the likeliest; a name is met when the profile's contains it. */
const TYPE_NAMES: Readonly<Record<Cause, readonly string[]>> = {
  ordinary: ["自然减员", "正常解除或终止劳动合同"],
  season: ["其他", "正常解除或终止劳动合同"],
  layoff: ["经济性裁员", "正常解除或终止劳动合同"],
  closure: ["关闭破产", "停业整顿"],
  transfer: ["业务转移"],
};

const REASON_NAMES: Readonly<Record<Cause, readonly string[]>> = {
  ordinary: ["自行离职", "自然减员", "退休", "招不上人"],
  season: ["季节性用工"],
  layoff: ["订单不足", "经营资金困难", "用工成本上升", "产业结构调整", "原材料涨价"],
  closure: ["经营资金困难", "订单不足", "产业结构调整"],
  transfer: ["工作调动", "劳动关系转移"],
};

const LAYOFF_PLAN = /裁员|裁减|layoff/i;
const ENDING = /注销|关闭|歇业|closure|closed/i;
/** Good news and moves are no warnings. */
const NO_WARNING = /扩|增资|复工|招聘|合并|变更|expan|recruit|resum|merger|code-change/i;
const WARNING_WEIGHTS: readonly (readonly [RegExp, number])[] = [
  [/失联|逃匿|责令/, 1],
  [LAYOFF_PLAN, 6],
  [/欠薪|拖欠工资|wage/i, 5],
  [/社保|欠缴|contribution/i, 4],
  [/停产|停工|放假|stop|short-time/i, 4],
  [/破产|重整|bankrupt/i, 1],
];

export function vocabularyOf(profile: Profile): Vocabulary {
  const warnings = profile.eventKinds.filter((kind) => !ENDING.test(wordsOf(kind)) && !NO_WARNING.test(wordsOf(kind)));
  return {
    types: byCause(TYPE_NAMES, profile.reductionTypes),
    reasons: byCause(REASON_NAMES, profile.reductionReasons),
    warnings,
    warningWeights: warnings.map((kind) => WARNING_WEIGHTS.find(([name]) => name.test(wordsOf(kind)))?.[1] ?? 1),
    layoffPlan: profile.eventKinds.find((kind) => LAYOFF_PLAN.test(wordsOf(kind))) ?? null,
    ending: profile.eventKinds.find((kind) => ENDING.test(wordsOf(kind))) ?? null,
  };
}

const wordsOf = (kind: EventKind): string => `${kind.code} ${kind.name.zh}`;

function byCause(names: Readonly<Record<Cause, readonly string[]>>, terms: readonly Term[]): Record<Cause, number[]> {
  const found = (cause: Cause): number[] => {
    const ids = names[cause].flatMap((name) => terms.find((term) => term.name.zh.includes(name))?.id ?? []);
    return ids.length > 0 ? ids : terms.map((term) => term.id);
  };
  return {
    ordinary: found("ordinary"),
    season: found("season"),
    layoff: found("layoff"),
    closure: found("closure"),
    transfer: found("transfer"),
  };
}
