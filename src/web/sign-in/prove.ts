import { foldAccount } from "../../../models/sign-in/account.ts";
import { SIGN_IN_LIMITS } from "../../../models/sign-in/limits.ts";
import { lockout } from "../../../models/sign-in/lockout.ts";
import { type Text, text } from "../../../models/text.ts";
import { hashOf } from "../../auth/secret.ts";
import { appendAudit } from "../../db/audit/audit.ts";
import { closeAttempt, openAttempt, type ProofKind } from "../../db/people/attempt.ts";
import type { Services } from "./services.ts";

export type Proof<T> =
  | { readonly passed: true; readonly value: T }
  | { readonly passed: false; readonly reason: "wrong" | "locked" };

export interface Shown {
  readonly account: string;
  readonly address: string;
  readonly kind: ProofKind;
  readonly now: number;
}

/** An account as attempts are counted by. */
export const accountKey = (account: string): string => hashOf(foldAccount(account));

/**
 * Looks at a proof unless there were too many wrong ones, and writes down how it ended. Everything happens in the same order
 * whether the account exists or not, so that neither words nor time tell.
 */
export async function prove<T>(
  { db, metrics }: Pick<Services, "db" | "metrics">,
  { account, address, kind, now }: Shown,
  check: () => Promise<T | null>,
): Promise<Proof<T>> {
  const since = now - SIGN_IN_LIMITS.lockMinutes.value * 60_000;
  const attempt = await openAttempt(db, { accountHash: accountKey(account), address, kind }, now, since);
  const locked = lockout(attempt.count).locked;
  const value = locked ? null : await check();
  const outcome = locked ? "refused" : value === null ? "failed" : "passed";
  metrics.proof(kind, outcome);
  await closeAttempt(db, attempt.id, outcome);
  if (value !== null) return { passed: true, value };
  const detail = { kind, outcome, address };
  await db.transaction((tx) =>
    appendAudit(tx, { at: now, actor: "nobody", action: "proof-refused", subject: "sign-in", detail }),
  );
  return { passed: false, reason: locked ? "locked" : "wrong" };
}

/** The same words for an unknown account, a wrong password and a disabled person. */
export const PROOF_WORDS: Readonly<Record<"wrong" | "locked", Readonly<Record<ProofKind, Text>>>> = {
  wrong: {
    password: text("账号或密码不正确。", "The account or the password is not right."),
    code: text("验证码不正确、已用过或已过期。", "The code is not right, was used already or has run out."),
  },
  locked: {
    password: text(
      `失败次数过多，请 ${SIGN_IN_LIMITS.lockMinutes.value} 分钟后再试，或联系安全管理员解锁。`,
      `Too many failures: try again in ${SIGN_IN_LIMITS.lockMinutes.value} minutes, or ask the security officer to unlock it.`,
    ),
    code: text(
      `失败次数过多，请 ${SIGN_IN_LIMITS.lockMinutes.value} 分钟后再试，或联系安全管理员解锁。`,
      `Too many failures: try again in ${SIGN_IN_LIMITS.lockMinutes.value} minutes, or ask the security officer to unlock it.`,
    ),
  },
};
