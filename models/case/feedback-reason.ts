import { Problem } from "../problem.ts";
import { text } from "../text.ts";
import type { FeedbackReason } from "./casework.ts";

/** The answer to "was this alert useful?" by its code: a reason, which says yes or no by itself. An unknown one lists them all. */
export function feedbackReason(reasons: readonly FeedbackReason[], code: string): FeedbackReason {
  const found = reasons.find((reason) => reason.code === code);
  if (found) return found;
  const zh = reasons.map((reason) => `${reason.code}（${reason.name.zh}）`).join("、");
  const en = reasons.map((reason) => `${reason.code} (${reason.name.en})`).join(", ");
  throw new Problem(
    "usage",
    "feedback-unknown",
    text(`没有“${code}”这个理由。`, `There is no reason "${code}".`),
    text(`可用：${zh}。`, `There are: ${en}.`),
  );
}
