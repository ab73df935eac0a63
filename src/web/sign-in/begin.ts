import { hashOf, newSecret } from "../../auth/secret.ts";
import { appendAudit } from "../../db/audit/audit.ts";
import type { Db } from "../../db/db.ts";
import type { Person } from "../../db/people/person.ts";
import { endSession, startSession, type Way } from "../../db/people/session.ts";
import type { Asked } from "../asked.ts";

type Where = Pick<Asked<unknown>, "address" | "agent" | "now" | "visitor">;

/**
 * Begins a session under a new token and returns that; the one the browser came with, if any, is over. So a token that
 * somebody planted or saw before a proof is worth nothing after it.
 */
export async function begin(
  tx: Db,
  { address, agent, now, visitor }: Where,
  person: Pick<Person, "id" | "account">,
  { way, secondFactor }: { readonly way: Way; readonly secondFactor: boolean },
): Promise<string> {
  const token = newSecret();
  if (visitor.kind === "session") await endSession(tx, visitor.person.id, visitor.session.id, now);
  await startSession(tx, { tokenHash: hashOf(token), person: person.id, way, secondFactor, address, agent }, now);
  const action = secondFactor ? "signed-in" : "first-factor-shown";
  await appendAudit(tx, { at: now, actor: person.account, action, subject: "session", detail: { way, address } });
  return token;
}
