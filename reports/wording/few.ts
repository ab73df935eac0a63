import { type Text, text } from "../../models/text.ts";
import { ADVICE_LIMITS } from "../advice/limits.ts";
import { exact, shareInWords } from "../number.ts";

/** Of so few a percentage says less than the numbers do. */
export const isFew = (whole: number): boolean => whole < ADVICE_LIMITS.fewestInPercent.value;

/** "64.2%"; of few the numbers themselves: "4户次中的2户次", "2 of 4". */
export const shareOrCounts = (part: number, whole: number, unit: string): Text =>
  isFew(whole)
    ? text(`${exact(whole)}${unit}中的${exact(part)}${unit}`, `${exact(part)} of ${exact(whole)}`)
    : shareInWords(part / whole);
