import type { DecisionReason } from "../models/decide.ts";
import type { AlertFact } from "./alert-facts.ts";
import type { MonthlyFacts } from "./facts.ts";
import { exact, inProse } from "./number.ts";
import { enterprises, list, sentence } from "./wording-change.ts";

export const DECISION_WORDS: Readonly<Record<DecisionReason, string>> = {
  opened: "新增",
  raised: "升级",
  unchanged: "持续",
  holding: "持续",
  downgraded: "降级",
  closed: "解除",
  withdrawn: "撤回",
  "held-back": "暂列观察",
  lapsed: "撤销观察",
  "no-data": "数据未报",
  settled: "已办结",
  "re-armed": "恢复监测",
  silent: "无",
};

/** What a word of DECISION_WORDS leaves open. */
export const DECISION_NOTES: Readonly<Partial<Record<DecisionReason, string>>> = {
  holding: "已缓和，待观察",
  withdrawn: "数据修订",
};

/** A score is not a probability until outcomes are known; whoever shows it says so. */
export const SCORE_NOTE = "评分为0—1的排序分值，用于比较先后，不是裁员发生的概率。";

/** What is open, what is new and what ended. */
export function alertSentence({ alerts }: MonthlyFacts): string {
  const { open, ended, levels, heldBack } = alerts;
  const waiting = heldBackSentence(heldBack);
  if (open.length === 0) return sentence("本月无维持中的企业预警", endedPart(ended)) + waiting;
  const byLevel = levels.filter((l) => l.open > 0).map((l) => `${l.name.zh}${enterprises(l.open)}`);
  const count = (reason: DecisionReason) => open.filter((a) => a.reason === reason).length;
  const changes = (["opened", "raised", "downgraded"] as const)
    .filter((reason) => count(reason) > 0)
    .map((reason) => `${DECISION_WORDS[reason]}${enterprises(count(reason))}`);
  const said = sentence(
    `本月预警企业${enterprises(open.length)}：${list(byLevel)}`,
    changes.length > 0 ? `其中${list(changes)}` : "等级均与上月相同",
    endedPart(ended),
  );
  return said + waiting;
}

const heldBackSentence = (count: number): string =>
  count === 0 ? "" : `另有${enterprises(count)}达到预警条件，因超出本月走访能力暂列观察。`;

/** A first alert is news; a repeated one is about an enterprise that the desk knows. */
export const repeatWord = ({ repeat }: Pick<AlertFact, "repeat">): string => (repeat ? "再次预警" : "首次预警");

const endedPart = (ended: readonly AlertFact[]): string =>
  ended.length === 0 ? "" : `本月解除或撤回${enterprises(ended.length)}`;

/** Statutory lines are counted and shown, never an alert by themselves; the share is from public payroll records (methods). */
export const LABEL_NOTE =
  "下列标注线常由正常人员流动触发（公开参保数据实测，10—249人的企业三个月内有10%—24%达到法定线），仅作标注，不构成预警；未列入预警、也未暂列观察的企业未达任何预警规则。";

export function collectiveSentence(rule: MonthlyFacts["alerts"]["collective"][number]): string {
  const usual = rule.bound === null ? "" : `且超过往月常见的${enterprises(rule.bound)}`;
  const counted = `全域规则“${rule.name.zh}”：符合条件的企业${enterprises(rule.enterprises)}，触发须${enterprises(rule.needed)}${usual}`;
  return `${counted}，${rule.met ? "已触发" : "未触发"}。`;
}

/** One line under an enterprise's picture: what was, what was expected, what is. */
export function historySentence({ previous, headcount, expected, lower }: AlertFact): string {
  const now = headcount === null ? "本月未报" : `本月${inProse(headcount)}人`;
  const before = previous === null ? "上月未报" : `上月${inProse(previous)}人`;
  const usual =
    expected === null || lower === null
      ? "无预计值"
      : `预计${exact(Math.round(expected))}人、低于${exact(Math.round(lower))}人为异常`;
  return `${before}，${now}；${usual}。`;
}
