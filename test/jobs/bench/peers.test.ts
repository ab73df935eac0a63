import { expect, test } from "vitest";
import { ask } from "../../../jobs/bench/peers/ask.ts";
import { ownScoring } from "../../../jobs/bench/peers/own-scoring.ts";
import { randomPanel } from "../../../jobs/bench/random-panel.ts";
import { loadProfile } from "../../../src/profiles/profiles.ts";

const profile = loadProfile("wushan");

test("a program or a script that is not there answers nothing", async () => {
  expect(await ask("no-such-program", "series.py")).toBeNull();
  expect(await ask(process.execPath, "no-such-script.py")).toBeNull();
});

test("a script that fails, because it is in another language say, answers nothing", async () => {
  expect(await ask(process.execPath, "series.R")).toBeNull();
});

test("a turn of our scoring takes time, and every enterprise has a cohort", () => {
  const panel = randomPanel(profile, 500, 36);
  const { turn, cohorts } = ownScoring(profile, panel);
  expect(cohorts.cohort).toHaveLength(500);
  expect(turn().own).toBeGreaterThan(0);
});
