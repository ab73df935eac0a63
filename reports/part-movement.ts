import { flowChart } from "./charts.ts";
import type { GroupFacts, MonthlyFacts } from "./facts.ts";
import { type Html, html } from "./markup.ts";
import { exact, NO_SAMPLE, percent, rateOf, shareInProse, signed } from "./number.ts";
import { picture } from "./picture.ts";
import type { ReductionFact } from "./reduction-facts.ts";
import { type TableRow, table } from "./table.ts";
import { flowSentences, moved, movedSentence, reasonSentence, sectorSentence } from "./wording-movement.ts";

/** Divisions named in the table, each way. */
const DIVISIONS = 6;
/** Groups drawn in a flow chart. */
const DRAWN = 12;

/** 二、变动分析 */
export const movementPart = (facts: MonthlyFacts): Html => html`<h2 id="movement">二、变动分析</h2>
<p class="body">${flowSentences(facts)}</p>
<h3>（一）三次产业</h3>
<p class="body">${sectorSentence(facts)}</p>
${groupTable("三次产业用工变动", facts.groups.sector)}
<h3>（二）行业</h3>
<p class="body">${movedSentence(facts, "section")}</p>
${flowPicture("flow-section", "各行业岗位减少与增加（人）", facts.groups.section)}${groupTable("分行业门类用工变动", facts.groups.section)}${divisionTable(facts)}
<h3>（三）乡镇（街道）</h3>
<p class="body">${movedSentence(facts, "region")}</p>
${groupTable("分乡镇（街道）用工变动", facts.groups.region)}
<h3>（四）企业规模</h3>
${groupTable("分规模用工变动", facts.groups.sizeBand)}
<p class="note">规模按两期平均用工分组，不是统计上大中小微企业划型。</p>
<h3>（五）减少原因</h3>
<p class="body">${reasonSentence(facts)}</p>
${reasonTable("减少类型（各企业所报）", facts.reductions.types, facts.reductions.typesUnreported, facts)}${reasonTable("主要原因（各企业所报第一原因）", facts.reductions.reasons, facts.reductions.reasonsUnreported, facts)}
`;

const GROUP_HEADS = [
  "已报",
  "共同样本",
  "上月末",
  "期末",
  "净变动",
  "环比",
  "岗位减少",
  "岗位增加",
  "减员户",
  "增员户",
  "较年初",
  "同比",
];

function groupTable(caption: string, groups: readonly GroupFacts[]): Html {
  return table({
    ...{ caption, unit: "户、人" },
    columns: [{ head: "名称" }, ...GROUP_HEADS.map((head) => ({ head, number: true }))],
    rows: groups.map(groupRow),
    empty: "本月无企业报送，也无可比样本。",
  });
}

function groupRow({ name, previous: f, yearStartRate, yearAgoRate }: GroupFacts): TableRow {
  const sample = (value: string) => (f.matched === 0 ? NO_SAMPLE : value);
  const rate = (value: number | null) => (value === null ? NO_SAMPLE : percent(value));
  return {
    name: name.zh,
    cells: [
      ...[exact(f.reporting), exact(f.matched), sample(exact(f.base)), sample(exact(f.current))],
      ...[sample(signed(f.change)), rateOf(f), sample(exact(f.grossLoss)), sample(exact(f.grossGain))],
      ...[sample(exact(f.down)), sample(exact(f.up)), rate(yearStartRate), rate(yearAgoRate)],
    ],
  };
}

function divisionTable({ groups }: MonthlyFacts): Html {
  const movedMost = [
    ...moved(groups.division, -1).slice(0, DIVISIONS),
    ...moved(groups.division, 1).slice(0, DIVISIONS),
  ];
  const sectionName = (code: string | null) => groups.section.find((s) => s.code === code)?.name.zh ?? NO_SAMPLE;
  const rows = movedMost.map((group) => {
    const { cells } = groupRow(group);
    return { name: html`${group.name.zh}<br><span class="small">${sectionName(group.parent)}</span>`, cells };
  });
  return table({
    ...{ caption: "变动较大的行业大类（减少、增加各至多6个）", unit: "户、人" },
    columns: [{ head: "大类及所属门类" }, ...GROUP_HEADS.map((head) => ({ head, number: true }))],
    rows,
    empty: "本月没有净变动的行业大类。",
  });
}

function flowPicture(id: string, title: string, groups: readonly GroupFacts[]): Html | null {
  const gross = (g: GroupFacts) => g.previous.grossLoss + g.previous.grossGain;
  const drawn = groups
    .filter((g) => gross(g) > 0)
    .toSorted((a, b) => gross(b) - gross(a))
    .slice(0, DRAWN);
  if (drawn.length < 2) return null;
  const says = `向左深灰为岗位减少，向右浅灰为岗位增加，按两者之和从大到小列前${drawn.length}个；数字见下表。`;
  return picture({ id, title, says, config: flowChart(drawn), rows: drawn.length });
}

function reasonTable(caption: string, facts: readonly ReductionFact[], unreported: number, all: MonthlyFacts): Html {
  const { lost } = all.reductions;
  const share = (people: number) => (lost === 0 ? NO_SAMPLE : shareInProse(people / lost));
  const rows: TableRow[] = facts.map((f) => ({
    name: f.name.zh,
    cells: [exact(f.enterprises), exact(f.people), share(f.people)],
  }));
  if (unreported > 0) rows.push({ name: "未填报", cells: [NO_SAMPLE, exact(unreported), share(unreported)] });
  if (rows.length > 0)
    rows.push({
      name: "岗位减少合计",
      cells: [exact(all.overall.previous.whole.down), exact(lost), share(lost)],
      kind: "sum",
    });
  return table({
    ...{ caption, unit: "户、人" },
    columns: [
      { head: "名称" },
      { head: "企业", number: true },
      { head: "人数", number: true },
      { head: "占比", number: true },
    ],
    rows,
    empty: "本月共同样本中没有用工减少的企业。",
  });
}
