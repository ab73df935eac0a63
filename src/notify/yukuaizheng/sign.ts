import { createHmac } from "node:crypto";

/** Parameters as they are signed: name=value, by name, unencoded. */
export const canonical = (parameters: Readonly<Record<string, string>>): string =>
  Object.entries(parameters)
    .map(([name, value]) => `${name}=${value}`)
    .toSorted()
    .join("&");

export interface GovernmentRequest {
  readonly timestamp: string;
  readonly nonce: string;
  readonly path: string;
  readonly parameters: Readonly<Record<string, string>>;
}

/** HMAC-SHA256 of method, timestamp, nonce, path and parameters, a line each (docs.aliwork.com, 编写更多语言 SDK). */
export const governmentSign = ({ timestamp, nonce, path, parameters }: GovernmentRequest, secret: string): string =>
  createHmac("sha256", secret)
    .update(["POST", timestamp, nonce, path, canonical(parameters)].join("\n"))
    .digest("base64");
