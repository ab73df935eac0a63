import { type Text, text } from "../../models/text.ts";
import type { CollectiveRule, LevelRule, Threshold, ThresholdSet } from "../../models/threshold.ts";
import { ADVICE_LIMITS } from "../advice/limits.ts";
import type { Block, TableBlock } from "../document/document.ts";
import type { Writer } from "../document/writer.ts";
import type { MonthlyFacts } from "../facts.ts";
import { MOVEMENT_BOUNDS } from "../movement-bounds.ts";
import { riskNote } from "../wording/alerts.ts";
import { dateWords, monthWords } from "../wording/dates.ts";
import { same } from "../wording/say.ts";
import { sharedTail } from "../wording/shared-tail.ts";
import {
  collectiveWords,
  DECISION_THRESHOLD_WORDS,
  DETECTOR_WORDS,
  originWords,
  ruleWords,
} from "../wording/thresholds.ts";
import { THRESHOLD_HEADS, thresholdRow, thresholdTable } from "./threshold-table.ts";

/** 口径、方法与阈值. */
export const methodBlocks = (facts: MonthlyFacts, w: Writer): Block[] => [
  w.heading(1, text("口径", "Definitions"), "definitions"),
  ...[...definitions(facts)].flatMap((words) => w.paragraph("body", words)),
  w.heading(1, text("判断和建议的界限", "Bounds of judgement and suggestions"), "bounds"),
  boundsTable(facts, w),
  ...(facts.settings === null ? [] : settingsBlocks(facts.settings, facts, w)),
];

const sourceSentence = ({ asOf, vintage, thresholds: { name, validFrom }, model }: MonthlyFacts): Text => {
  const [day, from] = [dateWords(asOf), monthWords(validFrom)];
  return text(
    `数据截至${day.zh}；数据版次：${vintage.zh}；阈值方案：${name}（${from.zh}起）；评分模型：${model}。`,
    `Data as of ${day.en}; vintage: ${vintage.en}; threshold set: ${name} (from ${from.en}); model: ${model}.`,
  );
};

const definitions = (facts: MonthlyFacts): readonly Text[] => [
  sourceSentence(facts),
  text(
    "净变动＝Σ期末－Σ建档期；岗位减少＝Σmax(建档期－期末, 0)，逐户相加、不相抵；变动率＝净变动÷Σ建档期。",
    "Net change is Σ now − Σ baseline; jobs lost are Σ max(baseline − now, 0), never netted; the rate is net change ÷ Σ baseline.",
  ),
  text(
    "岗位增加率、岗位减少率以两期平均用工为分母（Davis–Haltiwanger）；隐性失业率以调查期用工为分母。",
    "Job creation and destruction rates stand over the mean of the two periods (Davis–Haltiwanger), hidden unemployment over this month's headcount.",
  ),
  text(
    `${riskNote(facts).zh}达到法定线不等于预警，用工减少不等于裁员。`,
    `${riskNote(facts).en} A statutory line is no alert, and a loss of people is no layoff.`,
  ),
  text(
    "本报告各表已勾稽：行业大类合门类、门类与区划合总计、净变动＝增加－减少、新招－减员＝用工变动、比率由表列人数重算。各表另由独立程序（danfo）从原始行逐格复算：分组用工变动（报送、共同样本、新报、退出、未报的户数和人数，期初、期末、岗位增减、比率，劳务派遣和隐性失业，逐个比较期、逐个部门和乡镇街道）、剔除用工最大企业的数字、近13个月用工；各等级、各月、各部门和乡镇街道的预警及其变化，预警企业清单的等级和人数；减少类型和原因、新招和减员、企业自报预计；拉动增减的企业及其占比；未报企业；以往预测的误差和是否落入区间；调度清单和办理时限。不在其内的：评分、预计、下限、本期预测和预期流失岗位（出自模型，另一程序须重做模型），标注线和全域规则的户数、数量异常、处置进展、预警成效、数据批次（仅以勾稽核对或照存）。不能勾稽或两次计算不一致的报告不予签发。",
    "All tables foot: divisions to industries, industries and townships to the whole, net change to gains less losses, hires less departures to the change of headcount; rates are reckoned again from the printed numbers. Another program (danfo) counts every cell a second time from the rows as they came: of the tables by group (who reports, is compared, new, gone and silent, persons before and after, jobs gained and lost, rates, dispatch workers and hidden unemployment, against each comparison, of each department and township), of the figures without the largest employers and of the last 13 months; of alerts by level, by month, by department and township with what changed, and the level and persons of each that is listed; of types and reasons of reductions, hires and departures, and the enterprises' own estimates; of the enterprises that explain the change, with their shares; of who was silent; of how earlier forecasts did and whether they lay within their limits; of dispatch lists and deadlines. Not counted again are scores, expected numbers, lower bounds, this month's forecast and jobs at risk, which are a model's and would need the model made twice; nor how many crossed lines that only mark and rules on the whole place, unusual counts, the course of cases, the record of alerts, and deliveries, which are only footed or told as stored. A report that does not add up, or whose two counts differ, is not issued.",
  ),
];

