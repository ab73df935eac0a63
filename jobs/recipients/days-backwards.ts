import { Problem } from "../../models/problem.ts";
import { text } from "../../models/text.ts";

/** A stretch that ends before it begins. */
export const daysBackwards = (from: string, until: string): Problem =>
  new Problem(
    "usage",
    "days-backwards",
    text(`结束日期 ${until} 早于开始日期 ${from}。`, `The last day ${until} is before the first, ${from}.`),
    text("请交换或改正日期。", "Swap or correct the days."),
  );
