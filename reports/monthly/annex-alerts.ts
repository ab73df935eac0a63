import { type Text, text } from "../../models/text.ts";
import type { AlertFact, LevelFact } from "../alert-facts.ts";
import { alertChart } from "../charts.ts";
import { count, decimal } from "../document/cell.ts";
import type { Block, TableBlock } from "../document/document.ts";
import type { Spoken, Writer } from "../document/writer.ts";
import type { MonthlyFacts } from "../facts.ts";
import { levelChart, neverOpen, noneOpen } from "../level-chart.ts";
import { collectiveSentence, historySentence, LABEL_NOTE, riskName, riskNote } from "../wording/alerts.ts";
import { list, same } from "../wording/say.ts";
import { changeLines, enterpriseLines, levelMark, levelRun } from "./alert-words.ts";
import { numbers } from "./group-table.ts";

/** Enterprises whose history is drawn. */
const DRAWN = 6;

const ENTERPRISES = text("户", "enterprises");
const PERSONS = text("人", "persons");

/** 预警: by level and month, the open alerts with their reasons, those that ended, rules on the whole place and lines that only mark. */
export const alertBlocks = (facts: MonthlyFacts, w: Writer): Block[] => [
  w.heading(1, text("各等级预警", "Alerts by level"), "alert-levels"),
  levelTable(facts, w),
  ...levelFigure(facts, w),
  w.heading(1, text("企业预警", "Alerts"), "alerts"),
  openTable(facts, w),
  ...w.paragraph("note", riskNote(facts), BOUND_NOTE),
  ...pictures(facts, w),
  ...endedTable(facts, w),
  ...(facts.scope.dimension === "place" ? placeBlocks(facts, w) : []),
];

const BOUND_NOTE = text(
  "“预计”由本企业往常走势和同组企业变动推算，“下限”以下为异常。",
  "What is expected follows from the enterprise's own past and its peers; below the lower bound is unusual.",
);

const placeBlocks = (facts: MonthlyFacts, w: Writer): Block[] => [
  w.heading(1, text("全域规则", "Rules on the whole place"), "collective"),
  ...facts.alerts.collective.flatMap((rule) => w.paragraph("body", collectiveSentence(rule))),
  ...(facts.alerts.collective.length === 0
    ? w.paragraph("note", text("阈值方案未设全域规则。", "The threshold set has no such rule."))
    : []),
  w.heading(1, text("法定线标注", "Statutory lines"), "labels"),
  ...w.paragraph("note", LABEL_NOTE),
  labelTable(facts, w),
];

function levelTable({ alerts }: MonthlyFacts, w: Writer): TableBlock {
  const of = ({ code }: LevelFact, reason: AlertFact["reason"]) =>
    count(alerts.open.filter((a) => a.level === code && a.reason === reason).length);
  return w.table({
    ...{ id: "alert-levels", caption: text("各等级预警企业", "Open alerts by level"), unit: ENTERPRISES },
    columns: [
      { head: text("等级", "Level") },
      ...[text("企业", "Enterprises"), text("新增", "New"), text("升级", "Raised"), text("降级", "Lowered")].map(
        numbers,
      ),
    ],
    rows: alerts.levels.map((level) => ({
      cells: [
        ...[w.words([levelRun(level)]), count(level.open)],
        ...[of(level, "opened"), of(level, "raised"), of(level, "downgraded")],
      ],
    })),
    empty: text("本地区配置未设预警等级。", "the profile has no levels."),
  });
}

function levelFigure({ alerts }: MonthlyFacts, w: Writer): Block[] {
  if (alerts.months.length < 2) return [];
  if (neverOpen(alerts.months)) return w.paragraph("note", noneOpen(alerts.months.length));
  const says = text(
    `近${alerts.months.length}个已运行月份月末维持中的预警企业，自下而上为由重到轻的等级。`,
    `Open alerts at the end of the last ${alerts.months.length} months that were run, the most severe level at the foot.`,
  );
  const title = text("各月末预警企业（户）", "Open alerts at the end of each month");
  return [w.figure({ id: "alert-levels", title, says, config: levelChart(alerts, w.language), width: "full" })];
}

const levelOf = ({ alerts }: MonthlyFacts, alert: AlertFact): LevelFact | undefined =>
  alerts.levels.find(({ code }) => code === alert.level);

