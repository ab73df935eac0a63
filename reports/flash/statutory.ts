import type { EventKind } from "../../models/profile.ts";
import type { Text } from "../../models/text.ts";
import { ADVICE_LIMITS } from "../advice/limits.ts";

/** Whether the people concerned reach a line of art. 41; share null where the staff is not known. */
export interface StatutoryLines {
  readonly people: boolean;
  readonly share: boolean | null;
}

/** 以上 includes the number itself. Null when the people are not known. */
export function linesOf(people: number | null, share: number | null): StatutoryLines | null {
  if (people === null) return null;
  return {
    people: people >= ADVICE_LIMITS.layoffPeople.value,
    share: share === null ? null : share >= ADVICE_LIMITS.layoffShare.value,
  };
}

export type Finding = "reached" | "below" | "unknown";

/** What is found: the title, the sentence and the suggestions all go by this. */
export function findingOf(lines: StatutoryLines | null): Finding {
  if (lines?.people || lines?.share) return "reached";
  return lines === null || lines.share === null ? "unknown" : "below";
}

/** What an event is called: a name that says whether the line is reached stands only where that is found. */
export const nameFound = ({ name, line }: Pick<EventKind, "name" | "line">, finding: Finding): Text =>
  line === undefined || line.claims === finding ? name : line.otherwise;
