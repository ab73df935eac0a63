import type { BacktestTable } from "../models/judging/judge-backtest.ts";
import type { AtThreshold, ScoreJudgement } from "../models/judging/judgement.ts";
import { type Language, text } from "../models/text.ts";
import { count, decimal, estimate, oneDecimal, type Say, sayTable, share } from "./backtest-words.ts";
import { type Html, html, type Part } from "./markup.ts";
import { NO_SAMPLE, percent } from "./number.ts";

const FIRST = text("评分方法", "Score");

const scoreTable = (
  caption: ReturnType<typeof text>,
  columns: readonly Say<ScoreJudgement>[],
  { rows }: BacktestTable,
  language: Language,
): Html => sayTable({ caption, first: FIRST, name: (row) => row.name[language], rows, columns }, language);

/** Average precision with its base rate and lift; AUC last, never alone. */
export function rankingTable(table: BacktestTable, language: Language): Html {
  const base = table.population.baseRate;
  const interval = percent(table.thresholds.interval.value, 0);
  return html`${scoreTable(
    text("排序能力", "Ranking"),
    [
      { head: text("平均精度", "Average precision"), cell: (row) => estimate(row.averagePrecision, decimal) },
      { head: text("基准率", "Base rate"), cell: () => decimal(base) },
      { head: text("提升倍数", "Lift (times)"), cell: (row) => oneDecimal(row.lift) },
      { head: text("落后于首行", "Behind the first"), cell: (row) => estimate(row.behind, decimal) },
      { head: text("可评企业月", "Rows scored"), cell: (row) => count(row.scored) },
      { head: text("AUC（参考）", "AUC (aside)"), cell: (row) => decimal(row.rocAuc) },
    ],
    table,
    language,
  )}<p class="note">${
    text(
      `小字为按企业重抽样的${interval}区间；区间含0的差距不足以区分两种方法。少数事件下AUC偏高，不单独使用。`,
      `Small print: ${interval} interval over resampled enterprises; a difference whose interval holds 0 does not tell two scores apart. AUC flatters when events are rare and is never used alone.`,
    )[language]
  }</p>
`;
}

export function visitTable(table: BacktestTable, language: Language): Html {
  const { visits, topShare } = table.thresholds;
  const top = percent(topShare.value, 0);
  return scoreTable(
    text("走访命中：每月走访评分最高的企业", "What visits to the highest scores of each month find"),
    [
      {
        head: text(`${visits.value}户：命中率`, `${visits.value} visits: precision`),
        cell: (r) => estimate(r.visits.precision, share),
      },
      {
        head: text(`${visits.value}户：覆盖率`, `${visits.value} visits: recall`),
        cell: (r) => estimate(r.visits.recall, share),
      },
      { head: text(`前${top}：命中率`, `Top ${top}: precision`), cell: (r) => estimate(r.top.precision, share) },
      { head: text(`前${top}：覆盖率`, `Top ${top}: recall`), cell: (r) => estimate(r.top.recall, share) },
    ],
    table,
    language,
  );
}

export function thresholdTable(table: BacktestTable, language: Language): Html {
  const { betaRed, betaOrange } = table.thresholds;
  const columns = (zh: string, en: string, beta: number, of: (row: ScoreJudgement) => AtThreshold | null) => {
    const cell = (say: (at: AtThreshold) => Part) => (row: ScoreJudgement) => {
      const at = of(row);
      return at === null ? NO_SAMPLE : say(at);
    };
    return [
      {
        head: text(`${zh}界限`, `${en} from`),
        cell: cell((at) => `${decimal(at.threshold)}${at.chosenHere ? "*" : ""}`),
      },
      { head: text("精确率", "Precision"), cell: cell((at) => share(at.precision)) },
      { head: text("召回率", "Recall"), cell: cell((at) => share(at.recall)) },
      { head: text(`F${beta}`, `F${beta}`), cell: cell((at) => decimal(at.f)) },
    ];
  };
  return html`${scoreTable(
    text("红色、橙色界限", "Red and orange thresholds"),
    [
      ...columns("红色", "Red", betaRed.value, (row) => row.red),
      ...columns("橙色", "Orange", betaOrange.value, (row) => row.orange),
    ],
    table,
    language,
  )}<p class="note">${
    text(
      "带*的界限在本样本上选定，其数字偏乐观。",
      "A threshold with * was chosen on these very rows: its figures are too good to be repeated.",
    )[language]
  }</p>
`;
}

export function leadTable(table: BacktestTable, language: Language): Html {
  const lead = (say: (lead: NonNullable<ScoreJudgement["lead"]>) => Part) => (row: ScoreJudgement) =>
    row.lead === null ? NO_SAMPLE : say(row.lead);
  return html`${scoreTable(
    text("提前量", "Lead time"),
    [
      { head: text("事件", "All events"), cell: lead((l) => count(l.events)) },
      { head: text("已预警", "Warned"), cell: lead((l) => count(l.warned)) },
      { head: text("迟报", "Too late"), cell: lead((l) => count(l.late)) },
      { head: text("漏报", "Missed"), cell: lead((l) => count(l.missed)) },
      { head: text("提前月数中位数", "Median lead, months"), cell: lead((l) => oneDecimal(l.medianLead)) },
      { head: text("提前1个月以上", "A month or more ahead"), cell: lead((l) => share(l.ahead)) },
      {
        head: text("涉及人数预警率", "Persons warned of"),
        cell: lead((l) => share(l.people > 0 ? l.peopleWarned / l.people : null)),
      },
      { head: text("每百户在办", "Standing per 100"), cell: (row) => oneDecimal(row.burden?.standing ?? null) },
      { head: text("误报", "False"), cell: lead((l) => count(l.verdicts.false)) },
      { head: text("已干预", "Intervened"), cell: lead((l) => count(l.verdicts.intervened)) },
    ],
    table,
    language,
  )}<p class="note">${
    text(
      "提前量＝事件月－该次预警首月，最多计至窗口长度；漏报计入中位数与比例，半数以上漏报时中位数为“—”。提前量须与每百户在办预警一并看：对谁都预警，自然都“提前”。已干预：预警后有帮扶记录而未发生，不算误报。",
      "Lead = event month − first month of its alert, counted up to the window. Missed events are in the median and the share; the median is — when half or more were missed. Read lead beside the alerts standing: who alerts everybody is always ahead. Intervened: help was given after the alert and nothing came; not a false alarm.",
    )[language]
  }</p>
`;
}

export function burdenTable(table: BacktestTable, language: Language): Html {
  const burden = (say: (burden: NonNullable<ScoreJudgement["burden"]>) => Part) => (row: ScoreJudgement) =>
    row.burden === null ? NO_SAMPLE : say(row.burden);
  const times = (value: number | null) => (value === null ? NO_SAMPLE : value.toFixed(2));
  return scoreTable(
    text("负担与效用", "Burden and usefulness"),
    [
      { head: text("新开预警", "Alerts opened"), cell: burden((b) => count(b.opened)) },
      { head: text("每百户每月新开", "Opened a month per 100"), cell: burden((b) => times(b.perHundred)) },
      { head: text("每百户在办", "Standing per 100"), cell: burden((b) => times(b.standing)) },
      { head: text("重复占比", "Repeated"), cell: burden((b) => share(b.repeated)) },
      { head: text("每户每年等级变动", "Level changes per enterprise-year"), cell: burden((b) => times(b.flapping)) },
      { head: text("效用（μ）", "Usefulness (μ)"), cell: (row) => decimal(row.usefulness) },
    ],
    table,
    language,
  );
}
