import type { Panel } from "../../models/panel.ts";
import type { Profile } from "../../models/profile.ts";
import { rulesOnly } from "../../models/regime.ts";
import { compileModel } from "../../models/risk/model.ts";
import type { Db } from "../../src/db/db.ts";
import { regimeChange } from "../../src/db/regime.ts";
import type { Run } from "../../src/db/run.ts";
import { thresholdSet } from "../../src/db/threshold-set.ts";
import { panelAt } from "../../src/db/timeline.ts";
import { riskModelOfRun } from "../run/risk-model.ts";
import { type MadeWith, type Scored, scoredRun } from "../run/scored.ts";

/** A finished run made once more on what it knew. */
export interface ScoredAgain {
  readonly made: MadeWith;
  readonly columns: Panel;
  readonly scored: Scored;
}

/** Reads the vintage, threshold set and model that a run names and scores it anew; nothing stored is touched. */
export async function scoredAgain(db: Db, run: Run, profile: Profile, workers: number): Promise<ScoredAgain> {
  const { set: thresholds } = await thresholdSet(db, run.thresholdSetId);
  const model = compileModel(await riskModelOfRun(db, run));
  const regime = rulesOnly(run.regimeId === null ? null : await regimeChange(db, run.regimeId));
  const columns = await panelAt(db, profile, run.month, run.vintage);
  const made = { run, profile, thresholds, model, rulesOnly: regime, workers };
  return { made, columns, scored: await scoredRun(db, made, columns) };
}
