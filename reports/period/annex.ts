import { type Text, text } from "../../models/text.ts";
import { ADVICE_LIMITS } from "../advice/limits.ts";
import { flowChart, trendChart } from "../charts.ts";
import type { Block, TableBlock } from "../document/document.ts";
import type { Writer } from "../document/writer.ts";
import { levelChart, neverOpen, noneOpen } from "../level-chart.ts";
import { forecastTables } from "../monthly/annex-forecast.ts";
import { festivalBands, linesOf, TOO_SHORT } from "../monthly/annex-trend.ts";
import { thresholdTable } from "../monthly/threshold-table.ts";
import { MOVEMENT_BOUNDS } from "../movement-bounds.ts";
import type { PeriodFacts } from "./facts.ts";
import { toldGroups } from "./group.ts";
import { SECTIONS, TOWNS } from "./names.ts";
import { changeTable, dutyTable, eventTable, laterStart, monthTable, wholeTable } from "./tables.ts";

/** Tables and charts behind the text. */
export const annexBlocks = (facts: PeriodFacts, w: Writer): Block[] => [
  w.annex(text("总体和逐月情况", "The whole, month by month")),
  ...comparedOnly(facts, w, wholeTable(facts, w)),
  ...trendFigure(facts, w),
  ...w.paragraph("note", laterStart(facts)),
  monthTable(facts, w),
  ...forecastTables(facts.outlook, w),
  w.annex(text("乡镇（街道）比较表", "Townships compared")),
  ...flowFigure("region", TOWNS, facts, w),
  ...comparedOnly(
    facts,
    w,
    changeTable(
      "change-regions",
      text("乡镇（街道）用工变动比较", "Townships: what changed"),
      facts.groups.region,
      facts,
      w,
    ),
  ),
  dutyTable(
    "duty-regions",
    text("乡镇（街道）报送和预警比较", "Townships: reports and alerts"),
    facts.groups.region,
    facts,
    w,
  ),
  w.annex(text("主管部门和行业比较表", "Departments and industries compared")),
  ...comparedOnly(
    facts,
    w,
    changeTable(
      "change-departments",
      text("主管部门用工变动比较", "Departments: what changed"),
      facts.groups.department,
      facts,
      w,
    ),
  ),
  dutyTable(
    "duty-departments",
    text("主管部门报送和预警比较", "Departments: reports and alerts"),
    facts.groups.department,
    facts,
    w,
  ),
  ...flowFigure("section", SECTIONS, facts, w),
  ...comparedOnly(
    facts,
    w,
    changeTable(
      "change-sections",
      text("行业门类用工变动比较", "Industries: what changed"),
      facts.groups.section,
      facts,
      w,
    ),
  ),
  w.annex(text("预警、动态和口径", "Alerts, events and definitions")),
  ...levelFigure(facts, w),
  eventTable(facts, w),
  ...w.paragraph("note", NOTE),
  thresholdTable(BOUNDS(facts), w),
];

/** A table of changes is left out where nobody can be compared: it would hold nothing. */
const comparedOnly = ({ whole, yearAgo, kind }: PeriodFacts, w: Writer, table: TableBlock): Block[] =>
  whole.figure.matched > 0 || (table.id === "whole" && kind !== "annual" && yearAgo.matched > 0)
    ? [table]
    : w.paragraph("note", nothingCompared(table));

const nothingCompared = ({ caption }: TableBlock): Text =>
  text(`${caption}：与期初无共同样本，略。`, `${caption}: no common sample with the beginning, left out.`);

const NOTE = text(
  "用工变动只比较期初、期末均报送的企业；位次按变动率、报送率由高到低，相同者并列，共同样本不足3户的不排位；上年同期为可比用工变动率；应报户次逐月累计，六个月以上未报的和已关闭的不计；不足3户、一户占比过大以及由它们可推算的分组，人数以“*”代替；一户企业可有多个主管部门，在各部门分别计入，各部门之和可大于合计。",
  "Only enterprises that reported at the beginning and the end are compared. Places go by rate of change and by share reported, the highest first, equal ones sharing a place; groups of fewer than three compared have none. The year before is the rate of comparable employment. Reports due are added month by month, without enterprises silent for more than six months or closed. Groups of fewer than three, those one enterprise dominates, and those by which these could be found out show * for persons. An enterprise may have several departments and counts at each.",
);

const BOUNDS = ({ bounds }: PeriodFacts) =>
  [
    [text("基本持平", "Nearly unchanged below"), MOVEMENT_BOUNDS.flat],
    [text("小幅", "Slight up to"), MOVEMENT_BOUNDS.slight],
    [text("大幅", "Large from"), MOVEMENT_BOUNDS.marked],
    [text("报送率偏低", "Few reports below"), bounds.coverage],
    [text("参与排位的最少共同样本", "Fewest compared to be ranked"), ADVICE_LIMITS.fewestCompared],
  ] as const;

function trendFigure(facts: PeriodFacts, w: Writer): Block[] {
  const known = facts.trend.filter((p) => p.chained !== null);
  if (known.length < 2) return w.paragraph("note", TOO_SHORT);
  const title = text("可比用工人数（人）", "Comparable employment (persons)");
  const [festival, lines] = [festivalBands(known), linesOf(known)];
  const says = text(
    `可比用工按各月共同样本环比链接至期末口径，剔除报送企业增减的影响；${lines.zh}${festival.zh}纵轴不从0起。`,
    `Each month is linked to the last by the rates of the enterprises that both share.${lines.en}${festival.en} The axis does not begin at 0.`,
  );
  return [w.figure({ id: "trend", title, says, config: trendChart(facts, w.language), width: "full" })];
}

/** Groups drawn in one chart. */
const DRAWN = 12;

function flowFigure(dimension: "region" | "section", those: Text, { groups }: PeriodFacts, w: Writer): Block[] {
  const told = toldGroups(groups[dimension]);
  const gross = ({ figure: f }: (typeof told)[number]) => f.grossLoss + f.grossGain;
  const drawn = told
    .filter((group) => gross(group) > 0)
    .toSorted((a, b) => gross(b) - gross(a))
    .slice(0, DRAWN);
  if (drawn.length < 2) return [];
  const title = text(`${those.zh}岗位减少与增加（人）`, `Jobs lost and gained: ${those.en} (persons)`);
  const says = text(
    `向左深灰为期内岗位减少，向右浅灰为岗位增加，按两者之和列前${drawn.length}个；数字见下表。`,
    `Dark to the left are jobs lost over the months, light to the right jobs gained; the ${drawn.length} that moved most. The numbers are in the table below.`,
  );
  const config = flowChart(
    drawn.map(({ name, figure }) => ({ name, previous: figure })),
    w.language,
  );
  return [w.figure({ id: `flow-${dimension}`, title, says, config, width: "full", bars: drawn.length })];
}

function levelFigure({ levels, alertMonths }: PeriodFacts, w: Writer): Block[] {
  if (alertMonths.length < 2) return [];
  if (neverOpen(alertMonths)) return w.paragraph("note", noneOpen(alertMonths.length));
  const title = text("各月末预警企业（户）", "Open alerts at the end of each month");
  const says = text(
    `期内${alertMonths.length}个已运行月份月末维持中的预警企业，自下而上为由重到轻的等级。`,
    `Open alerts at the end of the ${alertMonths.length} months that were run, the most severe level at the foot.`,
  );
  const config = levelChart({ levels, months: alertMonths }, w.language);
  return [w.figure({ id: "alert-levels", title, says, config, width: "full" })];
}
