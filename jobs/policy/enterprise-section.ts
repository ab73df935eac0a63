import { type Assessment, assessPolicies } from "../../models/policy/assess.ts";
import { explainAssessment } from "../../models/policy/explain.ts";
import { explainRule } from "../../models/policy/explain-rule.ts";
import { text } from "../../models/text.ts";
import { assessmentTable } from "../../reports/policy/assessment-table.ts";
import type { KnownEnterprise, PolicyDay } from "../../src/db/collect-facts.ts";
import type { Section } from "./section.ts";

/** What every policy means for one enterprise. */
export function enterpriseSection({ profile, date }: PolicyDay, known: KnownEnterprise, simulated: boolean): Section {
  const { facts, name } = known;
  const assessments = assessPolicies(profile, facts, date);
  const called = name ?? facts.code;
  return {
    lines: [
      text(`${called}（${facts.code}）${date}：`, `${called} (${facts.code}) on ${date}:`),
      ...assessments.flatMap(explainAssessment),
    ],
    json: { enterprise: facts.code, name, assessments: assessments.map(toJson) },
    table: (language) => assessmentTable(called, assessments, simulated, language),
  };
}

function toJson({ policy, variant, outcome, rules, decidedBy, missing, amount, headRoom, expiry }: Assessment) {
  return {
    ...{ policy: policy.code, name: policy.name, variant: variant?.code ?? null, outcome },
    ...{ decidedBy: decidedBy?.rule.id ?? null, missing, amount, headRoom, expiry },
    rules: rules.map((rule) => ({ id: rule.rule.id, verdict: rule.verdict, said: explainRule(rule) })),
  };
}
