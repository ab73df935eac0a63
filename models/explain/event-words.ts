import { dateInChinese, dateInEnglish } from "../month.ts";
import { type Text, text } from "../text.ts";
import type { ExplainEvent } from "./explain-facts.ts";
import { join } from "./explain-words.ts";

/** Characters of a note that a sentence has room for; the whole of it stands with the event. */
const NOTE = 40;

/** What was reported, each with its day, the people concerned and what whoever reported it wrote; null without a report. */
export function happened(events: readonly ExplainEvent[]): Text | null {
  if (events.length === 0) return null;
  const list = join(events.map(eventWords), "、", ", ");
  return text(`动态：${list.zh}`, `events: ${list.en}`);
}

function eventWords({ name, occurredOn, people, note }: ExplainEvent): Text {
  const said = shortened(note);
  const known = [
    ...(people === null ? [] : [text(`涉及${people}人`, `${people} people`)]),
    ...(said === "" ? [] : [text(said, `“${said}”`)]),
  ];
  const { zh, en } = join(known, "，", ", ");
  const [inZh, inEn] = known.length === 0 ? ["", ""] : [`（${zh}）`, ` (${en})`];
  return text(`${dateInChinese(occurredOn)}${name.zh}${inZh}`, `${name.en} on ${dateInEnglish(occurredOn)}${inEn}`);
}

/** On one line. */
function shortened(note: string | null): string {
  const line = [...(note ?? "").replaceAll(/\s+/gu, " ").trim()];
  return line.length <= NOTE ? line.join("") : `${line.slice(0, NOTE - 1).join("")}…`;
}

/** Their names alone, each once; null without a report. */
export const namesOf = (events: readonly ExplainEvent[]): Text | null =>
  events.length === 0 ? null : join([...new Set(events.map(({ name }) => name))], "、", ", ");
