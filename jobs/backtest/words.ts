import type { LevelJudgement } from "../../models/judging/alerts-by-level.ts";
import { inTheLarge } from "../../models/judging/calibration.ts";
import type { BacktestTable } from "../../models/judging/judge-backtest.ts";
import type { ScoreJudgement } from "../../models/judging/judgement.ts";
import { formatMonth } from "../../models/month.ts";
import type { Level } from "../../models/profile.ts";
import { type Language, type Text, text } from "../../models/text.ts";
import { share } from "../../reports/backtest-words.ts";
import type { Backtest } from "./backtest.ts";

/** The backtest for a terminal: what was asked, the table, what the alerts were. */
export function backtestLines(result: Backtest, thresholds: string, levels: readonly Level[]): Text[] {
  const { table, alerts, raised } = result;
  const { definition, population: p } = table;
  const span = p.from === null || p.to === null ? "—" : `${formatMonth(p.from)}–${formatMonth(p.to)}`;
  const lead = raised.all;
  return [
    text(
      `事件：${definition.name.zh}（${definition.says.zh}）`,
      `Event: ${definition.name.en} (${definition.says.en})`,
    ),
    text(
      `${span}，${p.enterprises} 户 ${p.rows} 个企业月，发生 ${p.events}（基准率 ${share(p.baseRate)}）；结果未知 ${p.unknown}、事先已知 ${p.known}，未计入。`,
      `${span}: ${p.rows} enterprise-months of ${p.enterprises}; the event came in ${p.events} (base rate ${share(p.baseRate)}). Left out: ${p.unknown} unknown, ${p.known} known beforehand.`,
    ),
    vintageLine(result),
    ...tableLines(table),
    text(
      `阈值 ${thresholds}：新开预警 ${alerts.opened} 条，因走访能力所限推迟 ${alerts.heldBack} 次；事件 ${lead.events} 起，预警在前或当月 ${lead.warned} 起，预警后于事件 ${lead.late} 起，漏报 ${lead.missed} 起。`,
      `Thresholds ${thresholds}: ${alerts.opened} alerts opened, ${alerts.heldBack} times one had to wait for visits; of ${lead.events} events ${lead.warned} warned of by their month, ${lead.late} alerted after, ${lead.missed} missed.`,
    ),
    ...raised.levels.filter((level) => level.alerts > 0).map((level) => levelLine(level, levels)),
    reuseLine(result),
  ];
}

function levelLine({ level, alerts, verdicts, precision, recall }: LevelJudgement, levels: readonly Level[]): Text {
  const name = levels.find(({ code }) => code === level)!.name;
  const counts = [alerts, verdicts.hit, verdicts.false];
  return text(
    `  ${name.zh}：${counts[0]} 条，属实 ${counts[1]}，未发生 ${counts[2]}，精确率 ${share(precision)}；本级及以上召回率 ${share(recall)}。`,
    `  ${name.en}: ${counts[0]} alerts, ${counts[1]} came true, ${counts[2]} did not, precision ${share(precision)}; recall with the levels above ${share(recall)}.`,
  );
}

function vintageLine({ asPublished, final }: Backtest): Text {
  if (final === 0)
    return text("各月均只用关账日当时已知的数据。", "Every month saw only what was known on its closing day.");
  return text(
    `${asPublished} 个月只用关账日当时已知的数据；其余 ${final} 个月的数据系事后一次导入，无从得知当时已知多少，按最终数据检验，结果偏乐观。`,
    `${asPublished} months saw only what was known on their closing day. The data of the other ${final} came later in one go: nobody can say what was known then, so they are judged on final data, which flatters.`,
  );
}

function reuseLine({ reused, beyond }: Backtest): Text {
  if (reused)
    return text("沿用已存评分，只重算了预警。", "Stored scores were used; only the alerts were decided anew.");
  if (beyond.length === 0)
    return text("已评分并存下，换阈值时可直接沿用。", "Scored and stored; another threshold set can use them.");
  return text(
    `规则 ${beyond.join("、")} 的界限比存储范围更宽，评分未存。`,
    `Rules ${beyond.join(", ")} ask for less than is stored, so the scores were not kept.`,
  );
}

