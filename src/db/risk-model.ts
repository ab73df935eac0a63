import type { RiskModel } from "../../models/risk/model.ts";
import type { Db } from "./db.ts";

/** Keeps a fitted model as the newest of its event. */
export async function keepRiskModel(db: Db, model: RiskModel, author: string, reason: string): Promise<void> {
  await db.query("insert into risk_model (name, event, body, author, reason) values ($1, $2, $3::jsonb, $4, $5)", [
    model.name,
    model.event,
    JSON.stringify(model),
    author,
    reason,
  ]);
}

/** The newest model fitted here for an event; null when none was. */
export async function newestRiskModel(db: Db, event: string): Promise<RiskModel | null> {
  const [row] = await db.query<{ body: RiskModel }>(
    "select body from risk_model where event = $1 order by id desc limit 1",
    [event],
  );
  return row?.body ?? null;
}

/** A kept model by its name; null when there is none. */
export async function riskModelNamed(db: Db, name: string): Promise<RiskModel | null> {
  const [row] = await db.query<{ body: RiskModel }>("select body from risk_model where name = $1", [name]);
  return row?.body ?? null;
}

/** How many models were fitted here: the next one's number. */
export async function riskModelCount(db: Db): Promise<number> {
  const [row] = await db.query<{ count: number }>("select count(*)::integer as count from risk_model", []);
  return row?.count ?? 0;
}
