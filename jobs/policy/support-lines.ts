import { assessPolicies } from "../../models/policy/assess.ts";
import { explainAmount } from "../../models/policy/explain-amount.ts";
import { explainHeadRoom } from "../../models/policy/explain-head-room.ts";
import type { Profile } from "../../models/profile.ts";
import { type Text, text } from "../../models/text.ts";
import { factsOf } from "../../src/db/collect-facts.ts";
import type { Db } from "../../src/db/db.ts";
import { vintageAsOf } from "../../src/db/vintage.ts";

/** The support policies an enterprise can have on a day, what each is worth, and how many may still leave; for a visit. */
export async function supportLines(
  db: Db,
  profile: Profile,
  enterprise: string,
  date: string,
): Promise<readonly Text[]> {
  const vintage = await vintageAsOf(db, date);
  const known = vintage && (await factsOf(db, { profile, date, vintage }, enterprise));
  if (!known) return [];
  const found = assessPolicies(profile, known.facts, date).filter(({ outcome }) => outcome === "eligible");
  const lines = found.flatMap(({ policy, amount, headRoom }) => {
    const worth = explainAmount(amount);
    const room = headRoom === null ? [] : [explainHeadRoom(headRoom)];
    return [text(`  ${policy.name.zh}：${worth.zh}`, `  ${policy.name.en}: ${worth.en}`), ...room.map(indented)];
  });
  const none = text("  没有确定可享受的政策；详见 wengang policies。", "  none is certain; see wengang policies.");
  return [text("可享受的扶持政策：", "Support to be had:"), ...(lines.length === 0 ? [none] : lines)];
}

const indented = ({ zh, en }: Text): Text => text(`    ${zh}`, `    ${en}`);
