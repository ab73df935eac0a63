import type { Profile } from "../../../models/profile.ts";
import { type Text, text } from "../../../models/text.ts";
import type { LevelRule, ThresholdSet } from "../../../models/threshold.ts";
import { ruleWords } from "../../../reports/wording/thresholds.ts";

/** Names of rules say their limits, and alerts say the names: a rule that was moved says those that hold now. */
export function namedByLimits(before: ThresholdSet, after: ThresholdSet, { eventKinds }: Profile): ThresholdSet {
  const eventName = (code: string) => eventKinds.find((kind) => kind.code === code)?.name ?? text(code, code);
  const known = new Set(before.rules);
  const renamed = (rule: LevelRule) => ({ ...rule, name: nameWith(rule.name, ruleWords(rule, eventName)) });
  return { ...after, rules: after.rules.map((rule) => (known.has(rule) ? rule : renamed(rule))) };
}

const nameWith = ({ zh, en }: Text, limits: Text): Text =>
  text(
    `${zh.replace(/（现为：.*）$/, "")}（现为：${limits.zh}）`,
    `${en.replace(/ \(now: .*\)$/, "")} (now: ${limits.en})`,
  );
