import { type Expiry, expiryOn, explainExpiry } from "../../models/policy/expiry.ts";
import { mostMissing, type PolicyCount } from "../../models/policy/policy-count.ts";
import { yuanText } from "../../models/policy/quantity.ts";
import { variantOn } from "../../models/policy/variant-on.ts";
import { type Text, text } from "../../models/text.ts";
import { type CountedPolicy, countTable } from "../../reports/policy/count-table.ts";
import type { PolicyDay } from "../../src/db/collect-facts.ts";
import type { Section } from "./section.ts";
import type { Survey } from "./survey.ts";

/** How every policy comes out over the place. */
export function countySection({ profile, date }: PolicyDay, survey: Survey, simulated: boolean): Section {
  const counted = survey.counts.map((count): CountedPolicy => {
    const chosen = variantOn(count.policy, profile.place, date);
    return { count, expiry: chosen && expiryOn(chosen.variant, date) };
  });
  return {
    lines: [
      text(
        `${profile.title.zh} ${date}：存续单位 ${survey.enterprises} 户。`,
        `${profile.title.en} on ${date}: ${survey.enterprises} enterprises.`,
      ),
      ...counted.map(policyLine),
    ],
    json: { enterprises: survey.enterprises, policies: counted.map(toJson) },
    table: (language) => countTable(counted, simulated, language),
  };
}

function policyLine({ count, expiry }: CountedPolicy): Text {
  const { policy, outcomes, unclaimed, amounts, fen } = count;
  const when = expiry ? explainExpiry(expiry) : text("本地区没有这项政策", "no such policy here");
  const name = text(`  ${policy.name.zh}（${when.zh}）`, `  ${policy.name.en} (${when.en})`);
  if (!isInForce(expiry)) return name;
  const most = mostMissing(count);
  const wanting = most ? text(`（多缺${most.name.zh}）`, ` (mostly for want of ${most.name.en})`) : text("", "");
  const sum = yuanText(fen);
  const paid =
    amounts === 0 ? text("", "") : text(`，${amounts} 户可计 ${sum} 元`, `, ${sum} yuan for ${amounts} of them`);
  return text(
    `${name.zh}：符合 ${outcomes.eligible} 户${paid.zh}，不符合 ${outcomes["not-eligible"]} 户，暂无法判断 ${outcomes.unknown} 户${wanting.zh}；符合而未申领 ${unclaimed} 户`,
    `${name.en}: ${outcomes.eligible} eligible${paid.en}, ${outcomes["not-eligible"]} not, ${outcomes.unknown} not known${wanting.en}; ${unclaimed} eligible and not applied for`,
  );
}

const isInForce = (expiry: Expiry | null): boolean => expiry?.kind === "in-force" || expiry?.kind === "open-ended";

function toJson({ count, expiry }: CountedPolicy) {
  const { policy, outcomes, unclaimed, fen, amounts }: PolicyCount = count;
  const missing = mostMissing(count);
  return { code: policy.code, name: policy.name, expiry, outcomes, unclaimed, amountFen: fen, amounts, missing };
}
