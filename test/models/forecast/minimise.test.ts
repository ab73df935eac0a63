import { expect, it } from "vitest";
import { minimise } from "../../../models/forecast/minimise.ts";

it("ends soon in a narrow bent valley, near its bottom", () => {
  let calls = 0;
  // Rosenbrock's valley, a million times steeper across than along; its bottom is at (.5, .25).
  const valley = ([x, y]: readonly number[]) => {
    calls++;
    return (x! - 0.5) ** 2 + 1e6 * (y! - x! * x!) ** 2;
  };
  const { cost } = minimise(2, 8, valley);
  expect(calls).toBeLessThan(60_000);
  expect(cost).toBeLessThan(0.1);
});
