import { parseMonth } from "../month.ts";
import { FEATURES } from "./features.ts";
import { FEWEST_EVENTS } from "./fewest-events.ts";
import { riskOf, withEvents } from "./foretell.ts";
import { type CompiledModel, compileModel, type RiskMetrics, type RiskModel } from "./model.ts";
import type { RiskRows } from "./rows.ts";
import { metricsOf } from "./train.ts";

/** A new model beside the one in use, on the same rows. */
export interface Compared {
  /** Whether those rows are new to both; else the one in use was fitted on some of them, which favours it. */
  readonly unseen: boolean;
  /** Events among the rows that are new to both, and how many it takes to judge by them. */
  readonly freshEvents: number;
  readonly needEvents: number;
  readonly metrics: RiskMetrics;
  readonly old: RiskMetrics;
  /** Smaller log loss on at least `needEvents` events. */
  readonly better: boolean;
}

/**
 * Judges on rows that neither model was fitted on: for one trained here before, only those after its span and the horizon. Where
 * these hold too few events, on all that the new one had not seen; where even these do, nobody is called better.
 */
export function compareModels(rows: RiskRows, foretold: Float64Array, inUse: RiskModel, horizon: number): Compared {
  const compiled = compileModel(inUse);
  const after = inUse.kind === "trained" ? parseMonth(inUse.training.to) + horizon : Number.NEGATIVE_INFINITY;
  const fresh = foretold.map((p, r) => (rows.month[r] > after ? p : Number.NaN));
  const freshEvents = metricsOf(fresh, rows).events;
  const unseen = freshEvents >= FEWEST_EVENTS.value || inUse.kind === "shipped";
  const judged = unseen ? fresh : foretold;
  const metrics = metricsOf(judged, rows);
  const old = metricsOf(
    judged.map((p, r) => (Number.isNaN(p) ? p : riskInUse(compiled, rows, r))),
    rows,
  );
  const better =
    metrics.events >= FEWEST_EVENTS.value &&
    (metrics.logLoss ?? Number.POSITIVE_INFINITY) < (old.logLoss ?? Number.POSITIVE_INFINITY);
  return { unseen, freshEvents, needEvents: FEWEST_EVENTS.value, metrics, old, better };
}

const riskInUse = (compiled: CompiledModel, { features, headcount, eventChance }: RiskRows, r: number): number =>
  withEvents(compiled.model, riskOf(compiled, features, r * FEATURES, headcount[r]), eventChance?.[r] ?? 0);
