import type { Environment } from "../src/config.ts";
import { appendAudit } from "../src/db/audit/audit.ts";
import type { AuditEntry } from "../src/db/audit/chain.ts";
import type { Db } from "../src/db/db.ts";

export type CommandNote = Pick<AuditEntry, "action" | "subject" | "detail">;

/** Writes into the audit log what somebody did on the command line; the operating system's name is who they are there. */
export async function noteCommand(
  db: Db,
  { environment, clock }: { readonly environment: Environment; readonly clock: () => number },
  note: CommandNote,
): Promise<void> {
  await db.transaction((tx) => appendAudit(tx, { at: clock(), actor: commandActor(environment), ...note }));
}

export const commandActor = ({ user }: Environment): string => `command line:${user}`;
