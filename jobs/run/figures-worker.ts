import { parentPort } from "node:worker_threads";
import { type Counted, industryFigures } from "./industry-figures.ts";

// Counts over the shared columns and answers with the figures.
parentPort?.on("message", async (counted: Counted) => {
  try {
    parentPort?.postMessage({ result: await industryFigures(counted) });
  } catch (error) {
    parentPort?.postMessage({ error });
  }
});
