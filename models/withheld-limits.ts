import { text } from "./text.ts";
import type { Threshold } from "./threshold.ts";
import type { WithheldLimits } from "./withheld.ts";

const limit = (value: number, unit: string, zh: string, en: string): Threshold => ({
  value,
  unit,
  origin: { kind: "practice", note: text(zh, en) },
  validFrom: "2023-01",
});

/** How many of the largest employers are left out at most, where leaving out the usual number would tell of one of them. */
export const LEFT_OUT_AT_MOST: Threshold = limit(
  2,
  "times the usual number",
  "本系统约定：至多为通常户数的两倍，再多则不再是“剔除大户”",
  "our default: twice the usual number; with more they would no longer be the few largest",
);

/** From where on a printed group would tell too much of one enterprise. */
export const WITHHELD_LIMITS: WithheldLimits = {
  fewest: limit(
    3,
    "enterprises",
    "统计公布惯例：不足3户不公布",
    "statistical practice: fewer than three are not published",
  ),
  mostShare: limit(
    0.85,
    "share",
    "统计公布惯例：一户占比过大的不公布，85%为本系统约定",
    "statistical practice: none that one dominates; 85 % is our default",
  ),
};
