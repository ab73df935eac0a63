import { expect, test } from "vitest";
import { ask } from "../../../jobs/bench/peers/ask.ts";
import { ownScoring } from "../../../jobs/bench/peers/own-scoring.ts";
import { MONTHS, peerPanel } from "../../../jobs/bench/peers/panel.ts";
import { GAP } from "../../../models/panel.ts";
import { loadProfile } from "../../../src/profiles/profiles.ts";

const profile = loadProfile("wushan");

test("a program or a script that is not there answers nothing", async () => {
  expect(await ask("no-such-program", "series.py")).toBeNull();
  expect(await ask(process.execPath, "no-such-script.py")).toBeNull();
});

test("a script that fails, because it is in another language say, answers nothing", async () => {
  expect(await ask(process.execPath, "series.R")).toBeNull();
});

test("the panel is the same every time, has 36 months, all sizes and a few gaps", () => {
  const panel = peerPanel(profile, 2000);
  expect(panel.headcount).toEqual(peerPanel(profile, 2000).headcount);
  expect(panel.headcount).toHaveLength(2000 * MONTHS);
  const gaps = panel.headcount.filter((people) => people === GAP).length / panel.headcount.length;
  expect(gaps).toBeGreaterThan(0.005);
  expect(gaps).toBeLessThan(0.02);
  expect(Math.max(...panel.headcount)).toBeGreaterThan(500);
});

test("a turn of our scoring takes time, and every enterprise has a cohort", () => {
  const panel = peerPanel(profile, 500);
  const { turn, cohorts } = ownScoring(profile, panel);
  expect(cohorts.cohort).toHaveLength(500);
  expect(turn().own).toBeGreaterThan(0);
});
