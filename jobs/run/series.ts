import type { Counts } from "../../src/db/run.ts";
import { packSeries } from "../../src/db/series.ts";
import type { StepContext } from "./step.ts";

/** Brings the packed series to the run's vintage. */
export async function buildSeries({ tx, run }: StepContext): Promise<Counts> {
  return { ...(await packSeries(tx, run.vintage)) };
}
