import { describe, expect, it } from "vitest";
import { STEPS } from "../../jobs/run/month-run.ts";
import { showSteps } from "../../jobs/run/steps-progress.ts";

/** Two months of which the second had been run already, a second a step; what was written, as a screen would get it. */
function watch(isTTY: boolean): string {
  let now = 0;
  let written = "";
  const output = { isTTY, write: (text: string) => (written += text) };
  const progress = showSteps(output, () => now);
  progress.months(2);
  for (const { name } of STEPS) {
    progress.start(`2025-03 ${name}`);
    now += 1000;
    progress.finish("enterprises 60");
  }
  progress.monthDone();
  progress.monthDone();
  progress.ended();
  return written;
}

describe("the steps of months", () => {
  it("elsewhere than on a terminal are a plain line each", () => {
    expect(watch(false)).toBe(STEPS.map(({ name }) => `2025-03 ${name}  enterprises 60  1.0 s\n`).join(""));
  });

  it("on a terminal have one bar below them, over all months, with rate and time left, which goes at the end", () => {
    const written = watch(true);
    const half = STEPS.length;
    // Half of the steps of two months in as many seconds: one a second, as many seconds left.
    expect(written).toContain(`50%  ${half}/${2 * half}  1/s  ← ${half.toFixed(1)} s`);
    for (const { name } of STEPS) expect(written).toContain(`\r\x1b[2K2025-03 ${name}  enterprises 60  1.0 s\n`);
    expect(written.endsWith("\r\x1b[2K")).toBe(true);
  });
});
