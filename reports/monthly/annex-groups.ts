import { type Text, text } from "../../models/text.ts";
import { changeChart } from "../change-chart.ts";
import { flowChart } from "../charts.ts";
import { count } from "../document/cell.ts";
import type { Block, TableBlock } from "../document/document.ts";
import type { Spoken, Writer } from "../document/writer.ts";
import type { MonthlyFacts } from "../facts.ts";
import type { GroupFacts } from "../group-facts.ts";
import { NO_SAMPLE } from "../number.ts";
import { everyGroup, WITHHELD_NOTE } from "../told-groups.ts";
import { moved, yearAgoNote } from "../wording/movement.ts";
import { groupTable, NO_COMPARISON, numbers } from "./group-table.ts";

/** Divisions named in the table, each way. */
export const DIVISIONS = 6;
/** Groups drawn in one chart. */
const DRAWN = 12;

/** 产业和行业. */
export function industryBlocks(facts: MonthlyFacts, w: Writer): Block[] {
  const { sector, section } = facts.groups;
  return [
    w.heading(1, text("产业和行业", "Sectors and industries"), "industries"),
    ...w.paragraph("note", yearAgoNote(facts), ...withheldNote(facts)),
    groupTable(
      facts,
      {
        id: "sectors",
        caption: text("三次产业用工变动", "The three sectors"),
        groups: sector,
        withheld: facts.withheld.sector,
      },
      w,
    ),
    ...flowFigure(
      "flow-sections",
      text("各行业岗位减少与增加（人）", "Jobs lost and gained by industry (persons)"),
      section,
      w,
    ),
    ...changeFigure("change-sections", text("各行业用工净变动（人）", "Net change by industry (persons)"), section, w),
    groupTable(
      facts,
      {
        id: "sections",
        caption: text("分行业门类用工变动", "By industry"),
        groups: section,
        withheld: facts.withheld.section,
      },
      w,
    ),
    divisionTable(facts, w),
  ];
}

/** Of divisions only those are printed that moved most: none of them stands there as withheld. */
const withheldNote = ({ withheld: { division: _, ...printed } }: MonthlyFacts): Text[] =>
  Object.values(printed).some((groups) => groups.length > 0) ? [WITHHELD_NOTE] : [];

/** 乡镇（街道）. */
export function regionBlocks(facts: MonthlyFacts, w: Writer): Block[] {
  const { region } = facts.groups;
  if (everyGroup(region, facts.withheld.region).length === 0) return [];
  return [
    w.heading(1, text("乡镇（街道）", "Townships"), "regions"),
    ...flowFigure(
      "flow-regions",
      text("各乡镇（街道）岗位减少与增加（人）", "Jobs lost and gained by township (persons)"),
      region,
      w,
    ),
    groupTable(
      facts,
      {
        id: "regions",
        caption: text("分乡镇（街道）用工变动", "By township"),
        groups: region,
        withheld: facts.withheld.region,
      },
      w,
    ),
  ];
}

/** 主管部门, with their open alerts in a table of their own. */
export function departmentBlocks(facts: MonthlyFacts, w: Writer): Block[] {
  const { department } = facts.groups;
  const head = text("主管部门", "Department");
  const title = w.heading(1, text("主管部门", "Departments"), "departments");
  if (everyGroup(department, facts.withheld.department).length === 0)
    return facts.scope.dimension === "place" ? [title, ...w.paragraph("note", NO_DEPARTMENTS)] : [];
  const caption = text("分主管部门用工变动", "By department");
  return [
    title,
    groupTable(facts, { id: "departments", caption, groups: department, withheld: facts.withheld.department, head }, w),
    departmentAlerts(facts, w),
    ...w.paragraph("note", SHARED_NOTE),
  ];
}

const NO_DEPARTMENTS = text("本地区配置未设行业主管部门。", "The profile has no departments.");
const SHARED_NOTE = text(
  "按行业和登记注册类型对应主管部门；一户企业可有多个主管部门，在各部门分别计入，各部门之和可大于全域合计。",
  "Departments follow from industry and ownership. An enterprise may have several and counts at each, so that departments may add up to more than the whole.",
);

