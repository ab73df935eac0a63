import { Problem } from "../models/problem.ts";
import { text } from "../models/text.ts";

/** A code that the profile or the law does not know would be kept for good and mean nothing to anybody. */
export function mustBeKnown(codes: readonly (string | undefined)[], known: readonly string[]): void {
  const unknown = codes.find((code) => code !== undefined && !known.includes(code));
  if (unknown === undefined) return;
  throw new Problem(
    "usage",
    "code-unknown",
    text(`没有“${unknown}”这个选项。`, `There is no "${unknown}" here.`),
    text(`可用：${known.join("、")}。`, `There are: ${known.join(", ")}.`),
  );
}
