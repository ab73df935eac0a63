import { text } from "../text.ts";
import type { Threshold } from "../threshold.ts";

/** Events under which a risk model is neither fitted nor judged to be better than another. */
export const FEWEST_EVENTS: Threshold = {
  value: 30,
  unit: "events",
  origin: {
    kind: "convention",
    note: text(
      "30次事件的发生率，其标准误约为自身的18%（1/√30）；更少时，好坏多半是偶然",
      "a rate told by 30 events has a standard error of 18 % of itself (1/√30); with fewer, better and worse are mostly chance",
    ),
  },
  validFrom: "2008-01",
};
