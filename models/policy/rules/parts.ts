import { type Text, text } from "../../text.ts";
import type { Origin } from "../../threshold.ts";
import type { Assessment, Outcome } from "../assess.ts";
import type { RuleOutcome, Verdict } from "../rule.ts";
import { bestOf } from "../verdicts-of.ts";

/** How the parts of a bundle came out. */
export interface PartsCompared {
  readonly kind: "parts";
  readonly outcomes: readonly { readonly name: Text; readonly outcome: Outcome }[];
}

const VERDICTS: Readonly<Record<Outcome, Verdict>> = { eligible: "holds", "not-eligible": "fails", unknown: "unknown" };

/** A bundle pays whatever parts an enterprise is entitled to; one is enough. */
export function partsOutcome(parts: readonly Assessment[], origin: Origin): RuleOutcome {
  const verdict = bestOf(parts.map(({ outcome }) => ({ verdict: VERDICTS[outcome] })));
  return {
    rule: { id: "parts", name: text("所含政策至少一项符合", "At least one part applies"), origin },
    verdict,
    compared: { kind: "parts", outcomes: parts.map(({ policy, outcome }) => ({ name: policy.name, outcome })) },
    missing: verdict === "unknown" ? parts.flatMap(({ missing }) => missing) : [],
  };
}

const SAID: Readonly<Record<Outcome, Text>> = {
  eligible: text("符合", "eligible"),
  "not-eligible": text("不符合", "not eligible"),
  unknown: text("暂无法判断", "not known"),
};

export function explainParts({ outcomes }: PartsCompared): Text {
  const said = outcomes.map(({ name, outcome }) =>
    text(`${name.zh}${SAID[outcome].zh}`, `${name.en} ${SAID[outcome].en}`),
  );
  return text(said.map(({ zh }) => zh).join("，"), said.map(({ en }) => en).join(", "));
}
