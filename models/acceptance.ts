import type { Action } from "./rights/actions.ts";
import { type Text, text } from "./text.ts";
import type { Origin } from "./threshold.ts";

/** Who looks at a file before it counts: the township or department whose rows they are, then the county. */
export type AcceptanceStage = "desk" | "county";

/** How the place accepts what is handed in (审核); no stage: what passes the checks counts at once. */
export interface Acceptance {
  readonly stages: readonly AcceptanceStage[];
  readonly origin: Origin;
}

/** The right that each stage takes, and what it is called. */
export const STAGES: Readonly<Record<AcceptanceStage, { readonly right: Action; readonly name: Text }>> = {
  desk: { right: "review-import", name: text("乡镇或部门审核", "Review by the township or department") },
  county: { right: "accept-import", name: text("县级审核", "Acceptance by the county") },
};

/**
 * The stages that a file goes through. One that concerns the whole place comes from the county's own desk: there is no
 * township or department that could answer for all of it.
 */
export const stagesFor = ({ stages }: Acceptance, wholePlace: boolean): readonly AcceptanceStage[] =>
  stages.filter((stage) => !wholePlace || stage !== "desk");

export type AcceptanceDecision =
  | { readonly accept: true /** Whether it counts from now on. */; readonly last: boolean }
  | { readonly accept: false; readonly reason: "own-work" | "not-waiting" };

/** Whether somebody may pass a file on: it waits, and they neither handed it in nor passed an earlier stage. */
export function decideAcceptance(
  file: {
    readonly stages: readonly AcceptanceStage[];
    readonly passed: number;
    /** Everybody who has already answered for it, by number. */
    readonly answered: readonly number[];
  },
  person: number,
): AcceptanceDecision {
  if (file.passed >= file.stages.length) return { accept: false, reason: "not-waiting" };
  if (file.answered.includes(person)) return { accept: false, reason: "own-work" };
  return { accept: true, last: file.passed + 1 === file.stages.length };
}
