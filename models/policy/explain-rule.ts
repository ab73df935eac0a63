import { type Text, text } from "../text.ts";
import type { Compared, RuleOutcome } from "./rule.ts";
import type { AnyCompared } from "./rules/any.ts";
import { explainAtLeast } from "./rules/at-least.ts";
import { explainEntity } from "./rules/entity.ts";
import { explainNotListed } from "./rules/not-listed.ts";
import { explainOperating } from "./rules/operating.ts";
import { explainOwnership } from "./rules/ownership.ts";
import { explainParts } from "./rules/parts.ts";
import { explainReduction } from "./rules/reduction.ts";
import { explainShare } from "./rules/share.ts";
import { explainSize } from "./rules/size.ts";

type Words = { readonly [K in Compared["kind"]]: (compared: Extract<Compared, { kind: K }>) => Text };

const WORDS: Words = {
  operating: explainOperating,
  entity: explainEntity,
  ownership: explainOwnership,
  size: explainSize,
  "at-least": explainAtLeast,
  "not-listed": explainNotListed,
  share: explainShare,
  reduction: explainReduction,
  any: explainAny,
  parts: explainParts,
};

/** What a rule compared, with its numbers: "减少率 5/100 = 5.0% ≤ 5.5%". */
export const explainRule = ({ compared }: Pick<RuleOutcome, "compared">): Text =>
  (WORDS[compared.kind] as (compared: Compared) => Text)(compared);

function explainAny({ outcomes }: AnyCompared): Text {
  const said = outcomes.map((outcome) => explainRule(outcome));
  return text(
    `${said.map(({ zh }) => zh).join("；或")}（一项即可）`,
    `${said.map(({ en }) => en).join("; or ")} (one is enough)`,
  );
}
