import { type Text, text } from "../text.ts";
import type { Assessment, Outcome } from "./assess.ts";
import { explainExpiry } from "./expiry.ts";
import { explainAmount } from "./explain-amount.ts";
import { explainHeadRoom } from "./explain-head-room.ts";
import { explainMissing } from "./explain-missing.ts";
import { explainRule } from "./explain-rule.ts";

/** What an outcome is called. */
export const OUTCOME_NAMES: Readonly<Record<Outcome, Text>> = {
  eligible: text("符合条件", "eligible"),
  "not-eligible": text("不符合条件", "not eligible"),
  unknown: text("暂无法判断", "not known"),
};

/** An assessment as lines: the outcome with its reason, every rule, amount, head-room, expiry. */
export function explainAssessment(assessment: Assessment): Text[] {
  const { policy, rules, amount, headRoom, expiry, variant, outcome } = assessment;
  const why = explainOutcome(assessment);
  const lines = [text(`${policy.name.zh}：${why.zh}`, `${policy.name.en}: ${why.en}`)];
  for (const rule of rules) lines.push(explainOne(rule));
  if (amount.kind !== "none") lines.push(labelled(AMOUNT, explainAmount(amount)));
  if (headRoom) lines.push(labelled(HEAD_ROOM, explainHeadRoom(headRoom)));
  if (expiry) lines.push(labelled(EXPIRY, explainExpiry(expiry)));
  if (variant) lines.push(labelled(SOURCE, variant.source.note));
  if (variant?.caveat && outcome !== "not-eligible") lines.push(labelled(CAVEAT, variant.caveat));
  return lines;
}

/** The outcome with what decided it: "不符合条件，参保人数减少率：… 6.45% > 5.5%". */
export function explainOutcome({ outcome, decidedBy, missing, expiry, variant }: Assessment): Text {
  const name = OUTCOME_NAMES[outcome];
  if (variant === null || expiry === null)
    return text(`${name.zh}，本地区没有这项政策`, `${name.en}, no such policy in this place`);
  if (outcome === "unknown") return joined(name, explainMissing(missing));
  if (decidedBy) {
    const compared = explainRule(decidedBy);
    const { rule } = decidedBy;
    return joined(name, text(`${rule.name.zh}：${compared.zh}`, `${rule.name.en}: ${compared.en}`));
  }
  return outcome === "eligible" ? name : joined(name, explainExpiry(expiry));
}

const AMOUNT = text("金额", "Amount");
const HEAD_ROOM = text("余量", "Head-room");
const EXPIRY = text("期限", "Validity");
const SOURCE = text("依据", "Source");
const CAVEAT = text("说明", "Note");

const VERDICTS = {
  holds: text("符合", "holds"),
  fails: text("不符合", "fails"),
  unknown: text("不明", "unknown"),
} as const;

function explainOne(outcome: Assessment["rules"][number]): Text {
  const { rule, verdict } = outcome;
  const compared = explainRule(outcome);
  const said = VERDICTS[verdict];
  return text(`  ${said.zh} ${rule.name.zh}：${compared.zh}`, `  ${said.en} ${rule.name.en}: ${compared.en}`);
}

const labelled = (label: Text, said: Text): Text => text(`  ${label.zh}：${said.zh}`, `  ${label.en}: ${said.en}`);
const joined = (first: Text, then: Text): Text => text(`${first.zh}，${then.zh}`, `${first.en}, ${then.en}`);
