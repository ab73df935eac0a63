import { describe, expect, test } from "vitest";
import { calibrate } from "../../models/calibration/calibration.ts";
import { casesOf } from "../../models/calibration/cases.ts";
import { fitIsotonic } from "../../models/calibration/isotonic.ts";
import { fitPlatt } from "../../models/calibration/platt.ts";
import { countAlarm } from "../../models/counts/count-alarm.ts";
import { EARS_LAG, earsBound } from "../../models/counts/ears.ts";
import { farringtonBound } from "../../models/counts/farrington.ts";
import { dampedPath, dampedVariance, runDamped } from "../../models/forecast/damped.ts";
import { fitDamped } from "../../models/forecast/fit-damped.ts";
import { ridgeLogistic } from "../../models/risk/logistic.ts";
import { adjust } from "../../models/scoring/benjamini-hochberg.ts";
import { logChange } from "../../models/scoring/log-change.ts";
import { kendallS, kendallVariance, kendallZ, mannKendallP } from "../../models/scoring/mann-kendall.ts";
import { medianInPlace } from "../../models/scoring/median.ts";
import { robustScaleInPlace } from "../../models/scoring/robust-scale.ts";
import { robustStl, stlRoom } from "../../models/scoring/stl.ts";
import { pairsOf, theilSen } from "../../models/scoring/theil-sen.ts";
import { dampedAicc } from "../models/forecast/aicc.ts";
import { groupBy, hasData, readRows } from "./oracle.ts";
import { medianOfStl } from "./partial-sort.ts";

const AIRLINES = "airlines/monthly_employees.csv";
const STL = "oracles/stl_robust_airlines.csv";
const ETS = "oracles/ets_aadn_airlines.csv";
const TREND = "oracles/mann_kendall_theil_sen_airlines.csv";
const COUNTS = "oracles/surveillance_warn_states.csv";
const CALIBRATION = "oracles/calibration_isotonic_platt.csv";
const ADJUSTED = "oracles/p_adjust_1000.csv";
const PANEL = "kaunas_2023/panel_long.csv.gz";
const ROBUST = "oracles/robust_z_sodra500.csv";

/** Largest relative distance of pairs of numbers. */
const farthest = (pairs: readonly (readonly [number, number])[]): number =>
  Math.max(...pairs.map(([own, other]) => Math.abs(own - other) / Math.max(1e-12, Math.abs(other))));

/** Headcounts of a carrier: the `months` ending at `end`. */
function headcounts(carrier: string, end: string, months: number): Float64Array {
  const rows = readRows(AIRLINES).filter((row) => row.carrier === carrier && row.month! <= end);
  return Float64Array.from(rows.slice(-months), (row) => Number(row.total));
}

describe.runIf(hasData(STL))("R's stl, robust", () => {
  test.each([...groupBy(readRows(STL), (row) => row.carrier!)])("of %s is met within 1e-9", (_carrier, rows) => {
    const room = stlRoom(rows.length);
    robustStl(
      Float64Array.from(rows, (row) => Number(row.y)),
      rows.length,
      room,
      medianOfStl,
    );
    rows.forEach((row, i) => {
      expect(Math.abs(room.seasonal[i]! - Number(row.seasonal))).toBeLessThan(1e-9);
      expect(Math.abs(room.trend[i]! - Number(row.trend))).toBeLessThan(1e-9);
      expect(Math.abs(room.weight[i]! - Number(row.weight))).toBeLessThan(1e-9);
      const remainder = Number(row.y) - room.seasonal[i]! - room.trend[i]!;
      expect(Math.abs(remainder - Number(row.remainder))).toBeLessThan(1e-9);
    });
  });

  test.each([...groupBy(readRows(STL), (row) => row.carrier!)])(
    "of %s is met within 0.0005 with the true median",
    (_carrier, rows) => {
      const room = stlRoom(rows.length);
      robustStl(
        Float64Array.from(rows, (row) => Number(row.y)),
        rows.length,
        room,
      );
      rows.forEach((row, i) => {
        expect(Math.abs(room.seasonal[i]! - Number(row.seasonal))).toBeLessThan(5e-4);
        expect(Math.abs(room.trend[i]! - Number(row.trend))).toBeLessThan(5e-4);
      });
    },
  );
});

