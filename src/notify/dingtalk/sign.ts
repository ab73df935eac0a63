import { createHmac } from "node:crypto";

/** timestamp: milliseconds. Base64; it still has to be encoded for a query. */
export const dingtalkSign = (timestamp: number, secret: string): string =>
  createHmac("sha256", secret).update(`${timestamp}\n${secret}`).digest("base64");
