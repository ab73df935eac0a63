import { OUTCOMES } from "../../../models/alert/outcome.ts";
import type { Case } from "../../../models/case/case.ts";
import { DEADLINES, type Deadline } from "../../../models/case/deadlines.ts";
import type { Criticality } from "../../../models/case/step.ts";
import { STEPS } from "../../../models/case/step.ts";
import { minuteOf } from "../../../models/instant.ts";
import type { Named, Profile } from "../../../models/profile.ts";
import { type Text, text } from "../../../models/text.ts";
import type { CaseRow, StepRow } from "../../../src/db/case.ts";

const URGENCY: Readonly<Record<Criticality, Text>> = {
  high: text("紧急", "urgent"),
  medium: text("一般", "medium"),
  low: text("关注", "low"),
};

/** One line a case: number, who, how urgent, who answers for it, how far it is. */
export function caseLine({ number }: CaseRow, now: Case, name: string): Text {
  const stage = stageOf(now);
  const urgency = URGENCY[now.criticality];
  return text(
    `${number}  ${name}  ${urgency.zh}  ${now.referent}  ${stage.zh}`,
    `${number}  ${name}  ${urgency.en}  ${now.referent}  ${stage.en}`,
  );
}

function stageOf({ state, outcome, contactedOn, visitedOn, measures }: Case): Text {
  if (state === "closed") return text(`已结案（${OUTCOMES[outcome!].zh}）`, `closed (${OUTCOMES[outcome!].en})`);
  if (measures.length > 0) {
    const done = measures.filter(({ doneOn }) => doneOn !== null).length;
    return text(`措施 ${done}/${measures.length} 已落实`, `${done} of ${measures.length} measures carried out`);
  }
  if (visitedOn !== null) return text(`已走访（${visitedOn}）`, `visited (${visitedOn})`);
  if (contactedOn !== null) return text(`已联系（${contactedOn}）`, `contacted (${contactedOn})`);
  return text("待联系", "to be contacted");
}

/** One line a step: when, who, what, and whatever was written with it. */
export function stepLine({ at, taken }: StepRow, profile: Profile): Text {
  const name = STEPS[taken.kind].name;
  const zh = detail(taken, profile, "zh");
  const en = detail(taken, profile, "en");
  const when = minuteOf(Date.parse(at));
  return text(
    `  ${when}  ${taken.actor}  ${name.zh}${zh && `：${zh}`}`,
    `  ${when}  ${taken.actor}  ${name.en}${en && `: ${en}`}`,
  );
}

function detail(step: StepRow["taken"], { casework }: Profile, language: "zh" | "en"): string {
  const nameIn = (list: readonly Named[], code: string) =>
    list.find((one) => one.code === code)?.name[language] ?? code;
  const parts = [
    ...(step.person === undefined ? [] : [step.person]),
    ...(step.difficulties ?? []).map((code) => nameIn(casework.difficulties, code)),
    ...(step.measure === undefined ? [] : [nameIn(casework.measures, step.measure)]),
    ...(step.outcome === undefined ? [] : [OUTCOMES[step.outcome as keyof typeof OUTCOMES][language]]),
    ...(step.kept === undefined ? [] : [language === "zh" ? `保住${step.kept}人` : `${step.kept} jobs kept`]),
    ...(step.due === undefined ? [] : [language === "zh" ? `期限${step.due}` : `due ${step.due}`]),
    ...(step.alert === undefined ? [] : [step.alert]),
    ...(step.note === undefined ? [] : [step.note]),
  ];
  return parts.join(language === "zh" ? "，" : ", ");
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
