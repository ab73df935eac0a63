import type { CollectiveRule, LevelRule, Origin, Threshold } from "../models/threshold.ts";
import type { MonthlyFacts } from "./facts.ts";
import { type Html, html } from "./markup.ts";
import { type TableRow, table } from "./table.ts";
import {
  collectiveWords,
  DECISION_THRESHOLD_WORDS,
  DETECTOR_WORDS,
  ORIGIN_WORDS,
  ruleWords,
  thresholdValue,
} from "./threshold-words.ts";
import { SCORE_NOTE } from "./wording-alerts.ts";

/** 五、方法说明 */
export const methodPart = (facts: MonthlyFacts): Html => html`<h2 id="method">五、方法说明</h2>
<ul class="plain">
<li>数据截至：${facts.asOf}；数据版次：${facts.vintage.zh}。</li>
<li>阈值方案：${facts.thresholds.name}（${facts.thresholds.validFrom}起）；评分模型：${facts.model}。</li>
<li>净变动＝Σ期末－Σ建档期；岗位减少＝Σmax(建档期－期末, 0)，逐户相加、不相抵；变动率＝净变动÷Σ建档期。</li>
<li>岗位增加率、岗位减少率以两期平均用工为分母（Davis–Haltiwanger）；隐性失业率以调查期用工为分母。</li>
<li>${SCORE_NOTE}达到法定线不等于预警，用工减少不等于裁员。</li>
<li>本报告各表已勾稽：行业大类合门类、门类与区划合总计、净变动＝增加－减少；不能勾稽的报告不予签发。</li>
<li>本报告供部门内部使用，含单户企业及1—2户分组的数字；对外提供前，1—2户的分组须合并或隐去。</li>
</ul>
${boundsTable(facts)}${ruleTable(facts)}${settingsTable(facts)}
`;

const HEADS = [{ head: "项目" }, { head: "数值", tag: true }, { head: "来源" }];

const originWords = ({ kind, note }: Origin): string => `${ORIGIN_WORDS[kind]}：${note.zh}`;

const thresholdRow = (name: string, threshold: Threshold): TableRow => ({
  name,
  cells: [thresholdValue(threshold), originWords(threshold.origin)],
});

const boundsTable = ({ bounds }: MonthlyFacts): Html =>
  table({
    caption: "导语判断界限",
    columns: HEADS,
    rows: [
      thresholdRow("正常月份净变动率下限", bounds.normalLower),
      thresholdRow("正常月份净变动率上限（仅对照）", bounds.normalUpper),
      thresholdRow("需处置的净变动率界限", bounds.actBelow),
      thresholdRow("判断所需报送率", bounds.coverage),
    ],
    empty: "无。",
  });

/** Rules on numbers in full; the many on reported events folded, each with its own row. */
function ruleTable(facts: MonthlyFacts): Html {
  const { rules, collective } = facts.thresholds;
  const onEvents = rules.filter((rule) => rule.when.event !== undefined);
  const onNumbers = rules.filter((rule) => rule.when.event === undefined);
  const numbers = [...onNumbers.map((r) => ruleRow(r, facts)), ...collective.map((r) => collectiveRow(r, facts))];
  if (onEvents.length === 0) return rulesIn("预警规则", numbers);
  return html`${rulesIn("预警规则（用工数字）", numbers)}<p class="note">另有企业动态规则${onEvents.length}条，电子版可展开查看。</p>
<details><summary>企业动态规则（${onEvents.length}条）</summary>${rulesIn(
    "预警规则（企业动态）",
    onEvents.map((r) => ruleRow(r, facts)),
  )}</details>`;
}

const rulesIn = (caption: string, rows: readonly TableRow[]): Html =>
  table({
    ...{ caption, rows, stack: true },
    columns: [{ head: "规则" }, { head: "等级", tag: true }, { head: "条件（同时满足）" }, { head: "来源" }],
    empty: "阈值方案未设规则。",
  });

const levelName = (code: string | null, { alerts }: MonthlyFacts): string =>
  code === null ? "仅标注" : (alerts.levels.find((l) => l.code === code)?.name.zh ?? code);

const ruleRow = (rule: LevelRule, facts: MonthlyFacts): TableRow => ({
  name: rule.name.zh,
  cells: [
    levelName(rule.level, facts),
    ruleWords(rule, (kind) => facts.eventNames[kind]?.zh ?? kind),
    originWords(rule.origin),
  ],
});

const collectiveRow = (rule: CollectiveRule, facts: MonthlyFacts): TableRow => ({
  name: rule.name.zh,
  cells: [levelName(rule.level, facts), collectiveWords(rule), originWords(rule.origin)],
});

function settingsTable({ thresholds }: MonthlyFacts): Html {
  const rows = <Key extends string>(
    words: Readonly<Record<Key, string>>,
    values: Readonly<Partial<Record<Key, Threshold>>>,
  ) =>
    (Object.keys(words) as Key[]).flatMap((key) => {
      const value = values[key];
      return value ? [thresholdRow(words[key], value)] : [];
    });
  return html`<details open><summary>评分与等级变化参数</summary>${table({
    caption: "评分与等级变化参数",
    columns: HEADS,
    rows: [...rows(DETECTOR_WORDS, thresholds.detector), ...rows(DECISION_THRESHOLD_WORDS, thresholds.decision)],
    empty: "无。",
  })}</details>`;
}
