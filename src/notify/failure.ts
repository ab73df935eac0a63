import { text } from "../../models/text.ts";
import type { Delivered, Failed } from "./channel.ts";

/** A person must change something first. */
export const permanent = (code: string, zh: string, en: string): Failed => ({
  kind: "failed",
  permanent: true,
  code,
  message: text(zh, en),
});

/** Will probably pass, or goes out by itself once our own settings are put right. */
export const temporary = (code: string, zh: string, en: string, retryAfterSeconds?: number): Failed => ({
  kind: "failed",
  permanent: false,
  code,
  message: text(zh, en),
  ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }),
});

/** What a gateway of ours refuses or hides: no message is to blame, and all go out once a person has put settings right. */
export const mayPass = (failed: Failed): Failed => ({ ...failed, permanent: false });

export const delivered = (receipt: string | null = null): Delivered => ({ kind: "delivered", receipt });

/** A receiver's own name for the message, unless it could be a piece of the address come back. */
export const receiptOf = (id: unknown, address: string): string | null =>
  typeof id === "string" && /^[\w-]{1,64}$/.test(id) && !address.includes(id) ? id : null;
