import fc from "fast-check";
import { median } from "simple-statistics";
import { expect, test } from "vitest";
import { medianInPlace, select } from "../../../models/scoring/median.ts";

const numbers = fc.array(fc.integer({ min: -1e6, max: 1e6 }), { minLength: 1, maxLength: 300 });
/** Like month-on-month changes: mostly the same value. */
const tied = fc.array(fc.constantFrom(0, 0, 0, 0.1, -0.1), { minLength: 1, maxLength: 300 });

test("the median is simple-statistics' median, ties or not", () => {
  fc.assert(
    fc.property(fc.oneof(numbers, tied), (values) => {
      expect(medianInPlace(Float64Array.from(values), 0, values.length)).toBeCloseTo(median(values), 9);
    }),
  );
});

test("selecting puts the k-th smallest in its sorted place and keeps every value", () => {
  fc.assert(
    fc.property(fc.oneof(numbers, tied), fc.nat(), (values, any) => {
      const k = any % values.length;
      const room = Float64Array.from(values);
      const sorted = Float64Array.from(values).sort();
      expect(select(room, k, 0, values.length)).toBe(sorted[k]);
      expect(room[k]).toBe(sorted[k]);
      expect(room.sort()).toEqual(sorted);
    }),
  );
});

test("only the range asked for is looked at and reordered", () => {
  const values = Float64Array.of(9, 3, 1, 2, -9);
  expect(medianInPlace(values, 1, 4)).toBe(2);
  expect([values[0], values[4]]).toEqual([9, -9]);
});

test("the median of nothing is no value", () => {
  expect(medianInPlace(new Float64Array(0), 0, 0)).toBeNaN();
});
