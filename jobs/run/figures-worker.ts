import { parentPort } from "node:worker_threads";
import type { Panel } from "../../models/panel.ts";
import type { Profile } from "../../models/profile.ts";
import { industryFigures } from "./industry-figures.ts";

// Counts over the shared columns and answers with the figures.
parentPort?.on("message", async ({ panel, profile }: { panel: Panel; profile: Profile }) => {
  try {
    parentPort?.postMessage({ result: await industryFigures(panel, profile) });
  } catch (error) {
    parentPort?.postMessage({ error });
  }
});
