import { createHmac } from "node:crypto";

const PREFIX = "whsec_";

/** Standard Webhooks 1.0, symmetric: `v1,` and the HMAC-SHA256 of `id.timestamp.body`, one for each secret. */
export const webhookSignature = (id: string, timestamp: number, body: string, secrets: readonly string[]): string =>
  secrets
    .map((secret) => createHmac("sha256", keyOf(secret)).update(`${id}.${timestamp}.${body}`).digest("base64"))
    .map((signature) => `v1,${signature}`)
    .join(" ");

/** whsec_ and 24 to 64 bytes in Base64, as the specification asks. */
export function isWebhookSecret(secret: string): boolean {
  const wellWritten = secret.startsWith(PREFIX) && /^[A-Za-z0-9+/]+={0,2}$/.test(secret.slice(PREFIX.length));
  const { length } = keyOf(secret);
  return wellWritten && length >= 24 && length <= 64;
}

const keyOf = (secret: string): Buffer => Buffer.from(secret.slice(PREFIX.length), "base64");