/** What each department answers for among the open alerts. */
function departmentAlerts({ groups, withheld, alerts }: MonthlyFacts, w: Writer): TableBlock {
  const of = ({ code }: Pick<GroupFacts, "code">) =>
    alerts.open.filter(({ departments }) => departments.includes(code));
  return w.table({
    ...{ id: "department-alerts", caption: text("分主管部门预警企业", "Open alerts by department") },
    ...{ unit: text("户", "enterprises"), empty: text("无。", "none.") },
    columns: [
      { head: text("主管部门", "Department") },
      ...[text("预警企业", "Alerts"), ...alerts.levels.map(({ name }) => name)].map(numbers),
    ],
    rows: everyGroup(groups.department, withheld.department).map((group) => {
      const open = of(group);
      const levels = alerts.levels.map(({ code }) => open.filter(({ level }) => level === code).length);
      return { cells: [w.words(group.name), count(open.length), ...levels.map((n) => count(n))] };
    }),
  });
}

/** 企业规模: by headcount, and by statistical size class where the profile has rules for it. */
export function sizeBlocks(facts: MonthlyFacts, w: Writer): Block[] {
  const { size, sizeBand } = facts.groups;
  return [
    w.heading(1, text("企业规模", "Size"), "sizes"),
    ...(everyGroup(size, facts.withheld.size).length === 0
      ? []
      : [
          groupTable(
            facts,
            {
              id: "sizes",
              caption: text("分企业划型用工变动", "By size class"),
              groups: size,
              withheld: facts.withheld.size,
            },
            w,
          ),
          ...w.paragraph("note", SIZE_NOTE),
        ]),
    groupTable(
      facts,
      {
        id: "size-bands",
        caption: text("分人数规模用工变动", "By headcount"),
        groups: sizeBand,
        withheld: facts.withheld.sizeBand,
      },
      w,
    ),
    ...w.paragraph("note", text("人数规模按两期平均用工分组。", "Headcount is the mean of the two periods.")),
  ];
}

const SIZE_NOTE = text(
  "企业划型依本地区配置的划型标准（统计上大中小微型企业划分办法等）：从业人员取近12个月平均用工，营业收入、资产总额取企业名录；决定划型的数据缺失的不猜测，列“资料不全未划型”。",
  "Size classes follow the profile's rule: staff is the mean of 12 months, revenue and assets are the register's. Where a fact that decides is missing nothing is guessed.",
);

function divisionTable(facts: MonthlyFacts, w: Writer): TableBlock {
  const { division } = facts.groups;
  const section = everyGroup(facts.groups.section, facts.withheld.section);
  const groups = [...moved(division, -1).slice(0, DIVISIONS), ...moved(division, 1).slice(0, DIVISIONS)];
  const sectionName = (code: string | null) => section.find((s) => s.code === code)?.name ?? text(NO_SAMPLE, NO_SAMPLE);
  const words = {
    id: "divisions",
    caption: text("变动较大的行业大类（减少、增加各至多6个）", "Divisions that moved most (up to six each way)"),
    groups,
    head: text("大类及所属门类", "Division and its industry"),
    nameOf: ({ name, parent }: GroupFacts): Spoken[] => [name, { words: sectionName(parent), small: true }],
    empty:
      facts.overall.previous.whole.matched === 0
        ? NO_COMPARISON
        : text("本月没有净变动的行业大类。", "no division changed on balance this month."),
  };
  return groupTable(facts, words, w);
}

const grossOf = ({ previous }: GroupFacts): number => previous.grossLoss + previous.grossGain;

function flowFigure(id: string, title: Text, groups: readonly GroupFacts[], w: Writer): Block[] {
  const drawn = groups
    .filter((group) => grossOf(group) > 0)
    .toSorted((a, b) => grossOf(b) - grossOf(a))
    .slice(0, DRAWN);
  if (drawn.length < 2) return [];
  const says = text(
    `向左深灰为岗位减少，向右浅灰为岗位增加，按两者之和从大到小列前${drawn.length}个；数字见下表。`,
    `Dark to the left are jobs lost, light to the right jobs gained; the ${drawn.length} groups that moved most. The numbers are in the table below.`,
  );
  const config = flowChart(drawn, w.language);
  return [w.figure({ id, title, says, config, width: "full", bars: drawn.length })];
}

function changeFigure(id: string, title: Text, groups: readonly GroupFacts[], w: Writer): Block[] {
  const drawn = groups.filter(({ previous }) => previous.change !== 0).slice(0, MOST_DRAWN);
  if (drawn.length < 2) return [];
  const says = text(
    "按行业门类顺序列出净变动，减少为深灰，增加为浅灰；净变动为0的行业不列。",
    "Net change in the order of the classification, losses dark and gains light; industries without a net change are left out.",
  );
  const config = changeChart(drawn, w.say(text("净变动", "net change")), w.language);
  return [w.figure({ id, title, says, config, width: "full", bars: drawn.length })];
}

/** All sections of the classification fit into one chart. */
const MOST_DRAWN = 24;
