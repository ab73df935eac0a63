import { type Calibration, calibrate, fitCalibration, ISOTONIC_EVENTS } from "../calibration/calibration.ts";
import { type Parting, partsOf } from "./cross-fit.ts";
import { fitEventBelief } from "./event-belief.ts";
import { withEvents } from "./foretell.ts";
import type { RiskRows } from "./rows.ts";

/**
 * The hazard is a probability already, and with few events a free calibration mostly follows chance: both numbers are held
 * as by the thousand events from which a free curve is fitted; log-odds are 3 to 4 here, so the slope by ten times as much.
 * With some hundred events this is nearly the identity (slope .995 on Kaunas's 127); what it costs and spares: ADR 0091.
 */
const PULL = { slope: 10_000, intercept: 1000 } as const;

/**
 * Each part of the rows is calibrated by other enterprises' earlier rows, as the hazard is fitted. Where these hold no event,
 * the score stays as it is.
 * @param score probability of each row by crossFit; NaN stays NaN
 */
export function calibrateForward(score: Float64Array, rows: RiskRows, parting: Parting): Float64Array {
  const out = new Float64Array(rows.size).fill(Number.NaN);
  for (const { past, now } of partsOf(rows, parting)) {
    const curve = calibrationBy(score, rows, past);
    for (const r of now) out[r] = curve === null ? score[r] : calibrate(curve, score[r]);
  }
  return out;
}

/** With what was reported: each part believes it as far as other enterprises' earlier rows bear out. */
export function believeForward(quiet: Float64Array, rows: RiskRows, parting: Parting): Float64Array {
  const { eventChance } = rows;
  if (!eventChance) return quiet;
  const out = new Float64Array(rows.size);
  for (const { past, now } of partsOf(rows, parting)) {
    const seen = new Float64Array(rows.size).fill(Number.NaN);
    for (const r of past) seen[r] = quiet[r];
    const eventBelief = fitEventBelief(seen, rows);
    for (const r of now) out[r] = withEvents({ eventBelief }, quiet[r], eventChance[r]);
  }
  return out;
}

/** Fitted on the rows at some places; null where they hold no event, or nothing else. NaN scores are left out. */
export function calibrationBy(score: Float64Array, { outcome }: RiskRows, places: Uint32Array): Calibration | null {
  const curve = fitCalibration(
    Float64Array.from(places, (r) => score[r]),
    Uint8Array.from(places, (r) => outcome[r]),
    undefined,
    ISOTONIC_EVENTS,
    PULL,
  );
  return curve.kind === "too-few" ? null : curve;
}
