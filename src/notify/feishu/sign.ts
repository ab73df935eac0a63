import { createHmac } from "node:crypto";

/** timestamp: seconds. The pair is the key here, and the message is empty. */
export const feishuSign = (timestamp: number, secret: string): string =>
  createHmac("sha256", `${timestamp}\n${secret}`).update("").digest("base64");
