import { OUTCOMES } from "../alert/outcome.ts";
import type { Named } from "../profile.ts";
import { type Text, text } from "../text.ts";
import type { Casework } from "./casework.ts";
import type { Step } from "./step.ts";

type Vocabulary = Pick<Casework, "difficulties" | "measures">;

/** Whatever was written with a step, in one line; empty when nothing was. */
export const explainStep = (step: Step, casework: Vocabulary): Text =>
  text(inLanguage(step, casework, "zh"), inLanguage(step, casework, "en"));

function inLanguage(step: Step, casework: Vocabulary, language: "zh" | "en"): string {
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
