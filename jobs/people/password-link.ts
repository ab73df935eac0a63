import type { RightsState } from "../../models/rights/ruling.ts";
import { SIGN_IN_LIMITS } from "../../models/sign-in/limits.ts";
import { text } from "../../models/text.ts";
import { hashOf, newSecret } from "../../src/auth/secret.ts";
import type { Db } from "../../src/db/db.ts";
import { makeLink } from "../../src/db/people/link.ts";
import type { Person } from "../../src/db/people/person.ts";
import type { Answer } from "../console.ts";

export interface PersonDone extends Answer {
  readonly json: {
    readonly account: string;
    readonly rights: RightsState;
    readonly disabled: boolean;
    /** A one-time link, to be handed to the person; shown this once. */
    readonly link: string | null;
  };
}

/** A one-time link by which somebody chooses their password; those they had before are dead. */
export async function passwordLink(tx: Db, person: number, origin: string, now: number): Promise<string> {
  const secret = newSecret();
  const expiresAt = now + SIGN_IN_LIMITS.passwordLink.value * 3_600_000;
  await makeLink(tx, { secretHash: hashOf(secret), purpose: "password", person, expiresAt }, now);
  return `${origin}/password/${secret}`;
}

export function linkAnswer(account: string, rights: RightsState, link: string): PersonDone {
  const hours = SIGN_IN_LIMITS.passwordLink.value;
  return {
    lines: [
      text(
        `账号 ${account}：请把下面的一次性链接交给本人，${hours} 小时内有效。`,
        `${account}: hand this one-time link to the person; it works for ${hours} hours.`,
      ),
      text(`  ${link}`, `  ${link}`),
      ...(rights === "granted" ? [] : [WAITS]),
    ],
    json: { account, rights, disabled: false, link },
  };
}

export function identityAnswer(
  { account, disabledAt }: Pick<Person, "account" | "disabledAt">,
  subject: string | null,
  rights: RightsState,
): PersonDone {
  const done =
    subject === null
      ? text(`账号 ${account} 不再能用单点登录。`, `${account} comes in by single sign-on no more.`)
      : text(`账号 ${account} 的统一身份已改为 ${subject}。`, `${account} is ${subject} at the provider from now on.`);
  return {
    lines: [done, ...(rights === "waiting" ? [WAITS] : [])],
    json: { account, rights, disabled: disabledAt !== null, link: null },
  };
}

const WAITS = text(
  "其角色须经安全管理员授权后生效：本人可先登录并设好密码和第二重验证。",
  "The roles take effect once the security officer grants them; the person can sign in and set up password and second factor meanwhile.",
);
