import type { Carrier } from "../jobs/deliver/deliver.ts";
import type { Db } from "../src/db/db.ts";
import { keepRecipient } from "../src/db/recipient.ts";
import type { Receiver } from "./receiver.ts";

/** Puts somebody behind a desk who is reached at a local receiver. */
export const behind = (db: Db, desk: string, receiver: Receiver, name = desk): Promise<number> =>
  keepRecipient(db, {
    ...{ desk, name, channel: "hook", address: receiver.url, hint: "…", fingerprint: receiver.url },
    ...{ language: "zh", validFrom: null, validTo: null, actor: "test", at: "2026-01-01T00:00:00.000Z" },
  });

/** Carries messages to local receivers: 200 is delivered, 410 gone for good, anything else worth another try. */
export const hook: Carrier = {
  perMinute: null,
  send: async ({ key, address }, message, signal) => {
    const headers = { "webhook-id": key, "content-type": "application/json" };
    const response = await fetch(address, { method: "POST", headers, body: JSON.stringify(message), signal }).catch(
      () => null,
    );
    if (response?.status === 200) return { kind: "delivered", receipt: null };
    const code = String(response?.status ?? "no-answer");
    return { kind: "failed", permanent: response?.status === 410, code, message: { zh: code, en: code } };
  },
};
