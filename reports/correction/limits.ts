import { text } from "../../models/text.ts";
import type { Threshold } from "../../models/threshold.ts";

const OURS = {
  kind: "convention",
  note: text("本系统约定，待县里确认", "our default, to be confirmed by the county"),
} as const;

/** From how far on a printed number that changed is corrected by a notice of its own. */
export const CORRECTION_LIMITS: Readonly<Record<"share" | "points", Threshold>> = {
  /** Of what was printed. */
  share: { value: 0.01, unit: "share", origin: OURS, validFrom: "2023-01" },
  /** Of a rate or share, as a difference. */
  points: { value: 0.001, unit: "share", origin: OURS, validFrom: "2023-01" },
};
