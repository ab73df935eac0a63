import { expect, test } from "vitest";
import { randomPanel } from "../../../jobs/bench/random-panel.ts";
import { GAP } from "../../../models/panel.ts";
import { loadProfile } from "../../../src/profiles/profiles.ts";

const profile = loadProfile("wushan");

test("a random panel is the same every time and has the months asked for, all sizes and a few gaps", () => {
  const panel = randomPanel(profile, 2000, 36);
  expect(panel.headcount).toEqual(randomPanel(profile, 2000, 36).headcount);
  expect(panel.headcount).toHaveLength(2000 * 36);
  const gaps = panel.headcount.filter((people) => people === GAP).length / panel.headcount.length;
  expect(gaps).toBeGreaterThan(0.005);
  expect(gaps).toBeLessThan(0.02);
  expect(Math.max(...panel.headcount)).toBeGreaterThan(500);
});
