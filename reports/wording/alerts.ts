import type { DecisionReason } from "../../models/decision/decision.ts";
import { type Text, text } from "../../models/text.ts";
import type { AlertFact } from "../alert-facts.ts";
import type { MonthlyFacts } from "../facts.ts";
import { exact, inProse } from "../number.ts";
import { enterprises } from "./change.ts";
import { clause, list, NOTHING, same, sentence, sentences } from "./say.ts";

export const DECISION_WORDS: Readonly<Record<DecisionReason, Text>> = {
  opened: text("新增", "new"),
  raised: text("升级", "raised"),
  unchanged: text("持续", "unchanged"),
  holding: text("持续", "unchanged"),
  downgraded: text("降级", "lowered"),
  closed: text("解除", "closed"),
  withdrawn: text("撤回", "withdrawn"),
  "held-back": text("暂列观察", "held back"),
  lapsed: text("撤销观察", "no longer held back"),
  "no-data": text("数据未报", "no data"),
  settled: text("已办结", "settled"),
  "re-armed": text("恢复监测", "watched again"),
  silent: text("无", "none"),
};

/** What a word of DECISION_WORDS leaves open. */
export const DECISION_NOTES: Readonly<Partial<Record<DecisionReason, Text>>> = {
  holding: text("已缓和，待观察", "eased, still watched"),
  withdrawn: text("数据修订", "data revised"),
};

/** What the risks beside alerts are: a score is not a probability until outcomes are known, and whoever shows one says so. */
export const riskNote = ({ modelKind }: Pick<MonthlyFacts, "modelKind">): Text =>
  modelKind === "trained" ? PROBABILITY_NOTE : SCORE_NOTE;

/** How such a number is called over its column. */
export const riskName = ({ modelKind }: Pick<MonthlyFacts, "modelKind">): Text =>
  modelKind === "trained" ? text("概率", "Probability") : text("评分", "Score");

const PROBABILITY_NOTE = text(
  "概率（0—1）为企业三个月内发生大幅减员的可能，由风险模型按本地以往结果拟合、校准；80%下限、上限为其80%区间，由以往概率相近企业的实际结果推出，两户区间重叠的，先后不足为据。",
  "The probability, 0 to 1, is that of a large reduction within three months, by a model fitted and calibrated on outcomes of this place. Its limits are its 80 % interval, from what came of enterprises foretold alike; where those of two overlap their order proves little.",
);

const SCORE_NOTE = text(
  "评分为0—1的排序分值，用于比较先后，不是裁员发生的概率；80%下限、上限由以往评分相近企业的实际结果推出，两户区间重叠的，先后不足为据。",
  "The score, 0 to 1, orders enterprises; it is not the probability of a layoff. Its 80 % limits follow from what came of enterprises scored alike; where those of two overlap their order proves little.",
);

/** What is open, what is new and what ended. */
export function alertSentence({ alerts }: MonthlyFacts): Text {
  const { open, ended, levels, heldBack } = alerts;
  const waiting = heldBackSentence(heldBack);
  if (open.length === 0)
    return sentences(
      sentence(text("本月无维持中的企业预警", "no enterprise has an open alert"), endedPart(ended)),
      waiting,
    );
  const byLevel = list(
    levels
      .filter((l) => l.open > 0)
      .map((l) => text(`${l.name.zh}${enterprises(l.open).zh}`, `${exact(l.open)} ${l.name.en.toLowerCase()}`)),
  );
  const count = (reason: DecisionReason) => open.filter((a) => a.reason === reason).length;
  const changes = (["opened", "raised", "downgraded"] as const)
    .filter((reason) => count(reason) > 0)
    .map((reason) => {
      const word = DECISION_WORDS[reason];
      return text(`${word.zh}${enterprises(count(reason)).zh}`, `${exact(count(reason))} ${word.en}`);
    });
  const all = enterprises(open.length);
  const changed = list(changes);
  const said = sentence(
    text(`本月预警企业${all.zh}：${byLevel.zh}`, `open alerts about ${all.en}: ${byLevel.en}`),
    changes.length > 0 ? text(`其中${changed.zh}`, `of these ${changed.en}`) : UNCHANGED,
    endedPart(ended),
  );
  return sentences(said, waiting);
}

