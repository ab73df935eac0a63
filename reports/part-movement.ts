import { flowChart } from "./charts.ts";
import type { MonthlyFacts } from "./facts.ts";
import type { GroupFacts } from "./group-facts.ts";
import { groupTable } from "./group-table.ts";
import { type Html, html } from "./markup.ts";
import { NO_SAMPLE } from "./number.ts";
import { countsPart } from "./part-counts.ts";
import { structurePart } from "./part-structure.ts";
import { picture } from "./picture.ts";
import { reasonTables } from "./reason-tables.ts";
import {
  flowSentences,
  moved,
  movedSentence,
  reasonSentence,
  sectorSentence,
  yearAgoNote,
} from "./wording-movement.ts";

/** Divisions named in the table, each way. */
const DIVISIONS = 6;
/** Groups drawn in a flow chart. */
const DRAWN = 12;

/** 二、变动分析 */
export const movementPart = (facts: MonthlyFacts): Html => html`<h2 id="movement">二、变动分析</h2>
<p class="body">${flowSentences(facts)}</p>
${note(yearAgoNote(facts))}<h3>（一）三次产业</h3>
<p class="body">${sectorSentence(facts)}</p>
${groupTable(facts, { caption: "三次产业用工变动", groups: facts.groups.sector })}
<h3>（二）行业</h3>
<p class="body">${movedSentence(facts, "section")}</p>
${flowPicture("flow-section", "各行业岗位减少与增加（人）", facts.groups.section)}${groupTable(facts, { caption: "分行业门类用工变动", groups: facts.groups.section })}${divisionTable(facts)}
<h3>（三）乡镇（街道）</h3>
<p class="body">${movedSentence(facts, "region")}</p>
${groupTable(facts, { caption: "分乡镇（街道）用工变动", groups: facts.groups.region })}
<h3>（四）主管部门</h3>
${departmentPart(facts)}
<h3>（五）企业规模</h3>
${sizePart(facts)}${groupTable(facts, { caption: "分人数规模用工变动", groups: facts.groups.sizeBand })}
<p class="note">人数规模按两期平均用工分组。</p>
<h3>（六）减少原因</h3>
<p class="body">${reasonSentence(facts)}</p>
${reasonTables(facts)}
${structurePart(facts)}${countsPart(facts)}`;

const note = (words: string): Html | null => (words === "" ? null : html`<p class="note">${words}</p>`);

/** What each department answers for, with its open alerts. */
function departmentPart(facts: MonthlyFacts): Html {
  const { groups, alerts } = facts;
  if (groups.department.length === 0) return html`<p class="note">本地区配置未设行业主管部门。</p>`;
  const of = ({ code }: GroupFacts) => alerts.open.filter((alert) => alert.departments.includes(code)).length;
  return html`<p class="body">${movedSentence(facts, "department")}</p>
${groupTable(facts, { caption: "分主管部门用工变动", groups: groups.department, head: "主管部门", count: { head: "预警户", of } })}
<p class="note">按行业和登记注册类型对应主管部门；一户企业可有多个主管部门，在各部门分别计入，各部门之和可大于全域合计。</p>`;
}

/** By statistical size class; left out where the profile has no rule for it. */
function sizePart(facts: MonthlyFacts): Html | null {
  const { size } = facts.groups;
  if (size.length === 0) return null;
  return html`${groupTable(facts, { caption: "分企业划型用工变动", groups: size })}
<p class="note">企业划型依本地区配置的划型标准（统计上大中小微型企业划分办法等）：从业人员取近12个月平均用工，营业收入、资产总额取企业名录；决定划型的数据缺失的不猜测，列“资料不全未划型”。</p>`;
}

function divisionTable(facts: MonthlyFacts): Html {
  const { groups } = facts;
  const movedMost = [
    ...moved(groups.division, -1).slice(0, DIVISIONS),
    ...moved(groups.division, 1).slice(0, DIVISIONS),
  ];
  const sectionName = (code: string | null) => groups.section.find((s) => s.code === code)?.name.zh ?? NO_SAMPLE;
  return groupTable(facts, {
    caption: "变动较大的行业大类（减少、增加各至多6个）",
    groups: movedMost,
    head: "大类及所属门类",
    nameOf: ({ name, parent }) => html`${name.zh}<br><span class="small">${sectionName(parent)}</span>`,
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
