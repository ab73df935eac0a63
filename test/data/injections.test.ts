import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import { labelledEpisodes } from "../../jobs/bench/detection/episodes.ts";
import { type FalseAlerts, measureFalseAlerts } from "../../jobs/bench/detection/false-alerts.ts";
import { measureInjections, type Outcome } from "../../jobs/bench/detection/injections.ts";
import { airlineHistories, cityHistories } from "../../jobs/bench/detection/read-histories.ts";
import { loadProfile } from "../../src/profiles/profiles.ts";

const dir = fileURLToPath(new URL("../../../shared/data", import.meta.url));
const there = existsSync(dir);
if (!there) console.log(`Injection tests are skipped: ${dir} is not there.`);
const profile = loadProfile("kaunas");
const order = { seed: 11, headcount: 50 };

const share = (outcomes: readonly Outcome[], name: string): number => {
  const { made, alerted } = outcomes.find((outcome) => outcome.name === name)!;
  return alerted / made;
};

describe.runIf(there)("falls injected into calm enterprises of one city, 50 people and more", () => {
  let city: Outcome[];
  let quiet: FalseAlerts;
  beforeAll(async () => {
    const histories = await cityHistories(dir, profile);
    const asked = { ...order, rounds: 36, history: 7, disturbed: 0.1 };
    city = measureInjections(histories, profile, asked);
    quiet = measureFalseAlerts(histories, profile, { ...order, history: 4 });
  });

  it("are alerted in their month from 30 % on, and ramps of 30 % by two months after their end", () => {
    expect(share(city, "step 30 %")).toBeGreaterThanOrEqual(0.95);
    expect(share(city, "step 50 %")).toBeGreaterThanOrEqual(0.95);
    expect(share(city, "ramp 30 % over 3 months")).toBeGreaterThanOrEqual(0.8);
    expect(share(city, "step 30 % behind a gap of 2 months")).toBeGreaterThanOrEqual(0.85);
    expect(share(city, "closure")).toBeGreaterThanOrEqual(0.95);
  });

  it("cost at most one false alert in 100 enterprise-years", () => {
    expect(quiet.months).toBeGreaterThan(2000);
    expect(1200 * quiet.alerts, `in ${quiet.months} months`).toBeLessThanOrEqual(quiet.months);
  });

  it("are not seen in merger steps and gaps, and seldom in a month misstated by a third", () => {
    expect(share(city, "merger step +50 %")).toBeLessThanOrEqual(0.02);
    expect(share(city, "gap of 1 to 2 months")).toBeLessThanOrEqual(0.02);
    expect(share(city, "late revision: 5 % too low at first")).toBeLessThanOrEqual(0.02);
    expect(share(city, "month a third too high, then right")).toBeLessThanOrEqual(0.15);
  });
});

describe.runIf(there)("falls injected into calm stretches of two airlines", () => {
  it("are alerted from 10 % on with hardly a false alert", async () => {
    const known = (await labelledEpisodes(dir)).map(({ carrier, month }) => ({ code: carrier, month }));
    const histories = await airlineHistories(dir);
    const asked = { ...order, rounds: 360, history: 36, disturbed: 0.5, known };
    const airlines = measureInjections(histories, profile, asked);
    const quiet = measureFalseAlerts(histories, profile, asked);
    for (const name of ["step 10 %", "step 30 %", "ramp 30 % over 3 months"]) {
      expect(share(airlines, name), name).toBeGreaterThanOrEqual(0.95);
    }
    expect(quiet.alerts, `in ${quiet.months} months`).toBeLessThanOrEqual(1);
  });
});
