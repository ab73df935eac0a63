import { type Language, type Text, text } from "../../models/text.ts";
import type { AlertFact } from "../alert-facts.ts";
import { count } from "../document/cell.ts";
import type { Block, ReportDocument, TableBlock } from "../document/document.ts";
import { type Numbered, reportFrame } from "../document/frame.ts";
import { type Spoken, type Writer, writerIn } from "../document/writer.ts";
import { changeLines, enterpriseLines, levelMark } from "../monthly/alert-words.ts";
import { numbers } from "../monthly/group-table.ts";
import { NO_SAMPLE } from "../number.ts";
import { enterprises, people } from "../wording/change.ts";
import { dateWords } from "../wording/dates.ts";
import { list, NOTHING, same, sentence } from "../wording/say.ts";
import { dutyBlocks } from "./duty-tables.ts";
import type { DispatchCounts, DispatchDepartment, DispatchFacts, DispatchItem } from "./facts.ts";

/** 月调度清单: what each department has to do, by when. */
export function dispatchDocument(facts: DispatchFacts, language: Language, numbered: Numbered | null): ReportDocument {
  const w = writerIn(language);
  const items = facts.departments.flatMap((department) => departmentBlocks(department, facts, w));
  return {
    ...reportFrame(facts, w, numbered),
    blocks: [
      ...w.paragraph("lead", { words: leadSentence(facts), strong: true }, DEMAND),
      w.heading(1, text("分部门汇总", "By department"), "departments"),
      summaryTable(facts, w),
      ...w.paragraph("note", OWNER_NOTE),
      ...(items.length === 0 ? [] : [w.heading(1, text("分部门事项", "What each has to do"), "items"), ...items]),
      ...dutyBlocks(facts, w),
    ],
  };
}

function leadSentence({ asOf, total, departments, place }: DispatchFacts): Text {
  const [open, opened, late, silent] = [total.open, total.opened, total.late, total.silent].map(enterprises) as [
    ...[Text, Text, Text, Text],
  ];
  const date = dateWords(asOf);
  const desks = departments.filter(({ counts }) => counts.open > 0).length;
  return sentence(
    total.open === 0
      ? text(`截至${date.zh}，${place.zh}没有维持中的企业预警`, `as of ${date.en} no alert is open in ${place.en}`)
      : text(
          `截至${date.zh}，${place.zh}维持中的企业预警${open.zh}，涉及主管部门${desks}个，本月新增${opened.zh}`,
          `as of ${date.en} alerts are open about ${open.en} of ${place.en}, with ${desks} departments; ${opened.en} new this month`,
        ),
    total.late === 0 ? NOTHING : text(`办理期限已过的${late.zh}`, `past their deadline: ${late.en}`),
    total.silent === 0 ? NOTHING : text(`未报企业${silent.zh}`, `silent: ${silent.en}`),
  );
}

const DEMAND = text(
  "请各主管部门会同乡镇（街道）按期限办理，办理结果报领导小组办公室。",
  "Departments and townships act by the dates given and report the result to the office.",
);

const OWNER_NOTE = text(
  "一户企业有多个主管部门的，列在第一主管部门名下，其余为协同部门；首访期限自预警产生之日起算。",
  "An enterprise with several departments is listed with the first, the others assist. The days to the first visit count from when the alert arose.",
);

function summaryTable({ departments, total, levels, place }: DispatchFacts, w: Writer): TableBlock {
  const cells = (name: Text, { open, opened, late, silent, levels: by }: DispatchCounts) => [
    w.words(name),
    ...[open, ...by, opened, late, silent].map((n) => count(n)),
  ];
  return w.table({
    ...{ id: "departments", caption: text("分部门调度汇总", "What is open, by department") },
    ...{
      unit: text("户", "enterprises"),
      empty: text("本月没有需要调度的事项。", "nothing is to be done this month."),
    },
    columns: [
      { head: text("主管部门", "Department") },
      ...[
        ...[text("预警", "Alerts"), ...levels.map(({ name }) => text(name.zh.replace(/预警$/, ""), name.en))],
        ...[text("本月新增", "New"), text("期限已过", "Late"), text("未报", "Silent")],
      ].map(numbers),
    ],
    rows:
      departments.length === 0
        ? []
        : [
            ...departments.map(({ name, counts }) => ({ cells: cells(name, counts) })),
            { kind: "sum" as const, cells: cells(text(`${place.zh}合计`, `${place.en}, all`), total) },
          ],
  });
}

function departmentBlocks(department: DispatchDepartment, facts: DispatchFacts, w: Writer): Block[] {
  const { name, code, silent } = department;
  const [who, staff] = [enterprises(silent.count), people(silent.people)];
  const chase =
    silent.count === 0
      ? NOTHING
      : text(
          `另须催报未报企业${who.zh}（末次报送用工合计${staff.zh}），先催${largest(department).zh}。`,
          `Also to be asked: ${who.en} silent (${staff.en} when last reported), first ${largest(department).en}.`,
        );
  return [
    w.heading(2, name, `department-${code}`),
    ...(department.items.length === 0 ? [] : [itemTable(department, facts, w)]),
    ...w.paragraph("body", chase),
  ];
}

/** Silent enterprises named with a department. */
const NAMED = 3;

const largest = ({ silent }: DispatchDepartment): Text =>
  list(silent.named.slice(0, NAMED).map(({ name }) => same(name)));

function itemTable({ code, name, items }: DispatchDepartment, facts: DispatchFacts, w: Writer): TableBlock {
  return w.table({
    ...{ id: `items-${code}`, stack: true, empty: text("无。", "none.") },
    caption: text(`${name.zh}预警企业`, `${name.en}: alerts`),
    columns: [
      { head: text("企业", "Enterprise") },
      ...[
        ...[text("等级", "Level"), text("变化", "Change"), text("事项", "To do"), text("期限", "By")],
        ...[text("状态", "State"), text("责任人", "In charge")],
      ].map((head) => ({ head, kind: "tag" as const })),
      { head: text("原因", "Reason"), kind: "wide" },
    ],
    rows: items.map((item) => ({
      cells: [
        w.words(...nameLines(item, facts)),
        w.words([levelMark(facts.levels.find((level) => level.code === item.level))]),
        w.words(...changeLines(item, facts)),
        ...[w.words(item.task?.step ?? FIRST_VISIT), w.words(same(item.due ?? NO_SAMPLE)), w.words(stateOf(item))],
        w.words(...inCharge(item, facts)),
        w.words(item.explanation),
      ],
    })),
  });
}

const FIRST_VISIT = text("首访核实", "first visit");

const stateOf = ({ task, late }: DispatchItem): Text =>
  task?.done ? text("已办", "done") : late ? text("期限已过", "late") : text("未到期", "not yet due");

/** Its departments stand with those in charge. */
const nameLines = (item: AlertFact, facts: DispatchFacts): Spoken[] =>
  enterpriseLines({ ...item, departments: [], specialist: null }, facts);

function inCharge({ departments, specialist }: AlertFact, { names }: DispatchFacts): Spoken[] {
  const others = list(departments.slice(1).map((code) => names.departments[code] ?? same(code)));
  return [
    same(specialist ?? NO_SAMPLE),
    ...(others.zh === "" ? [] : [{ words: text(`协同：${others.zh}`, `with ${others.en}`), small: true as const }]),
  ];
}
