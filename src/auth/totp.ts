import { createHmac, randomBytes } from "node:crypto";
import { base32 } from "./base32.ts";
import { isSame } from "./secret.ts";

/** RFC 6238 with what every authenticator app takes: SHA-1, 30 seconds, six digits; secrets as long as the hash (RFC 4226 4). */
const STEP_MS = 30_000;
const DIGITS = 6;
const SECRET_BYTES = 20;
/** Steps that a phone's clock may be off, either way (RFC 6238 5.2 advises one). */
const DRIFT = 1;

export const newTotpSecret = (): Uint8Array => randomBytes(SECRET_BYTES);

export const stepAt = (now: number): number => Math.floor(now / STEP_MS);

/** The code of a time step (RFC 4226 5.3). */
export function codeAt(secret: Uint8Array, step: number, digits = DIGITS): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const mac = createHmac("sha1", secret).update(counter).digest();
  const number = mac.readUInt32BE(mac.at(-1)! & 0xf) & 0x7fffffff;
  return String(number % 10 ** digits).padStart(digits, "0");
}

/** The step whose code it is, near now and after the last one spent; null when it is none. */
export function matchingStep(secret: Uint8Array, code: string, now: number, spent: number): number | null {
  const steps = Array.from({ length: 2 * DRIFT + 1 }, (_, i) => stepAt(now) - DRIFT + i);
  const right = steps.filter((step) => isSame(codeAt(secret, step), code)); // all are looked at, whichever it is
  return right.find((step) => step > spent) ?? null;
}

export const isTotpCode = (typed: string): boolean => new RegExp(`^\\d{${DIGITS}}$`).test(typed);

/** What the authenticator app is told, by a picture or by hand. */
export function otpauthUri(secret: Uint8Array, account: string, issuer: string): string {
  const label = `${encodeURIComponent(issuer)}:${encodeURIComponent(account)}`;
  const query = new URLSearchParams({ secret: base32(secret), issuer, algorithm: "SHA1", digits: "6", period: "30" });
  return `otpauth://totp/${label}?${query.toString().replaceAll("+", "%20")}`;
}
