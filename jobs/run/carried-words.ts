import type { Decision } from "../../models/decision/decision.ts";
import { formatMonth } from "../../models/month.ts";
import { text } from "../../models/text.ts";
import type { Asked } from "./asked.ts";
import type { Subject } from "./subjects.ts";

/**
 * What is said of somebody in whom nothing was found this month but something waits: the finding it is about, and once there
 * is a visit for it, that it had to wait and what the month says. Everybody else is left as they are.
 */
export function carriedWords({ subject, waiting }: Asked, decision: Decision): Subject {
  if (waiting === null || subject.level >= 0) return subject;
  const { explanation, headline } = waiting;
  if (decision.waiting !== null) return { ...subject, explanation, headline };
  if (decision.after === null) return subject;
  const found = formatMonth(waiting.state.alertOpenedMonth);
  const { zh, en } = subject.explanation;
  return {
    ...subject,
    headline,
    explanation: text(
      `${found}已发现，因走访能力所限候列至今：${explanation.zh}本月情况：${zh}`,
      `Found in ${found} and held back for want of a visit: ${explanation.en} This month: ${en}`,
    ),
  };
}