const boundsTable = ({ bounds }: MonthlyFacts, w: Writer): TableBlock =>
  thresholdTable(
    [
      [text("正常月份净变动率下限", "Net rate of usual months, lower bound"), bounds.normalLower],
      [
        text("正常月份净变动率上限（仅对照）", "Net rate of usual months, upper bound (for reference)"),
        bounds.normalUpper,
      ],
      [text("需处置的净变动率界限", "Net rate that calls for action"), bounds.actBelow],
      [text("判断所需报送率", "Share that must have reported"), bounds.coverage],
      [text("判断所需共同样本", "Enterprises that must be compared"), ADVICE_LIMITS.fewestCompared],
      [text("基本持平", "Nearly unchanged below"), MOVEMENT_BOUNDS.flat],
      [text("小幅", "Slight up to"), MOVEMENT_BOUNDS.slight],
      [text("大幅", "Large from"), MOVEMENT_BOUNDS.marked],
      [text("首访时限", "First visit within"), ADVICE_LIMITS.firstVisit],
      [text("类型、原因突出", "A type or reason is prominent from"), ADVICE_LIMITS.prominent],
      [text("未填减少类型", "Types not reported beyond"), ADVICE_LIMITS.unreported],
      [text("用工集中", "Jobs are concentrated from"), ADVICE_LIMITS.concentration],
      [text("隐性失业率偏高", "Hidden unemployment is high from"), ADVICE_LIMITS.hidden],
      [text("劳务派遣骤减", "Dispatch workers fall fast from"), ADVICE_LIMITS.dispatchFall],
    ],
    w,
  );

type Settings = NonNullable<MonthlyFacts["settings"]>;

const settingsBlocks = (settings: Settings, facts: MonthlyFacts, w: Writer): Block[] => [
  w.heading(1, text("预警规则", "Alert rules"), "rules"),
  ...ruleTables(settings, facts, w),
  w.heading(1, text("评分与等级变化参数", "Settings of scores and levels"), "settings"),
  settingsTable(settings.thresholds, w),
];

/** Rules on numbers first; the many on reported events wait folded on a screen. */
function ruleTables({ thresholds, eventNames }: Settings, facts: MonthlyFacts, w: Writer): Block[] {
  const { rules, collective } = thresholds;
  const when = (rule: LevelRule) => ruleWords(rule, (kind) => eventNames[kind] ?? same(kind));
  const onEvents = rules.filter((rule) => rule.when.event !== undefined);
  const onNumbers = rules.filter((rule) => rule.when.event === undefined);
  const numbers: Row[] = [
    ...onNumbers.map((rule) => ({ rule, when: when(rule) })),
    ...collective.map((rule) => ({ rule, when: collectiveWords(rule) })),
  ];
  const first = rulesIn("rules", text("预警规则（用工数字）", "Rules on headcounts"), numbers, facts, w);
  if (onEvents.length === 0) return first;
  const folded = w.say(text(`企业动态规则（${onEvents.length}条）`, `Rules on reported events (${onEvents.length})`));
  const caption = text("预警规则（企业动态）", "Rules on reported events");
  const events = onEvents.map((rule) => ({ rule, when: when(rule) }));
  const [table, ...note] = rulesIn("rules-events", caption, events, facts, w);
  return [...first, { ...table, folded }, ...note];
}

interface Row {
  readonly rule: LevelRule | CollectiveRule;
  readonly when: Text;
}

/** What most origins say alike stands once below the table. */
function rulesIn(
  id: string,
  caption: Text,
  rows: readonly Row[],
  facts: MonthlyFacts,
  w: Writer,
): [TableBlock, ...Block[]] {
  const { heads, tail } = sharedTail(
    rows.map(({ rule }) => originWords(rule.origin)),
    text("余见表注", "see below"),
  );
  const table = w.table({
    ...{ id, caption, stack: true, empty: text("阈值方案未设规则。", "the threshold set has no rules.") },
    columns: [
      { head: text("规则", "Rule") },
      { head: text("等级", "Level"), kind: "tag" },
      { head: text("条件（同时满足）", "Conditions (all of them)"), kind: "wide" },
      { head: text("来源", "Origin"), kind: "wide" },
    ],
    rows: rows.map(({ rule, when }, i) => ({
      cells: [rule.name, levelName(rule.level, facts), when, heads[i]!].map((words) => w.words(words)),
    })),
  });
  const shared = text(tail.zh && `表注：${tail.zh}。`, tail.en && `Below: ${tail.en}.`);
  return [table, ...w.paragraph("note", shared)];
}

const levelName = (code: string | null, { alerts }: MonthlyFacts): Text =>
  code === null ? text("仅标注", "mark only") : (alerts.levels.find((l) => l.code === code)?.name ?? same(code));

function settingsTable({ detector, decision }: ThresholdSet, w: Writer): TableBlock {
  const rows = <Key extends string>(
    words: Readonly<Record<Key, Text>>,
    values: Readonly<Partial<Record<Key, Threshold>>>,
  ) =>
    (Object.keys(words) as Key[]).flatMap((key) => {
      const value = values[key];
      return value ? [thresholdRow(words[key], value, w)] : [];
    });
  return w.table({
    ...{
      id: "settings",
      caption: text("评分与等级变化参数", "Settings of scores and levels"),
      columns: THRESHOLD_HEADS,
      empty: text("无。", "none."),
    },
    rows: [...rows(DETECTOR_WORDS, detector), ...rows(DECISION_THRESHOLD_WORDS, decision)],
  });
}
