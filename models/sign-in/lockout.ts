import { SIGN_IN_LIMITS } from "./limits.ts";

/** Attempts of the last lockMinutes that failed or have not ended, the one being judged among them. */
export interface Attempts {
  /** On this account since it last succeeded, whether the account exists or not. */
  readonly account: number;
  /** From this address, on whatever account. */
  readonly address: number;
}

export type Lockout = { readonly locked: false } | { readonly locked: true; readonly by: "account" | "address" };

/** Whether an attempt is refused unheard. The fifth failure is heard, the sixth is not. */
export function lockout({ account, address }: Attempts): Lockout {
  if (account > SIGN_IN_LIMITS.accountFailures.value) return { locked: true, by: "account" };
  if (address > SIGN_IN_LIMITS.addressFailures.value) return { locked: true, by: "address" };
  return { locked: false };
}
