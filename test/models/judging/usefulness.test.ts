import { describe, expect, it } from "vitest";
import { missWeightInWords, usefulness } from "../../../models/judging/usefulness.ts";

describe("Sarlin's usefulness", () => {
  it("is the share of the unavoidable loss that is avoided", () => {
    // By hand: 20 events in 100; μ = .8: μP₁ = .16, (1−μ)P₂ = .16. T₁ = 4/20, T₂ = 8/80: .16 − .8·.2·.2 − .2·.1·.8 = .112.
    expect(usefulness({ hits: 16, misses: 4, falseAlarms: 8, quiet: 72 }, 0.8)).toBeCloseTo(0.112 / 0.16, 12);
  });

  it("is 1 when nothing is missed nor false, 0 for alerting nobody where events weigh less", () => {
    expect(usefulness({ hits: 5, misses: 0, falseAlarms: 0, quiet: 95 }, 0.9)).toBe(1);
    expect(usefulness({ hits: 0, misses: 5, falseAlarms: 0, quiet: 95 }, 0.9)).toBeCloseTo(0, 12);
    expect(usefulness({ hits: 5, misses: 0, falseAlarms: 95, quiet: 0 }, 0.99)).toBeCloseTo(0, 12);
  });

  it("is below 0 for alerts that cost more than they save", () => {
    expect(usefulness({ hits: 1, misses: 4, falseAlarms: 95, quiet: 0 }, 0.5)).toBeLessThan(0);
  });

  it("cannot be told without both outcomes, nor with a weight that makes one side free", () => {
    expect(usefulness({ hits: 0, misses: 0, falseAlarms: 1, quiet: 9 }, 0.9)).toBeNull();
    expect(usefulness({ hits: 1, misses: 1, falseAlarms: 1, quiet: 9 }, 1)).toBeNull();
    expect(() => usefulness({ hits: 1, misses: 1, falseAlarms: 1, quiet: 9 }, 2)).toThrow(
      "μ must be from 0 to 1, got 2",
    );
  });

  it("says what μ means in false alarms, in both languages", () => {
    expect(missWeightInWords(0.95).zh).toContain("漏报一户的损失按误报19户计");
    expect(missWeightInWords(0.95).en).toContain("one event missed weighs as much as 19 false alarms");
  });
});
