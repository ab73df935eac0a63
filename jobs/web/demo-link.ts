import { SIGN_IN_LIMITS } from "../../models/sign-in/limits.ts";
import { type Text, text } from "../../models/text.ts";
import { hashOf, newSecret } from "../../src/auth/secret.ts";
import type { Db } from "../../src/db/db.ts";
import { makeLink } from "../../src/db/people/link.ts";
import { addPerson, personByAccount } from "../../src/db/people/person.ts";

const DEMO = "demo";

/** The demo's person sees the whole simulated county and has no password: the printed link is the only way in. */
export async function demoLines(db: Db, origin: string, now: number): Promise<readonly Text[]> {
  const secret = newSecret();
  const expiresAt = now + SIGN_IN_LIMITS.browserLink.value * 3_600_000;
  await db.transaction(async (tx) => {
    const person = (await personByAccount(tx, DEMO))?.id ?? (await addDemo(tx, now));
    await makeLink(tx, { secretHash: hashOf(secret), purpose: "browser", person, expiresAt }, now);
  });
  const address = `${origin}/enter/${secret}`;
  return [
    text("请用此一次性链接进入演示（模拟数据）：", "Enter the demonstration (simulated data) by this one-time link:"),
    text(`  ${address}`, `  ${address}`),
  ];
}

async function addDemo(tx: Db, now: number): Promise<number> {
  const belongings = { departments: [], regions: [], specialist: null, ssoSubject: null };
  const person = { account: DEMO, name: "演示", roles: ["office", "analyst"], ...belongings } as const;
  const id = await addPerson(tx, person, { by: "demo", rights: "granted", now });
  if (id === null) throw new Error("the demo's person was made by somebody else at the same moment");
  return id;
}