const UNCHANGED = text("等级均与上月相同", "levels are those of last month");

function heldBackSentence(count: number): Text {
  const { zh, en } = enterprises(count);
  return count === 0
    ? NOTHING
    : text(
        `另有${zh}达到预警条件，因超出本月走访能力暂列观察。`,
        `Another ${en} met a rule and ${count === 1 ? "is" : "are"} held back, beyond what can be visited this month.`,
      );
}

/** A first alert is news; a repeated one is about an enterprise that the desk knows. */
export const repeatWord = ({ repeat }: Pick<AlertFact, "repeat">): Text =>
  repeat ? text("再次预警", "repeated alert") : text("首次预警", "first alert");

function endedPart(ended: readonly AlertFact[]): Text {
  const { zh, en } = enterprises(ended.length);
  return ended.length === 0 ? NOTHING : text(`本月解除或撤回${zh}`, `closed or withdrawn this month: ${en}`);
}

/** Statutory lines are counted and shown, never an alert by themselves; the share is from public payroll records (methods). */
export const LABEL_NOTE = text(
  "下列标注线常由正常人员流动触发（公开参保数据实测，10—249人的企业三个月内有10%—24%达到法定线），仅作标注，不构成预警；未列入预警、也未暂列观察的企业未达任何预警规则。",
  "Ordinary turnover often crosses these lines (in public payroll records 10% to 24% of enterprises of 10 to 249 did within three months). They only mark and are no alert; enterprises neither listed nor held back met no alert rule.",
);

export function collectiveSentence(rule: MonthlyFacts["alerts"]["collective"][number]): Text {
  const [count, needed] = [enterprises(rule.enterprises), enterprises(rule.needed)];
  const usual = rule.bound === null ? null : enterprises(rule.bound);
  const beyond =
    usual === null ? NOTHING : text(`且超过往月常见的${usual.zh}`, ` and more than the ${usual.en} usual of late`);
  return text(
    `全域规则“${rule.name.zh}”${rule.met ? "已触发" : "未触发"}（符合条件的${count.zh}，触发须${needed.zh}${beyond.zh}）。`,
    `Rule on the whole place "${rule.name.en}": ${count.en} within it, ${needed.en} needed${beyond.en}; ${rule.met ? "met" : "not met"}.`,
  );
}

/** One line under an enterprise's picture: what was, what was expected, what is. */
export function historySentence({ previous, headcount, expected, lower }: AlertFact): Text {
  const now = headcount === null ? text("本月未报", "no report this month") : staffed("本月", "this month", headcount);
  const before = previous === null ? text("上月未报", "no report last month") : staffed("上月", "last month", previous);
  const usual =
    expected === null || lower === null
      ? text("无预计值", "nothing expected")
      : text(
          `预计${exact(Math.round(expected))}人、低于${exact(Math.round(lower))}人为异常`,
          `expected ${exact(Math.round(expected))}, unusual below ${exact(Math.round(lower))}`,
        );
  return sentence(clause(before, now), usual);
}

const staffed = (zh: string, en: string, persons: number): Text =>
  text(`${zh}${inProse(persons)}人`, `${en} ${exact(persons)}`);

/** Whose enterprises the open alerts are, most first. */
export function departmentSentence({ alerts, names, scope }: MonthlyFacts): Text {
  if (scope.dimension === "department") return NOTHING;
  const counts = new Map<string, number>();
  for (const code of alerts.open.flatMap(({ departments }) => departments))
    counts.set(code, (counts.get(code) ?? 0) + 1);
  if (counts.size < 2) return NOTHING;
  const named = [...counts]
    .sort(([, a], [, b]) => b - a)
    .slice(0, NAMED)
    .map(([code, count]) => {
      const name = names.departments[code] ?? same(code);
      return text(`${name.zh}${enterprises(count).zh}`, `${name.en} ${exact(count)}`);
    });
  const { zh, en } = list(named);
  return text(`按主管部门，较多的为${zh}。`, `Most are with ${en}.`);
}

/** Departments named in one sentence. */
const NAMED = 3;
