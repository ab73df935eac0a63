import { type Text, text } from "../../text.ts";
import type { Threshold } from "../../threshold.ts";
import { lookUp, missingFact, nameOfFact } from "../facts.ts";
import { type FactRef, type Occasion, periodOf } from "../occasion.ts";
import { type Found, type RuleHead, type Verdict, verdictOf } from "../rule.ts";
import { percentBeside, reaches } from "../within.ts";

/** One count is at least this share (percent, inclusive) of another. Of nobody it is not reached. */
export interface ShareRule extends RuleHead {
  readonly kind: "share";
  readonly part: FactRef;
  readonly whole: FactRef;
  readonly limit: Threshold;
}

export interface ShareCompared {
  readonly kind: "share";
  readonly names: readonly [part: Text, whole: Text];
  readonly part: number | null;
  readonly whole: number | null;
  readonly limit: number;
}

export function evaluateShare({ part: one, whole: all, limit }: ShareRule, occasion: Occasion): Found<ShareCompared> {
  const { facts } = occasion;
  const refs = [one, all];
  const found = refs.map((ref) => lookUp(facts, ref.fact, periodOf(ref, occasion)));
  const [part, whole] = found as [number | null, number | null];
  const names = refs.map((ref) => nameOfFact(facts, ref.fact, periodOf(ref, occasion))) as [Text, Text];
  return {
    verdict: judge(part, whole, limit.value),
    compared: { kind: "share", names, part, whole, limit: limit.value },
    missing: refs.flatMap((ref, i) =>
      found[i] === null ? [missingFact(facts, ref.fact, periodOf(ref, occasion))] : [],
    ),
  };
}

function judge(part: number | null, whole: number | null, percent: number): Verdict {
  if (part === null || whole === null) return "unknown";
  return verdictOf(whole > 0 && reaches({ over: part, under: whole, of: 1 }, percent));
}

/** "留用25人 ÷ 期满50人 = 50.0% ≥ 50%" */
export function explainShare({ names, part, whole, limit }: ShareCompared): Text {
  const said = (value: number | null) =>
    value === null ? text("未报", "not reported") : text(`${value}人`, `${value}`);
  const [over, under] = [said(part), said(whole)];
  const zh = `${names[0].zh}${over.zh} ÷ ${names[1].zh}${under.zh}`;
  const en = `${names[0].en} ${over.en} ÷ ${names[1].en} ${under.en}`;
  if (part === null || whole === null) return text(zh, en);
  if (whole === 0) return text(`${zh}，不可计算`, `${en}, not computable`);
  const rate = { over: part, under: whole, of: 1 } as const;
  const result = `${percentBeside(rate, limit)} ${reaches(rate, limit) ? "≥" : "<"} ${limit}%`;
  return text(`${zh} = ${result}`, `${en} = ${result}`);
}