interface Column {
  readonly head: Text;
  cell(row: ScoreJudgement): string;
}

const COLUMNS: readonly Column[] = [
  { head: text("平均精度", "AP"), cell: (r) => estimate(r.averagePrecision) },
  { head: text("提升", "lift"), cell: (r) => fixed(r.lift, 1) },
  {
    head: text("红 精/召/F0.5", "red P/R/F0.5"),
    cell: ({ red }) => (red ? [red.precision, red.recall, red.f].map((v) => fixed(v, 2)).join("/") : "—"),
  },
  {
    head: text("橙 精/召/F2", "orange P/R/F2"),
    cell: ({ orange }) =>
      orange ? [orange.precision, orange.recall, orange.f].map((v) => fixed(v, 2)).join("/") : "—",
  },
  {
    head: text("走访 精/召", "visits P/R"),
    cell: ({ visits }) => [visits.precision, visits.recall].map((v) => fixed(v?.value ?? null, 2)).join("/"),
  },
  { head: text("布赖尔技巧", "Brier skill"), cell: (r) => fixed(r.calibration?.skill?.value ?? null, 3) },
  { head: text("预计/实际", "expected/came"), cell: ({ calibration }) => (calibration ? large(calibration) : "—") },
  {
    head: text("召回/提前月/≥1月", "recall/lead/≥1"),
    cell: ({ lead }) => (lead ? `${fixed(lead.recall, 2)}/${fixed(lead.medianLead, 0)}/${fixed(lead.ahead, 2)}` : "—"),
  },
  {
    head: text("每百户月/重复/变动", "per 100/repeat/flap"),
    cell: ({ burden: b }) => (b ? `${fixed(b.perHundred, 2)}/${fixed(b.repeated, 2)}/${fixed(b.flapping, 2)}` : "—"),
  },
];

/** With the weight of a missed event, without which the figure says nothing. */
const usefulness = (missWeight: number): Column => ({
  head: text(`有用性(μ=${missWeight})`, `Ur(μ=${missWeight})`),
  cell: (r) => fixed(r.usefulness, 2),
});

function large({ reliability }: NonNullable<ScoreJudgement["calibration"]>): string {
  const { expected, came } = inTheLarge(reliability);
  return `${fixed(expected, 1)}/${came}`;
}

const fixed = (value: number | null, digits: number): string => (value === null ? "—" : value.toFixed(digits));

function estimate(figure: ScoreJudgement["averagePrecision"]): string {
  if (figure === null) return "—";
  const limits =
    figure.low === null || figure.high === null ? "" : ` [${fixed(figure.low, 3)}, ${fixed(figure.high, 3)}]`;
  return fixed(figure.value, 3) + limits;
}

function tableLines({ rows, thresholds }: BacktestTable): Text[] {
  const columns = [...COLUMNS, usefulness(thresholds.missWeight.value)];
  const [zh, en] = (["zh", "en"] as const).map((language) => drawn(rows, columns, language));
  return zh!.map((line, i) => text(line, en![i]!));
}

function drawn(rows: readonly ScoreJudgement[], columns: readonly Column[], language: Language): string[] {
  const head = [text("评分", "score")[language], ...columns.map((column) => column.head[language])];
  const body = rows.map((row) => [row.name[language], ...columns.map((column) => column.cell(row))]);
  const widths = head.map((_, i) => Math.max(...[head, ...body].map((row) => cellsOf(row[i]!))));
  return [head, ...body].map((row) =>
    row
      .map((cell, i) => cell + " ".repeat(widths[i]! - cellsOf(cell)))
      .join("  ")
      .trimEnd(),
  );
}

/** Terminal cells: Chinese characters and full-width marks take two. */
const cellsOf = (value: string): number =>
  [...value].reduce((cells, character) => cells + (/[\u2e80-\uffef]/.test(character) ? 2 : 1), 0);
