import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import { labelledEpisodes } from "../../jobs/bench/detection/episodes.ts";
import { type InjectionResult, measureInjections } from "../../jobs/bench/detection/injections.ts";
import { airlineHistories, cityHistories } from "../../jobs/bench/detection/read-histories.ts";
import { loadProfile } from "../../src/profiles/profiles.ts";

const dir = fileURLToPath(new URL("../../../shared/data", import.meta.url));
const there = existsSync(dir);
if (!there) console.log(`Injection tests are skipped: ${dir} is not there.`);
const profile = loadProfile("kaunas");
const order = { seed: 11, headcount: 50 };

const share = ({ outcomes }: InjectionResult, name: string): number => {
  const { made, alerted } = outcomes.find((outcome) => outcome.name === name)!;
  return alerted / made;
};

describe.runIf(there)("falls injected into calm enterprises of one city, 50 people and more", () => {
  let city: InjectionResult;
  beforeAll(async () => {
    city = measureInjections(await cityHistories(dir, profile), profile, {
      ...order,
      rounds: 30,
      history: 7,
      disturbed: 0.1,
    });
  });

  it("are alerted in their month from 30 % on, and ramps of 30 % by two months after their end", () => {
    expect(share(city, "step 30 %")).toBeGreaterThanOrEqual(0.95);
    expect(share(city, "step 50 %")).toBeGreaterThanOrEqual(0.95);
    expect(share(city, "ramp 30 % over 3 months")).toBeGreaterThanOrEqual(0.8);
    expect(share(city, "closure")).toBeGreaterThanOrEqual(0.95);
  });

  it("cost at most one false alert in 100 enterprise-years", () => {
    expect(city.enterpriseYears).toBeGreaterThan(1000);
    expect((100 * city.falseAlerts) / city.enterpriseYears).toBeLessThanOrEqual(1);
  });

  it("are not seen in merger steps and gaps, and seldom in a month misstated by a third", () => {
    expect(share(city, "merger step +50 %")).toBeLessThanOrEqual(0.02);
    expect(share(city, "gap of 1 to 2 months")).toBeLessThanOrEqual(0.02);
    expect(share(city, "month a third too high, then right")).toBeLessThanOrEqual(0.15);
  });
});

describe.runIf(there)("falls injected into calm stretches of two airlines", () => {
  it("are alerted from 10 % on with hardly a false alert", async () => {
    const known = (await labelledEpisodes(dir)).map(({ carrier, month }) => ({ code: carrier, month }));
    const airlines = measureInjections(await airlineHistories(dir), profile, {
      ...order,
      rounds: 300,
      history: 36,
      disturbed: 0.5,
      known,
    });
    for (const name of ["step 10 %", "step 30 %", "ramp 30 % over 3 months"]) {
      expect(share(airlines, name), name).toBeGreaterThanOrEqual(0.95);
    }
    expect((100 * airlines.falseAlerts) / airlines.enterpriseYears).toBeLessThanOrEqual(2);
  });
});