export function openTable(facts: MonthlyFacts, w: Writer): TableBlock {
  const risk = riskName(facts);
  return w.table({
    ...{ id: "alerts", caption: text("预警企业清单", "Open alerts"), unit: PERSONS, stack: true },
    columns: [
      { head: text("企业", "Enterprise") },
      ...[text("等级", "Level"), text("变化", "Change")].map((head) => ({ head, kind: "tag" as const })),
      { head: text("原因", "Reason"), kind: "wide" },
      ...[
        ...[text("上月", "Last month"), text("本月", "This month"), text("预计", "Expected")],
        ...[text("下限", "Lower bound"), risk],
        ...[text(`${risk.zh}80%下限`, `${risk.en}, 80 % from`), text(`${risk.zh}80%上限`, `${risk.en}, 80 % to`)],
      ].map(numbers),
    ],
    rows: facts.alerts.open.map((alert) => ({
      cells: [
        ...[w.words(...enterpriseLines(alert, facts)), w.words([levelMark(levelOf(facts, alert))])],
        ...[w.words(...changeLines(alert, facts.alerts)), w.words(...reasonLines(alert)), count(alert.previous)],
        ...[count(alert.headcount, w.say(text("未报", "silent"))), rounded(alert.expected), rounded(alert.lower)],
        ...[alert.risk, alert.riskLow ?? null, alert.riskHigh ?? null].map((value) => decimal(value, 2)),
      ],
    })),
    empty: text("本月没有维持中的企业预警。", "no alert is open this month."),
  });
}

const rounded = (value: number | null) => count(value === null ? null : Math.round(value));

function reasonLines({ explanation, rules }: AlertFact): Spoken[] {
  const marked = list(rules);
  const lines: Spoken[] = [explanation];
  if (rules.length > 0) lines.push({ words: text(`标注：${marked.zh}`, `Marked: ${marked.en}`), small: true });
  return lines;
}

function pictures(facts: MonthlyFacts, w: Writer): Block[] {
  const drawn = facts.alerts.open.filter((a) => a.history.filter((h) => h !== null).length > 1).slice(0, DRAWN);
  if (drawn.length === 0) return [];
  const note = text(
    `前${drawn.length}户用工历史：线为用工人数（人），未报月份断开，纵轴不从0起；本月点为等级形状，灰条为下限至预计。`,
    `Histories of the first ${drawn.length}: the line is the headcount, broken where nothing was reported; the axis does not begin at 0. This month carries the level's shape, the grey bar reaches from the lower bound to what was expected.`,
  );
  return [
    ...w.paragraph("note", note),
    ...drawn.map((alert, i) => {
      const level = levelOf(facts, alert);
      const title: Text = same(`${level ? `${level.shape} ` : ""}${alert.name}`);
      const config = alertChart(alert, level, facts.month, w.language);
      return w.figure({ id: `alert-${i + 1}`, title, says: historySentence(alert), config, width: "half" });
    }),
  ];
}

export function endedTable(facts: MonthlyFacts, w: Writer): Block[] {
  if (facts.alerts.ended.length === 0) return [];
  return [
    w.table({
      ...{
        id: "alerts-ended",
        caption: text("本月解除或撤回", "Closed or withdrawn this month"),
        unit: PERSONS,
        stack: true,
      },
      columns: [
        { head: text("企业", "Enterprise") },
        { head: text("变化", "Change"), kind: "tag" },
        ...[text("上月", "Last month"), text("本月", "This month")].map(numbers),
        { head: text("说明", "Reason"), kind: "wide" },
      ],
      rows: facts.alerts.ended.map((alert) => ({
        cells: [
          ...[w.words(...enterpriseLines(alert, facts)), w.words(...changeLines(alert, facts.alerts))],
          ...[count(alert.previous), count(alert.headcount), w.words(alert.explanation)],
        ],
      })),
      empty: text("无。", "none."),
    }),
  ];
}

function labelTable({ alerts }: MonthlyFacts, w: Writer): TableBlock {
  return w.table({
    ...{
      id: "labels",
      caption: text("达到标注线的企业（仅作标注，不构成预警）", "Enterprises across a line that only marks"),
    },
    ...{ unit: ENTERPRISES, empty: text("阈值方案未设标注线。", "the threshold set has none.") },
    columns: [
      { head: text("标注线", "Line"), kind: "wide" },
      ...[text("达到企业", "Across it"), text("已列预警", "With an alert"), text("其余", "Others")].map(numbers),
    ],
    rows: alerts.labels.map(({ name, enterprises, alerted }) => ({
      cells: [w.words(name), count(enterprises), count(alerted), count(enterprises - alerted)],
    })),
  });
}
