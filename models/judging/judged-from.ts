import { text } from "../text.ts";
import type { Threshold } from "../threshold.ts";

/** Persons from which an enterprise-month is judged: a smaller one cannot lose the 20 people of a large reduction. */
export const JUDGED_FROM: Threshold = {
  value: 20,
  unit: "persons",
  origin: {
    kind: "convention",
    note: text(
      "方法集的检验口径：20人及以上企业；更小企业不可能减少20人",
      "the method set judges enterprises of 20 and more; smaller ones cannot lose 20 people",
    ),
  },
  validFrom: "2008-01",
};
