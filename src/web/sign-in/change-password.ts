import { type Text, text } from "../../../models/text.ts";
import { hashPassword, isPassword } from "../../auth/password.ts";
import { appendAudit } from "../../db/audit/audit.ts";
import { setPassword } from "../../db/people/proof.ts";
import { endSessions } from "../../db/people/session.ts";
import { type Asked, sessionOf } from "../asked.ts";
import { begin } from "./begin.ts";
import { type Chosen, choiceFaults } from "./choose-password.ts";
import { PROOF_WORDS, prove } from "./prove.ts";
import type { Services } from "./services.ts";

export type Change =
  | { readonly changed: true; readonly session: string }
  | { readonly changed: false; readonly why: readonly Text[] };

/** Changes a password by the one in use. All other sessions end, and this one goes on under a new token. */
export async function changePassword(
  services: Services,
  asked: Asked<unknown>,
  { current, ...chosen }: Chosen & { readonly current: string },
): Promise<Change> {
  const { person, session } = sessionOf(asked);
  const shown = { account: person.account, address: asked.address, kind: "password", now: asked.now } as const;
  const proof = await prove(services, shown, async () => (await isPassword(person.passwordHash, current)) || null);
  if (!proof.passed) return { changed: false, why: [CURRENT[proof.reason]] };
  const faults = choiceFaults(chosen, person, services.profile);
  if (faults.length > 0) return { changed: false, why: faults };
  if (current.normalize("NFKC") === chosen.password.normalize("NFKC")) return { changed: false, why: [SAME] };
  const hash = await hashPassword(chosen.password);
  const token = await services.db.transaction(async (tx) => {
    await setPassword(tx, person.id, hash, asked.now);
    await endSessions(tx, person.id, session.id, asked.now);
    const subject = `person:${person.account}`;
    await appendAudit(tx, { at: asked.now, actor: person.account, action: "password-changed", subject, detail: {} });
    return begin(tx, asked, person, session);
  });
  return { changed: true, session: token };
}

const CURRENT: Readonly<Record<"wrong" | "locked", Text>> = {
  wrong: text("当前密码不正确。", "The password in use is not right."),
  locked: PROOF_WORDS.locked.password,
};
const SAME = text("新密码与当前密码相同。", "The new password is the one in use.");
