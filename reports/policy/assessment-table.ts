import type { Assessment } from "../../models/policy/assess.ts";
import { explainExpiry } from "../../models/policy/expiry.ts";
import { OUTCOME_NAMES } from "../../models/policy/explain.ts";
import { explainHeadRoom } from "../../models/policy/explain-head-room.ts";
import { explainMissing } from "../../models/policy/explain-missing.ts";
import { explainRule } from "../../models/policy/explain-rule.ts";
import { type Language, text } from "../../models/text.ts";
import { words } from "../document/cell.ts";
import type { Cell, TableBlock } from "../document/document.ts";
import { amountCells } from "./amount-cells.ts";
import { type Column, policyTable } from "./table.ts";

const COLUMNS: readonly Column[] = [
  ["政策", "policy"],
  ["结论", "outcome", "tag"],
  ["各项条件", "conditions", "wide"],
  ["缺少的事实", "missing facts", "wide"],
  ["金额（元）", "amount (yuan)", "number"],
  ["计算", "reckoning", "wide"],
  ["余量", "head-room", "wide"],
  ["期限", "validity", "wide"],
  ["依据", "source", "wide"],
];

/** Everything every policy means for one enterprise, a row a policy. */
export const assessmentTable = (
  name: string,
  assessments: readonly Assessment[],
  simulated: boolean,
  language: Language,
): TableBlock =>
  policyTable(
    {
      ...{ id: "assessment", caption: text(`${name}扶持政策`, `Support for ${name}`), columns: COLUMNS, simulated },
      rows: assessments.map((assessment) => row(assessment, language)),
      empty: text("本地区没有配置扶持政策。", "This place has no support policies."),
    },
    language,
  );

function row(assessment: Assessment, language: Language): Cell[] {
  const { policy, outcome, rules, missing, amount, headRoom, expiry, variant } = assessment;
  const [colon, semicolon] = language === "zh" ? ["：", "；"] : [": ", "; "];
  const conditions = rules.map((rule) => `${rule.rule.name[language]}${colon}${explainRule(rule)[language]}`);
  return [
    words(policy.name[language]),
    words(OUTCOME_NAMES[outcome][language]),
    words(conditions.join(semicolon)),
    words(missing.length === 0 ? "" : explainMissing(missing)[language]),
    ...amountCells(amount, language),
    words(headRoom ? explainHeadRoom(headRoom)[language] : ""),
    words(expiry ? explainExpiry(expiry)[language] : ""),
    words(variant ? variant.source.note[language] : ""),
  ];
}
