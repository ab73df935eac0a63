import type { CaseRefusal } from "../../models/case/case.ts";
import { STEPS, type StepKind } from "../../models/case/step.ts";
import { Problem } from "../../models/problem.ts";
import { type Text, text } from "../../models/text.ts";

export const noSuchCase = (number: string): Problem =>
  new Problem(
    "no-data",
    "case-unknown",
    text(`没有编号为“${number}”的处置案件。`, `There is no case "${number}".`),
    text("请在“处置”页查看案件编号。", "The page of cases shows the numbers."),
    text("请用 wengang case list 查看案件编号。", "wengang case list shows the numbers."),
  );

export const changedMeanwhile = (number: string): Problem =>
  new Problem(
    "usage",
    "changed-meanwhile",
    text(
      `${number} 刚刚被他人修改，本次未写入。`,
      `${number} was changed by somebody else just now; nothing was written.`,
    ),
    text("请查看最新情况后重试。", "Look at it again, then repeat."),
  );

/** Why a step cannot be written, for the person who tried. */
export function caseRefused(number: string, step: StepKind, refusal: CaseRefusal): Problem {
  const name = STEPS[step].name;
  const why = WHY[refusal] ?? missing(refusal);
  return new Problem(
    "usage",
    `case-${refusal}`,
    text(`${number} 不能记录“${name.zh}”：${why.zh}。`, `${number} can't take the step "${name.en}": ${why.en}.`),
    text("请补充或改正后重试。", "Complete or correct it and try again."),
  );
}

const WHY: Partial<Record<CaseRefusal, Text>> = {
  "not-open": text("案件未立案或已结案", "it is not open"),
  "not-closed": text("案件尚未结案", "it is not closed"),
  "already-open": text("该企业已有未结案件", "the enterprise has an open case already"),
  "outcome-unknown": text("没有这种处置结果", "there is no such outcome"),
  "day-ahead": text("发生日期在今天之后", "the day it happened is still to come"),
  "measure-unknown": text("没有商定过这项措施，或已落实", "that measure was not agreed, or is carried out already"),
};

const PARTS: Readonly<Record<string, Text>> = {
  note: text("说明", "a note"),
  due: text("期限", "a due date"),
  person: text("人员", "a person"),
  criticality: text("紧急程度", "the criticality"),
  difficulties: text("困难类型", "the difficulties"),
  measure: text("措施", "the measure"),
  alert: text("预警编号", "the alert's number"),
  outcome: text("处置结果", "the outcome"),
  intervened: text("是否起到作用", "whether it helped"),
};

function missing(refusal: CaseRefusal): Text {
  const part = PARTS[refusal.replace("needs-", "")] ?? text(refusal, refusal);
  return text(`缺少${part.zh}`, `it needs ${part.en}`);
}
