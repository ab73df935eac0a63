import { LARGE_REDUCTION } from "../../models/judging/event-definition.ts";
import { isCurrent, type RiskModel } from "../../models/risk/model.ts";
import { shippedModel } from "../../models/risk/shipped.ts";
import type { Db } from "../../src/db/db.ts";
import { newestRiskModel, riskModelNamed } from "../../src/db/risk-model.ts";
import type { Run } from "../../src/db/run.ts";

/** The newest model fitted on the place's own history, or the one that comes with the program. */
export const riskModelInUse = async (db: Db): Promise<RiskModel> =>
  currentOr(await newestRiskModel(db, LARGE_REDUCTION.id));

/** A model that an older version fitted on other features serves no more; `wengang train` fits it anew. */
const currentOr = (model: RiskModel | null): RiskModel => (model !== null && isCurrent(model) ? model : shippedModel);

/** The model that a run was begun with; an interrupted run goes on with it even when a newer one was fitted since. */
export async function riskModelOfRun(db: Db, { model }: Run): Promise<RiskModel> {
  const name = model.slice(model.indexOf("/") + 1);
  return currentOr(await riskModelNamed(db, name));
}
