import type { Text } from "../../models/text.ts";
import { text } from "../../models/text.ts";
import type { Origin, OriginKind, Threshold } from "../../models/threshold.ts";

/**
 * First month of numbers of our own. Early on purpose: history is replayed with the set that is judged, whatever its date;
 * 2008-01 is when the labour contract law came into force.
 */
export const SINCE = "2008-01";

export const origin = (kind: OriginKind, zh: string, en: string): Origin => ({ kind, note: text(zh, en) });

/** (0.1, "share", art41) is a threshold that shares another's origin. */
export const limit = (value: number, unit: string, from: Origin, validFrom = SINCE): Threshold => ({
  value,
  unit,
  origin: from,
  validFrom,
});

/** A number we chose, with the reason in both languages. */
export const chosen = (value: number, unit: string, reason: Text, validFrom = SINCE): Threshold =>
  limit(value, unit, { kind: "convention", note: reason }, validFrom);
