import { KIND_NAMES } from "../../models/report-kind.ts";
import { type Language, type Text, text } from "../../models/text.ts";
import { count } from "../document/cell.ts";
import type { Block, ReportDocument } from "../document/document.ts";
import { reportFrame } from "../document/frame.ts";
import { type Writer, writerIn } from "../document/writer.ts";
import { silentTables } from "../monthly/annex-quality.ts";
import { numbers } from "../monthly/group-table.ts";
import { enterprises, people } from "../wording/change.ts";
import { dateWords, monthWords } from "../wording/dates.ts";
import { list, NOTHING, sentence } from "../wording/say.ts";
import type { NoFiguresFacts, SilentGroup } from "./facts.ts";

/** Says that no figures came in: who was silent and what to do. A draft always, marked so that nobody takes it for a report. */
export function noFiguresDocument(facts: NoFiguresFacts, language: Language): ReportDocument {
  const w = writerIn(language);
  const frame = reportFrame(facts, w, null);
  return {
    ...frame,
    marks: [...frame.marks, w.say(NO_FIGURES)],
    blocks: [
      ...w.paragraph("lead", { words: leadSentence(facts), strong: true }),
      ...w.paragraph("body", silentSentence(facts), coveredSentence(facts), standingSentence(facts)),
      ...w.paragraph("note", NOT_ISSUED),
      w.heading(1, text("下一步", "What to do"), "next"),
      ...w.paragraph("body", NEXT),
      ...silentBlocks(facts, w),
    ],
  };
}

const NO_FIGURES = text("【无数据】", "[No figures]");

function leadSentence({ month, subject, asOf }: NoFiguresFacts): Text {
  const [when, date] = [monthWords(month), dateWords(asOf)];
  return text(
    `截至${date.zh}，${subject.zh}没有报来${when.zh}的任何用工数据，无法判断用工变动。没有数据不等于没有变化，也不按0计。`,
    `By ${date.en} no figures for ${when.en} have come in about ${subject.en}, so that nothing can be judged. No figures are neither "no change" nor 0.`,
  );
}

function silentSentence({ silent, lastMonth }: NoFiguresFacts): Text {
  if (lastMonth === null) return text("此前也没有用工数据。", "No month before has figures either.");
  const [who, staff, when] = [enterprises(silent.count), people(silent.people), monthWords(lastMonth)];
  const last = text(`最近有数据的月份为${when.zh}`, `the last month with figures is ${when.en}`);
  if (silent.count === 0)
    return sentence(last, text("近6个月没有企业报送", "nobody has reported in the six months before"));
  return sentence(
    text(
      `应报企业${who.zh}全部未报，末次报送用工合计${staff.zh}`,
      `${who.en} should have reported and none did (${staff.en} when last reported)`,
    ),
    last,
  );
}

/** Of a report over several months: which of them have figures, in reports of their own. */
function coveredSentence({ kind, covered }: NoFiguresFacts): Text {
  if (kind === "monthly" || kind === "dispatch" || covered.length === 0) return NOTHING;
  const [months, name] = [list(covered.map((month) => monthWords(month))), KIND_NAMES[kind]];
  return text(
    `本期内${months.zh}有数据，见各月报告；期末月份无数据，不能与期初比较，不形成${name.zh}的数字。`,
    `Within the period ${months.en} have figures, told in their own reports; without its last month the period can't be compared with its beginning, and the ${name.en} has no numbers.`,
  );
}

function standingSentence({ standing }: NoFiguresFacts): Text {
  if (standing === null || standing.open === 0) return NOTHING;
  const [who, when] = [enterprises(standing.open), monthWords(standing.month)];
  return text(
    `${when.zh}末维持中的企业预警${who.zh}未经本月数据重新判断，仍按当月调度清单处置。`,
    `Alerts open at the end of ${when.en} (${who.en}) were not judged anew and stay with that month's dispatch list.`,
  );
}

const silentBlocks = ({ silent, groups, names }: NoFiguresFacts, w: Writer): Block[] =>
  silent.count === 0
    ? []
    : [
        w.heading(1, text("未报企业", "Silent enterprises"), "silent"),
        ...groupTable("department", text("分部门未报企业", "Silent enterprises by department"), groups.department, w),
        ...groupTable("region", text("分乡镇（街道）未报企业", "Silent enterprises by township"), groups.region, w),
        ...silentTables({ completeness: { silent }, names }, w),
        ...w.paragraph("note", silent.count > silent.named.length ? REST_NOTE : NOTHING),
      ];

const REST_NOTE = text(
  "上表只列末次用工最大的企业；各部门、乡镇（街道）的同类材料列出其全部未报企业。",
  "Only the largest by their last report are named here; the same paper of each department and township names all of theirs.",
);

function groupTable(dimension: "department" | "region", caption: Text, of: readonly SilentGroup[], w: Writer): Block[] {
  if (of.length === 0) return [];
  const sum = (what: (one: SilentGroup) => number) => of.reduce((total, one) => total + what(one), 0);
  const [staff, all] = [sum(({ people }) => people), sum(({ enterprises }) => enterprises)];
  return [
    w.table({
      ...{ id: `silent-${dimension}`, caption, empty: text("无。", "none.") },
      columns: [
        { head: dimension === "department" ? text("主管部门", "Department") : text("乡镇（街道）", "Township") },
        ...[text("未报企业（户）", "Enterprises"), text("末次用工（人）", "Last headcount")].map(numbers),
      ],
      rows: [
        ...of.map(({ name, enterprises, people }) => ({ cells: [w.words(name), count(enterprises), count(people)] })),
        { kind: "sum" as const, cells: [w.words(text("合计", "All")), count(all), count(staff)] },
      ],
    }),
  ];
}

const NEXT = text(
  "请各主管部门会同乡镇（街道）逐户催报并核实未报原因，先核实是否停产、搬迁或注销；数据到后导入并执行月度任务，再形成本报告。",
  "Departments and townships ask each enterprise and find out why it is silent: first whether it stopped, moved or closed. When figures come, import them, run the month, and make this report.",
);

const NOT_ISSUED = text(
  "本件只说明无数据的情况，不是分析报告，不编发文字号，不能审核印发。",
  "This only tells that there are no figures. It is no report, gets no number and can't be reviewed or issued.",
);
