import { SIGN_IN_LIMITS } from "../../models/sign-in/limits.ts";
import { type Text, text } from "../../models/text.ts";
import { hashOf, newSecret } from "../../src/auth/secret.ts";
import type { Db } from "../../src/db/db.ts";
import { makeLink } from "../../src/db/people/link.ts";
import { isAnybodyThere } from "../../src/db/people/person.ts";

/** There is no account to begin with: the first start prints a link that makes one, and every start until it was used. */
export async function setUpLines(db: Db, origin: string, now: number): Promise<readonly Text[]> {
  if (await isAnybodyThere(db)) return [];
  const secret = newSecret();
  const minutes = SIGN_IN_LIMITS.setUpLink.value;
  const link = {
    secretHash: hashOf(secret),
    purpose: "set-up",
    person: null,
    expiresAt: now + minutes * 60_000,
  } as const;
  await db.transaction((tx) => makeLink(tx, link, now));
  const address = `${origin}/set-up/${secret}`;
  return [
    text(
      `还没有账号。请在 ${minutes} 分钟内打开此一次性链接，建立系统管理员：`,
      `There is no account yet. Open this one-time link within ${minutes} minutes to make the administrator's:`,
    ),
    text(`  ${address}`, `  ${address}`),
  ];
}
