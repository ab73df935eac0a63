import { type Text, text } from "../../models/text.ts";
import type { ReportFacts } from "../report-facts.ts";
import { dateWords } from "../wording/dates.ts";
import type { ReportDocument } from "./document.ts";
import type { Writer } from "./writer.ts";

/** What issuing gives a report: its number, and the date it bears ("2026-01-12"). */
export interface Numbered {
  readonly number: Text;
  readonly date: string;
}

/** Everything around the text; numbered null is a draft. */
export function reportFrame(facts: ReportFacts, w: Writer, numbered: Numbered | null): Omit<ReportDocument, "blocks"> {
  const { letter } = facts;
  return {
    id: w.language === "en" ? `${fileName(facts)}-en` : fileName(facts),
    language: w.language,
    title: w.say(facts.title),
    marks: [
      ...(facts.simulated ? [w.say(SIMULATED)] : []),
      ...(numbered === null ? [w.say(DRAFT)] : []),
      w.say(INTERNAL),
    ],
    head: {
      issuer: w.say(letter.from),
      number: numbered === null ? null : w.say(numbered.number),
      addressee: w.say(letter.to),
      date: numbered === null ? null : w.say(dateWords(numbered.date)),
      copies: letter.copies.map(w.say),
    },
    sources: [
      { name: w.say(text("数据截至", "Data as of")), text: w.say(dateWords(facts.asOf)) },
      { name: w.say(text("数据版次", "Vintage")), text: w.say(facts.vintage) },
      { name: w.say(text("评分模型", "Model")), text: facts.model },
      ...(facts.simulated ? [{ name: w.say(text("数据性质", "Nature")), text: w.say(MADE_UP) }] : []),
    ],
  };
}

const SIMULATED = text("【模拟数据】", "[Simulated data]");
const MADE_UP = text("由模拟器生成，不反映任何真实企业", "made by a simulator, about no real enterprise");
const DRAFT = text("【草稿】", "[Draft]");
const INTERNAL = text("【内部使用】", "[Internal]");

/** "monthly-2025-12", "monthly-department-miit-2025-12", "flash-91500237MA60000084-layoff-plan-2025-11-13". */
function fileName({ kind, about, month }: ReportFacts): string {
  const whom = about.replace(/^(event|report):/, "").replace(/[^\p{L}\p{N}]+/gu, "-");
  return [kind, ...(about === "" ? [] : [whom]), ...(kind === "flash" ? [] : [month])].join("-");
}
