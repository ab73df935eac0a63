import { type Text, text } from "../text.ts";
import type { LifeState } from "./life.ts";

/** How an alert stands with the people who answer for it, for the reader. */
export const STATE_NAMES: Readonly<Record<LifeState, Text>> = {
  raised: text("待签收", "to be acknowledged"),
  acknowledged: text("已签收", "acknowledged"),
  "in-hand": text("处置中", "in hand"),
  closed: text("已办结", "closed"),
};