describe.runIf(hasData(ETS))("R's ets, damped", () => {
  test.each([...groupBy(readRows(ETS), (row) => `${row.carrier} ${row.end}`)])("of %s is met", (_window, rows) => {
    const head = rows[0]!;
    const values = headcounts(head.carrier!, head.end!, 60);
    const [alpha, beta, phi, level, growth] = ["alpha", "beta", "phi", "l0", "b0"].map((name) => Number(head[name]));
    const model = { alpha: alpha!, beta: beta!, phi: phi!, level: level!, growth: growth! };
    const state = runDamped(values, model);
    const variance = dampedVariance(state.misfit, 60);
    const path = dampedPath(model, state, variance, rows.length);
    const pairs = rows.flatMap((row, i): [number, number][] => [
      [path[i]!.mean, Number(row.mean)],
      [path[i]!.low80, Number(row.lo80)],
      [path[i]!.high80, Number(row.hi80)],
      [path[i]!.low95, Number(row.lo95)],
      [path[i]!.high95, Number(row.hi95)],
    ]);
    expect(farthest([...pairs, [variance, Number(head.sigma2)]])).toBeLessThan(1e-12);
    expect(dampedAicc(state.misfit, 60)).toBeCloseTo(Number(head.aicc), 9);
    const own = dampedAicc(runDamped(values, fitDamped(values)).misfit, 60);
    expect(own, "criterion of the own fit").toBeLessThan(Number(head.aicc) + 1e-6);
  });
});

describe.runIf(hasData(TREND))("R's Mann–Kendall and Theil–Sen", () => {
  test.each(readRows(TREND))("of $carrier, $n months to $end, are met", (row) => {
    const count = Number(row.n);
    const values = headcounts(row.carrier!, row.end!, count);
    const s = kendallS(values, count);
    const variance = kendallVariance(values, count);
    const times = values.map((_, i) => i);
    expect(s).toBe(Number(row.S));
    expect(variance).toBeCloseTo(Number(row.varS), 8);
    expect(kendallZ(s, variance)).toBeCloseTo(Number(row.z), 9);
    expect(mannKendallP(values, count) / Number(row.p)).toBeCloseTo(1, 5);
    expect(theilSen(times, values, count, new Float64Array(pairsOf(count)))).toBeCloseTo(Number(row.sen), 9);
  });
});

/** Standard normal quantile of 0.999. */
const Z = 3.090232306167813;

describe.runIf(hasData(COUNTS))("R's surveillance", () => {
  describe.each([...groupBy(readRows(COUNTS), (row) => row.state!)])("of %s", (_state, rows) => {
    const counts = Float64Array.from(rows, (row) => Number(row.observed));
    const cell = (row: Record<string, string>, name: string) => (row[name] === "" ? null : Number(row[name]));
    const near = (own: number | undefined, other: number | null) =>
      other === null ? own === undefined : Math.abs(own! - other) < 1e-9;

    test("EARS C1 and C2 are met in every cell, bounds and alarms", () => {
      rows.forEach((row, i) => {
        const own = {
          C1: earsBound(counts, i, EARS_LAG.c1, Z, 0),
          C2: earsBound(counts, i, EARS_LAG.c2, Z, 0),
        };
        for (const [name, found] of Object.entries(own)) {
          const other = cell(row, `${name}_ub`);
          expect(near(found?.bound, other), `${name} ${row.month}: ${found?.bound} for ${other}`).toBe(true);
          if (found) expect(Number(counts[i]! > found.bound)).toBe(cell(row, `${name}_alarm`));
        }
      });
    });

    test("FarringtonFlexible is met in every cell: expected, bound and alarm", () => {
      for (let i = 72; i < rows.length; i++) {
        const row = rows[i]!;
        const judged = countAlarm({ first: 0, counts }, i);
        const found = farringtonBound(counts, i, 5, 0.99)!;
        expect(found.bound, row.month!).toBe(Number(row.ff_ub));
        expect(found.expected).toBeCloseTo(Number(row.ff_exp), 9);
        const alarm = row.ff_alarm === "1.0";
        // The oracle judges four months without a notice too; here they are too few for any bound, which is no alarm.
        if (judged.kind === "too-few") expect(alarm).toBe(false);
        else expect(judged).toMatchObject({ kind: "judged", method: "farrington", alarm });
      }
    });
  });
});

