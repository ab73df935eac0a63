import { explainAmount } from "../../models/policy/explain-amount.ts";
import type { UnclaimedPolicy } from "../../models/policy/unclaimed.ts";
import { type Text, text } from "../../models/text.ts";
import { unclaimedTable } from "../../reports/policy/unclaimed-table.ts";
import { moreLine } from "./more-line.ts";
import { type Section, SHOWN } from "./section.ts";

/** 政策找人: who is entitled to what and has not applied. */
export const unclaimedSection = (open: readonly UnclaimedPolicy[], simulated: boolean): Section => ({
  lines: [
    text(`符合条件而未申领 ${open.length} 项：`, `${open.length} eligible and not applied for:`),
    ...open.slice(0, SHOWN).map(unclaimedLine),
    ...moreLine(open.length),
  ],
  json: {
    unclaimed: {
      count: open.length,
      shown: open
        .slice(0, SHOWN)
        .map(({ code, name, policy, amount }) => ({ code, name, policy: policy.code, amount })),
    },
  },
  table: (language) => unclaimedTable(open, simulated, language),
});

function unclaimedLine({ code, name, policy, amount }: UnclaimedPolicy): Text {
  const said = explainAmount(amount);
  return text(
    `  ${code} ${name ?? ""} ${policy.name.zh}：${said.zh}`,
    `  ${code} ${name ?? ""} ${policy.name.en}: ${said.en}`,
  );
}
