import { type Month, monthInChinese, monthInEnglish } from "../month.ts";
import { type Text, text } from "../text.ts";
import { happened, namesOf } from "./event-words.ts";
import { reached } from "./explain.ts";
import type { ExplainEvent } from "./explain-facts.ts";
import { join } from "./explain-words.ts";

/** What is known when an event is judged on the day it comes in. */
export interface EventSituation {
  readonly events: readonly ExplainEvent[];
  /** The last reported headcount and its month; null when none ever was. */
  readonly last: { readonly headcount: number; readonly month: Month } | null;
  readonly triggers: readonly Text[];
}

/** Why an event raised an alert at once, as one sentence; and the same in one line. */
export function explainEvents({ events, last, triggers }: EventSituation): { explanation: Text; headline: Text } {
  const size = last === null ? null : lastReported(last.headcount, last.month);
  const said = [happened(events), size, reached(triggers)].filter((part) => part !== null);
  const whole = join(said, "；", "; ");
  const headline = join(
    [namesOf(events), size].filter((part) => part !== null),
    "，",
    ", ",
  );
  return { explanation: text(`${whole.zh}。`, `${whole.en}.`), headline };
}

const lastReported = (headcount: number, month: Month): Text =>
  text(`最近用工${headcount}人（${monthInChinese(month)}）`, `last headcount ${headcount} (${monthInEnglish(month)})`);
