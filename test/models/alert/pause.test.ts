import { expect, it } from "vitest";
import { pauseStanding } from "../../../models/alert/pause.ts";

const PAUSE = { from: "2026-03-10", until: "2026-03-12" };

it.each([
  ["2026-03-09", false, "coming"],
  ["2026-03-10", false, "current"],
  ["2026-03-12", false, "current"],
  ["2026-03-13", false, "ended"],
  ["2026-03-11", true, "ended"],
  ["2026-03-09", true, "ended"],
] as const)("on %s, ended early: %s, a pause of 10 to 12 March stands as %s", (day, early, standing) => {
  expect(pauseStanding(PAUSE, early, day)).toBe(standing);
});
