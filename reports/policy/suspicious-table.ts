import { formatMonth } from "../../models/month.ts";
import type { SuspiciousClaim } from "../../models/policy/claim-check.ts";
import { explainClaim } from "../../models/policy/explain-claim.ts";
import { type Language, text } from "../../models/text.ts";
import { count, words } from "../document/cell.ts";
import type { Cell, TableBlock } from "../document/document.ts";
import { type Column, policyTable } from "./table.ts";

const COLUMNS: readonly Column[] = [
  ["统一社会信用代码", "enterprise code"],
  ["企业名称", "name"],
  ["政策", "policy"],
  ["申请日期", "applied on"],
  ["申领人数", "people claimed for", "number"],
  ["其中此前申领", "of them before", "number"],
  ["比对起月", "first month compared"],
  ["比对止月", "last month compared"],
  ["期初参保", "insured before", "number"],
  ["期末参保", "insured at the end", "number"],
  ["可见增员", "seen to come", "number"],
  ["需核实事项", "to be verified", "wide"],
];

/** Claims for hires that the headcounts do not bear out, to be verified. */
export const suspiciousTable = (
  claims: readonly SuspiciousClaim[],
  simulated: boolean,
  language: Language,
): TableBlock =>
  policyTable(
    {
      ...{ id: "to-verify", columns: COLUMNS, simulated, rows: claims.map((claim) => row(claim, language)) },
      caption: text("申领人数与参保人数比对待核实", "Claims to be verified against headcounts"),
      empty: text("申领人数均有参保增员可对应。", "Every claim is matched by people who came."),
    },
    language,
  );

const row = ({ code, name, policy, finding }: SuspiciousClaim, language: Language): Cell[] => [
  words(code),
  words(name ?? ""),
  words(policy.name[language]),
  words(finding.application.appliedOn),
  count(finding.claimed),
  count(finding.earlier),
  words(formatMonth(finding.from)),
  words(formatMonth(finding.to)),
  count(finding.before),
  count(finding.after),
  count(finding.seen),
  words(explainClaim(finding)[language]),
];
