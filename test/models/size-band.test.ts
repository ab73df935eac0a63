import { expect, test } from "vitest";
import { sizeBand } from "../../models/size-band.ts";

test.each([
  [0, 0],
  [9, 0],
  [10, 1],
  [249, 2],
  [100000, 3],
])("%d people fall in band %d of those from 0, 10, 50 and 250", (people, band) => {
  expect(sizeBand([0, 10, 50, 250], people)).toBe(band);
});
