import type { Profile } from "../../models/profile.ts";
import { rulesOnly } from "../../models/regime.ts";
import { compileModel } from "../../models/risk/model.ts";
import type { Db } from "../../src/db/db.ts";
import { packSeries } from "../../src/db/pack-series.ts";
import { readPanel } from "../../src/db/panel.ts";
import { regimeChange } from "../../src/db/regime.ts";
import { registerFacts } from "../../src/db/register.ts";
import type { Run } from "../../src/db/run.ts";
import { thresholdSet } from "../../src/db/threshold-set.ts";
import type { Progress } from "../progress.ts";
import { figuresBeside } from "./industry-figures.ts";
import { riskModelOfRun } from "./risk-model.ts";
import type { StepContext } from "./step.ts";

export interface Working {
  readonly profile: Profile;
  readonly workers: number;
  readonly progress: Progress;
}

/** What the steps of a run share: read and counted once, whichever step needs it first. `at` is when a step began. */
export async function contextOf(
  db: Db,
  run: Run,
  { profile, workers, progress }: Working,
): Promise<(tx: Db, at: string) => StepContext> {
  const { set } = await thresholdSet(db, run.thresholdSetId);
  const model = compileModel(await riskModelOfRun(db, run));
  const regime = rulesOnly(run.regimeId === null ? null : await regimeChange(db, run.regimeId));
  const register = once((tx) => registerFacts(tx, run.vintage));
  const panel = once(async (tx) => {
    await packSeries(tx, run.vintage); // nothing to do, unless another month ran between our steps
    await register(tx); // read here, because the figures begin beside the step and must not ask its transaction any more
    return readPanel(tx, profile, run.month, run.vintage);
  });
  const figures = once(async (tx) =>
    figuresBeside({ panel: await panel(tx), profile, register: await register(tx) }, workers),
  );
  const settled = { run, profile, thresholds: set, model, rulesOnly: regime, progress, workers };
  return (tx, at) => ({ tx, ...settled, at, panel, figures });
}

function once<T>(make: (tx: Db) => Promise<T>): (tx: Db) => Promise<T> {
  let made: Promise<T> | undefined;
  return (tx) => {
    made ??= make(tx);
    return made;
  };
}
