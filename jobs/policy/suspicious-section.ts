import type { SuspiciousClaim } from "../../models/policy/claim-check.ts";
import { explainClaim } from "../../models/policy/explain-claim.ts";
import { type Text, text } from "../../models/text.ts";
import { suspiciousTable } from "../../reports/policy/suspicious-table.ts";
import { moreLine } from "./more-line.ts";
import { type Section, SHOWN } from "./section.ts";

/** Claims for hires that the headcounts do not bear out. */
export const suspiciousSection = (claims: readonly SuspiciousClaim[], simulated: boolean): Section => ({
  lines: [
    text(`申领人数待核实 ${claims.length} 件：`, `${claims.length} claims to be verified:`),
    ...claims.slice(0, SHOWN).map(claimLine),
    ...moreLine(claims.length),
  ],
  json: {
    toVerify: {
      count: claims.length,
      shown: claims
        .slice(0, SHOWN)
        .map(({ code, name, policy, finding }) => ({ code, name, policy: policy.code, ...finding })),
    },
  },
  table: (language) => suspiciousTable(claims, simulated, language),
});

function claimLine({ code, name, policy, finding }: SuspiciousClaim): Text {
  const said = explainClaim(finding);
  return text(
    `  ${code} ${name ?? ""} ${policy.name.zh}：${said.zh}`,
    `  ${code} ${name ?? ""} ${policy.name.en}: ${said.en}`,
  );
}
