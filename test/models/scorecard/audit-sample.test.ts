import fc from "fast-check";
import { expect, it } from "vitest";
import { auditSample } from "../../../models/scorecard/audit-sample.ts";

it("draws the same enterprises whatever order they are told in, none twice, others in another month", () => {
  const ids = Int32Array.from({ length: 3000 }, (_, i) => i + 1);
  const drawn = auditSample(ids, 24300, 5);
  expect(new Set(drawn).size).toBe(5);
  expect(auditSample(ids.toReversed(), 24300, 5)).toEqual(drawn);
  expect(auditSample(ids, 24301, 5)).not.toEqual(drawn);
  expect(auditSample(Int32Array.of(7, 3), 24300, 5).toSorted()).toEqual(Int32Array.of(3, 7));
});

it("draws every enterprise equally often over many months", () => {
  const ids = Int32Array.from({ length: 100 }, (_, i) => i + 1);
  const times = new Float64Array(101);
  for (let month = 0; month < 4000; month++) for (const id of auditSample(ids, month, 5)) times[id]!++;
  // 4,000 months of 5 in 100: 200 each; 6 standard deviations of a binomial are 6·√(4000·0.05·0.95) ≈ 83.
  for (const count of times.subarray(1)) expect(Math.abs(count - 200)).toBeLessThan(83);
});

it("never draws whom it was not given", () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 1e6 }), { maxLength: 30 }), fc.nat(400), (ids, month) => {
      expect(ids).toEqual(expect.arrayContaining([...auditSample(Int32Array.from(ids), month, 4)]));
    }),
  );
});
