import { describe, expect, it } from "vitest";
import { parseMonth } from "../../../models/month.ts";
import { compareModels } from "../../../models/risk/compare-models.ts";
import { FEATURES } from "../../../models/risk/features.ts";
import { riskOf } from "../../../models/risk/foretell.ts";
import { compileModel, type RiskModel } from "../../../models/risk/model.ts";
import type { RiskRows } from "../../../models/risk/rows.ts";
import { shippedModel } from "../../../models/risk/shipped.ts";

const HORIZON = 3;
const trained: RiskModel = { ...shippedModel, kind: "trained", training: { ...shippedModel.training, to: "2025-06" } };

/** Rows alike in everything but their month and whether the event came, one in ten; what the one in use says of each. */
function rowsOf(months: readonly (readonly [month: string, events: number])[]) {
  const all = months.flatMap(([month, events]) =>
    Array.from({ length: 10 * events }, (_, i) => ({ month: parseMonth(month), outcome: i < events ? 1 : 0 })),
  );
  const rows: RiskRows = {
    size: all.length,
    features: new Float32Array(all.length * FEATURES).fill(Number.NaN),
    outcome: Uint8Array.from(all, ({ outcome }) => outcome),
    enterprise: Int32Array.from(all, (_, i) => i + 1),
    month: Int32Array.from(all, ({ month }) => month),
    headcount: new Int32Array(all.length).fill(100),
    lost: new Float32Array(all.length),
  };
  return { rows, inUse: riskOf(compileModel(trained), rows.features, 0, 100) };
}

const foretell = (rows: RiskRows, p: number) => new Float64Array(rows.size).fill(p);

describe("a new risk model beside the one in use", () => {
  it("is judged on the months after the old one's span and the horizon, when these hold 30 events", () => {
    const { rows } = rowsOf([
      ["2025-09", 50], // June and three months: its outcome may have been known to the old one
      ["2025-10", 29],
      ["2025-11", 1],
    ]);
    const compared = compareModels(rows, foretell(rows, 0.1), trained, HORIZON);
    expect(compared).toMatchObject({ unseen: true, freshEvents: 30, needEvents: 30, better: true });
    // by hand: one in ten comes and is foretold as one in ten: −(.1 ln .1 + .9 ln .9) = .3251
    expect(compared.metrics).toMatchObject({ rows: 300, events: 30 });
    expect(compared.metrics.logLoss).toBeCloseTo(0.3251, 4);
  });

  it("is judged on all that it had not seen, and it is said, when they hold fewer", () => {
    const { rows } = rowsOf([
      ["2025-09", 50],
      ["2025-10", 29],
    ]);
    const compared = compareModels(rows, foretell(rows, 0.1), trained, HORIZON);
    expect(compared).toMatchObject({ unseen: false, freshEvents: 29, better: true });
    expect(compared.metrics).toMatchObject({ rows: 790, events: 79 });
  });

  it("is never called better on fewer than 30 events, however much it is", () => {
    const { rows } = rowsOf([["2025-10", 29]]);
    const truth = Float64Array.from(rows.outcome, (y) => (y === 1 ? 0.99 : 0.01));
    expect(compareModels(rows, truth, shippedModel, HORIZON)).toMatchObject({ unseen: true, better: false });
    const more = rowsOf([["2025-10", 30]]).rows;
    const known = Float64Array.from(more.outcome, (y) => (y === 1 ? 0.99 : 0.01));
    expect(compareModels(more, known, shippedModel, HORIZON).better).toBe(true);
  });

  it("is refused when it loses more, and when it loses as much", () => {
    const { rows, inUse } = rowsOf([["2025-10", 30]]);
    expect(compareModels(rows, foretell(rows, 0.9), trained, HORIZON).better).toBe(false);
    const alike = compareModels(rows, foretell(rows, inUse), trained, HORIZON);
    expect(alike.old.logLoss).toBeCloseTo(alike.metrics.logLoss!, 12);
    expect(alike.better).toBe(false);
  });

  it("is judged only where it foretold: the first months are left out for both", () => {
    const { rows } = rowsOf([["2025-10", 60]]);
    const foretold = foretell(rows, 0.1).map((p, r) => (r % 2 === 0 ? p : Number.NaN));
    const { metrics, old } = compareModels(rows, foretold, trained, HORIZON);
    expect([metrics.rows, old.rows]).toEqual([300, 300]);
  });
});
