import { describe, expect, it } from "vitest";
import { averagePrecision } from "../../../models/judging/average-precision.ts";
import { judgeBacktest } from "../../../models/judging/judge-backtest.ts";
import { rankRows } from "../../../models/judging/ranking.ts";
import { text } from "../../../models/text.ts";
import { seeded } from "../panels.ts";
import { madeUpBacktest, madeUpTable } from "./backtests.ts";

const input = madeUpBacktest();
const table = madeUpTable();
const [ours, chance] = table.rows;

describe("a judged backtest", () => {
  it("says of whom it speaks: rows with a known outcome, their events, and what was left out", () => {
    const { outcome } = input.rows;
    const events = outcome.filter((y) => y === 1).length;
    expect(table.population).toEqual({
      // 200 enterprises, nine of twelve months with a horizon that is over.
      ...{ rows: 1800, enterprises: 200, from: 24276, to: 24284 },
      ...{ events, baseRate: events / 1800, unknown: 600, known: 0 },
    });
  });

  it("gives each score the figures of the single functions", () => {
    const own = averagePrecision(rankRows(input.scores[0]!.score, input.rows.outcome))!;
    expect(ours!.averagePrecision!.value).toBe(own);
    expect(ours!.lift).toBeCloseTo(own / table.population.baseRate!, 12);
    expect(ours!.scored).toBe(1800);
    expect(ours!.averagePrecision!.low).toBeLessThan(own);
    expect(ours!.averagePrecision!.high).toBeGreaterThan(own);
  });

  it("finds a score that sees ahead better than chance, beyond what chance explains", () => {
    expect(ours!.behind).toBeNull();
    expect(chance!.behind!.value).toBeCloseTo(ours!.averagePrecision!.value - chance!.averagePrecision!.value, 12);
    expect(chance!.behind!.low).toBeGreaterThan(0);
    expect(chance!.lift).toBeLessThan(2);
    expect(ours!.lead!.recall).toBeGreaterThan(0.7);
    expect(ours!.lead!.medianLead).toBeGreaterThanOrEqual(1);
    expect(ours!.usefulness).toBeGreaterThan(0);
  });

  it("says which thresholds were settled beforehand and which were chosen on these rows", () => {
    expect(ours!.red).toMatchObject({ threshold: 0.3, chosenHere: false, beta: 0.5 });
    expect(ours!.orange).toMatchObject({ threshold: 0.15, chosenHere: false, beta: 2 });
    expect(chance!.red!.chosenHere).toBe(true);
  });

  it("judges calibration only of what claims to be a probability", () => {
    expect(ours!.calibration!.reliability).toHaveLength(10);
    expect(ours!.calibration!.bySize.reduce((sum, band) => sum + band.rows, 0)).toBe(1800);
    expect(chance!.calibration).toBeNull();
  });

  it("takes the alerts really raised where they are given", () => {
    const [risk, other] = input.scores;
    const episodes = [{ enterprise: 10, openedMonth: 24277, closedMonth: null, level: 0 }];
    const told = judgeBacktest({ ...input, scores: [{ ...risk!, history: { episodes, changes: [] } }, other!] });
    expect(told.rows[0]!.lead).toMatchObject({ alerts: 1, warned: 1 });
    expect(told.rows[0]!.burden!.opened).toBe(1);
  });

  it("leaves out cases that were known, counts them, and lets no score alert them", () => {
    const known = Uint8Array.from(input.rows.enterprise, (id) => Number(id % 10 === 0));
    const without = judgeBacktest({ ...input, known });
    expect(without.population).toMatchObject({ rows: 1620, events: 0, known: 240, unknown: 540 });
    expect(without.rows[0]!.averagePrecision).toBeNull();
    expect(without.rows[1]!.lead).toBeNull();
  });

  it("is plain JSON, and the same for the same seed", () => {
    expect(JSON.parse(JSON.stringify(table))).toEqual(table);
    expect(judgeBacktest(madeUpBacktest({ random: seeded(11) }))).toEqual(table);
  });

  it("refuses columns of different lengths, naming the one", () => {
    const short = { id: "short", name: text("短", "short"), score: new Float64Array(3), probability: false };
    expect(() => judgeBacktest({ ...input, scores: [short] })).toThrow("score short has 3 entries for 2400 rows");
  });

  it("says nothing of nothing rather than 0", () => {
    const none = { ...input.rows, outcome: input.rows.outcome.map(() => -1) };
    const { population, rows } = judgeBacktest({ ...input, rows: none });
    expect(population).toMatchObject({ rows: 0, events: 0, baseRate: null, from: null });
    expect([rows[0]!.averagePrecision, rows[0]!.lift, rows[1]!.red, rows[0]!.calibration!.brier]).toEqual([
      null,
      null,
      null,
      null,
    ]);
  });
});
