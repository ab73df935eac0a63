import { expect, test } from "vitest";
import { nextLeak } from "../../../models/scoring/leak.ts";

/** CUSUM after each of some z, reference 0.5 and limit 5. */
function leaks(zs: readonly number[]): number[] {
  let leak = 0;
  return zs.map((z) => {
    leak = nextLeak(leak, z, 0.5, 5);
    return leak;
  });
}

test("small falls add up and rises take back, never below nothing", () => {
  // by hand: 1.5 - 0.5; + 1.5 - 0.5; - 1 - 0.5; floor; + 2 - 0.5
  expect(leaks([-1.5, -1.5, 1, 2, -2])).toEqual([1, 2, 0.5, 0, 1.5]);
});

test("falls within the reference are no leak", () => {
  expect(leaks(Array(50).fill(-0.5))).toEqual(Array(50).fill(0));
});

test("one shock alone never reaches the limit, two do", () => {
  expect(leaks([-30, -30])).toEqual([2.5, 5]);
});
