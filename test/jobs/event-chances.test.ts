import { expect, it } from "vitest";
import { chancesByRow } from "../../jobs/run/event-chances.ts";
import { compileModel } from "../../models/risk/model.ts";
import { shippedModel } from "../../models/risk/shipped.ts";
import { wushan } from "../county.ts";
import { handPanel } from "../models/panels.ts";

const silentFor = (months: number) => ({
  history: Array.from({ length: 13 }, (_, i) => (i < 13 - months ? 60 : null)),
});

it("silence is believed for its first three months, as any other event, and then says no more", () => {
  const panel = handPanel("2025-12", [0, 1, 2, 3, 4, 9].map(silentFor));
  const chances = chancesByRow(compileModel(shippedModel), panel, new Map(), wushan);
  expect([...chances.keys()]).toEqual([1, 2, 3]);
  for (const chance of chances.values()) expect(chance).toBeCloseTo(0.1, 12);
});