describe.runIf(hasData(CALIBRATION))("R's isoreg and glm", () => {
  const rows = readRows(CALIBRATION);
  const score = Float64Array.from(rows, (row) => Number(row.score));
  const outcome = Uint8Array.from(rows, (row) => Number(row.y));

  test("are met at each of the 400 scores; 0 and 1 are drawn in to 1/402 and 401/402", () => {
    const [curve, line] = [fitIsotonic(casesOf(score, outcome)), fitPlatt(casesOf(score, outcome))];
    for (const row of rows) {
      const isotonic = Math.min(401 / 402, Math.max(1 / 402, Number(row.isotonic)));
      expect(calibrate(curve, Number(row.score))).toBeCloseTo(isotonic, 12);
      expect(calibrate(line, Number(row.score)) / Number(row.platt)).toBeCloseTo(1, 7);
    }
  });

  test("the hazard's own regression meets glm there too", () => {
    const logOdds = score.map((p) => Math.log(p / (1 - p)));
    const even = { offset: new Float64Array(rows.length), weight: new Float64Array(rows.length).fill(1) };
    const free = new Float64Array(1);
    const fit = ridgeLogistic({ size: rows.length, columns: 1, x: logOdds, y: outcome, ...even }, free, free);
    rows.forEach((row, i) => {
      const own = 1 / (1 + Math.exp(-fit.intercept - fit.weights[0]! * logOdds[i]!));
      expect(own / Number(row.platt)).toBeCloseTo(1, 6);
    });
  });
});

describe.runIf(hasData(ADJUSTED))("R's p.adjust", () => {
  test("by Benjamini and Hochberg is met at each of the thousand", () => {
    const rows = readRows(ADJUSTED);
    const own = adjust(Float64Array.from(rows, (row) => Number(row.p)));
    expect(farthest(rows.map((row, i) => [own[i]!, Number(row.bh)]))).toBeLessThan(1e-12);
  });
});

describe.runIf(hasData(ROBUST) && hasData(PANEL))("R's median and mad", () => {
  test("of ten log changes, and the eleventh's z, are met at each of the 500 enterprises", () => {
    const histories = groupBy(readRows(PANEL), (row) => row.code!);
    for (const { code, median10, mad10, last, rz } of readRows(ROBUST)) {
      const months = histories.get(code!)!.toSorted((a, b) => a.month!.localeCompare(b.month!));
      const changes = months.slice(1).map((row, i) => logChange(Number(months[i]!.headcount), Number(row.headcount)));
      expect(changes, code).toHaveLength(11);
      const room = Float64Array.from(changes.slice(0, 10));
      const center = medianInPlace(room, 0, 10);
      const scale = robustScaleInPlace(room, 10, center);
      expect(center).toBeCloseTo(Number(median10), 12);
      expect(scale).toBeCloseTo(Number(mad10), 12);
      expect(changes[10]).toBeCloseTo(Number(last), 12);
      if (scale > 0) expect((changes[10]! - center) / scale).toBeCloseTo(Number(rz), 9);
    }
  });
});
