import type { Case } from "../../../models/case/case.ts";
import { DEADLINES, type Deadline } from "../../../models/case/deadlines.ts";
import { explainStage } from "../../../models/case/explain-stage.ts";
import { explainStep } from "../../../models/case/explain-step.ts";
import { CRITICALITY_NAMES, STEPS } from "../../../models/case/step.ts";
import { minuteOf } from "../../../models/instant.ts";
import type { Profile } from "../../../models/profile.ts";
import { type Text, text } from "../../../models/text.ts";
import type { CaseRow, StepRow } from "../../../src/db/case.ts";

/** One line a case: number, who, how urgent, who answers for it, how far it is. */
export function caseLine({ number }: CaseRow, now: Case, name: string): Text {
  const stage = explainStage(now);
  const urgency = CRITICALITY_NAMES[now.criticality];
  return text(
    `${number}  ${name}  ${urgency.zh}  ${now.referent}  ${stage.zh}`,
    `${number}  ${name}  ${urgency.en}  ${now.referent}  ${stage.en}`,
  );
}

/** One line a step: when, who, what, and whatever was written with it. */
export function stepLine({ at, taken }: StepRow, profile: Profile): Text {
  const name = STEPS[taken.kind].name;
  const { zh, en } = explainStep(taken, profile.casework);
  const when = minuteOf(Date.parse(at));
  return text(
    `  ${when}  ${taken.actor}  ${name.zh}${zh && `：${zh}`}`,
    `  ${when}  ${taken.actor}  ${name.en}${en && `: ${en}`}`,
  );
}

/** One line a deadline: the day, what, and when it was met or that it is past. */
export function deadlineLine(
  { kind, due, measure, metOn }: Deadline,
  { state }: Case,
  today: string,
  { casework }: Profile,
): Text {
  const name = casework.measures.find(({ code }) => code === measure)?.name;
  const past = metOn === null && state === "open" && due < today;
  const standing =
    metOn !== null
      ? text(`${metOn} 完成`, `done ${metOn}`)
      : past
        ? text("已逾期", "overdue")
        : text("未完成", "not done");
  return text(
    `  ${due}  ${DEADLINES[kind].zh}${name ? `（${name.zh}）` : ""}  ${standing.zh}`,
    `  ${due}  ${DEADLINES[kind].en}${name ? ` (${name.en})` : ""}  ${standing.en}`,
  );
}
