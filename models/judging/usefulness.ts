import { type Text, text } from "../text.ts";
import type { Confusion } from "./precision-recall.ts";

/**
 * Sarlin's relative usefulness, Ur(μ) = (min(μP₁, (1−μ)P₂) − μT₁P₁ − (1−μ)T₂P₂) / min(μP₁, (1−μ)P₂), where P₁ and P₂
 * are the shares with and without the event, T₁ the share of events missed and T₂ of the others falsely alerted. 1 is
 * perfect, 0 no better than the better of alerting nobody and alerting all, below 0 worse than that. null when one of
 * the two outcomes never came or μ is 0 or 1. Source: Sarlin, Economics Letters 119 (2013); Alessi and Detken (2011).
 */
export function usefulness({ hits, misses, falseAlarms, quiet }: Confusion, missWeight: number): number | null {
  checkWeight(missWeight);
  const rows = hits + misses + falseAlarms + quiet;
  const without = Math.min(missWeight * (hits + misses), (1 - missWeight) * (falseAlarms + quiet)) / rows;
  if (!(without > 0)) return null;
  return (without - (missWeight * misses + (1 - missWeight) * falseAlarms) / rows) / without;
}

/** What μ says to a desk: how many false alarms one missed event weighs. */
export function missWeightInWords(missWeight: number): Text {
  checkWeight(missWeight);
  const ratio = Number((missWeight / (1 - missWeight)).toPrecision(2));
  return text(
    `μ＝${missWeight}：漏报一户的损失按误报${ratio}户计。数值为1表示全对，0表示不如不用（全不报或全报也能做到），负数表示比不用更差。`,
    `μ = ${missWeight}: one event missed weighs as much as ${ratio} false alarms. 1 is perfect; 0 is what alerting nobody, or everybody, achieves; below 0 is worse than that.`,
  );
}

function checkWeight(missWeight: number): void {
  if (!(missWeight >= 0 && missWeight <= 1)) throw new RangeError(`μ must be from 0 to 1, got ${missWeight}`);
}
