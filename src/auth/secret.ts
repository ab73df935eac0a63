import { createHash, createHmac, randomBytes, timingSafeEqual } from "node:crypto";

/** 256 bits of chance: nobody guesses one, so a plain hash of it may be kept. */
const BYTES = 32;

/** A new secret for a cookie, a link or a token, in letters that go anywhere. */
export const newSecret = (): string => randomBytes(BYTES).toString("base64url");

/** What is kept of a secret. */
export const hashOf = (secret: string): string => createHash("sha256").update(secret).digest("hex");

/** A value that only who holds the secret can have made, such as the token of a form. */
export const derived = (secret: string, purpose: string): string =>
  createHmac("sha256", secret).update(purpose).digest("base64url");

/** Equality that takes the same time wherever the first difference is. */
export function isSame(one: string, other: string): boolean {
  const [a, b] = [createHash("sha256").update(one).digest(), createHash("sha256").update(other).digest()];
  return timingSafeEqual(a, b);
}

export const lastFour = (secret: string): string => secret.slice(-4);

/** Chance for whoever seals something. */
export const chance = (count: number): Buffer => randomBytes(count);
