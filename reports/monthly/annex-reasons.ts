import { type Text, text } from "../../models/text.ts";
import { count, rate } from "../document/cell.ts";
import type { Block, DocumentRow, TableBlock } from "../document/document.ts";
import type { Writer } from "../document/writer.ts";
import type { MonthlyFacts } from "../facts.ts";
import { NO_SAMPLE } from "../number.ts";
import type { ReductionFact } from "../reduction-facts.ts";
import { NAME, NO_COMPARISON, numbers, UNIT } from "./group-table.ts";

/** 减少原因: persons lost by the type and by the first reason their enterprises gave, with what was given none; both foot to the whole loss. */
export const reasonBlocks = (facts: MonthlyFacts, w: Writer): Block[] => [
  w.heading(1, text("减少原因", "Reasons"), "reasons"),
  ...(facts.reductions.unasked ? w.paragraph("note", UNASKED) : reasonTables(facts, w)),
];

const UNASKED = text(
  "本地区的数据不含减少类型和原因。",
  "This place's data have neither types nor reasons of reductions.",
);

const reasonTables = (facts: MonthlyFacts, w: Writer): Block[] => [
  reasonTable("types", text("减少类型（各企业所报）", "Type of reduction, as reported"), facts, w),
  reasonTable("reasons", text("主要原因（各企业所报第一原因）", "Main reason, the first reported"), facts, w),
];

function reasonTable(
  id: "types" | "reasons",
  caption: Text,
  { reductions, overall }: MonthlyFacts,
  w: Writer,
): TableBlock {
  const { lost } = reductions;
  const { down } = overall.previous.whole;
  const facts = reductions[id];
  const unreported = id === "types" ? reductions.typesUnreported : reductions.reasonsUnreported;
  const said = facts.reduce((sum, fact) => sum + fact.enterprises, 0);
  const row = (name: Text, enterprises: number, people: number, further: number | null): DocumentRow => ({
    cells: [
      ...[w.words(name), count(enterprises), count(people), rate(lost === 0 ? null : people / lost, NO_SAMPLE, 1)],
      ...(id === "reasons" ? [count(further)] : []),
    ],
  });
  const rows = facts.map((fact: ReductionFact) => row(fact.name, fact.enterprises, fact.people, fact.further));
  if (unreported > 0) rows.push(row(UNREPORTED, Math.max(0, down - said), unreported, null));
  if (rows.length > 0) rows.push({ ...row(TOTAL, down, lost, null), kind: "sum" });
  return w.table({
    ...{ id, caption, unit: UNIT, rows },
    columns: [{ head: NAME, kind: "wide" }, ...[...HEADS, ...(id === "reasons" ? [FURTHER] : [])].map(numbers)],
    empty:
      overall.previous.whole.matched === 0
        ? NO_COMPARISON
        : text("本月共同样本中没有用工减少的企业。", "no enterprise of the common sample shrank this month."),
  });
}

const HEADS = [text("企业", "Enterprises"), text("人数", "Persons"), text("占比", "Share")];
const FURTHER = text("另列次要或第三原因企业", "Named second or third");
const UNREPORTED = text("未填报", "Not reported");
const TOTAL = text("岗位减少合计", "All jobs lost");
