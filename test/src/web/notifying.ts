import { notifyDeskOf } from "../../../jobs/web/notify-desk.ts";
import { log } from "../../../src/notify/log/log.ts";
import type { OpenChannel } from "../../../src/notify/open-channels.ts";
import { webhook } from "../../../src/notify/webhook/webhook.ts";
import type { Keys } from "../../../src/secrets/keys.ts";
import type { NotifyDesk } from "../../../src/web/notify-desk.ts";
import { wushan } from "../../county.ts";
import { tools } from "../notify/given.ts";

/** Where nobody answers. */
export const NOWHERE = `http://127.0.0.1:9/robot-9x7q whsec_${Buffer.alloc(32, 1).toString("base64")}`;

/** Channels as a deployment would have them: a webhook with an address of its own, one without, and the log. */
export function notifying(keys: Keys, clock: () => number): NotifyDesk {
  const given = tools();
  const all: readonly OpenChannel[] = [
    { name: "office-hook", channel: webhook(given), address: NOWHERE, variables: ["OFFICE_HOOK"] },
    { name: "hook", channel: webhook(given), address: null, variables: [] },
    { name: "console", channel: log(given), address: "", variables: [] },
  ];
  const channels = new Map(all.map((open) => [open.name, open]));
  const secret = (name: string) => (name === "OFFICE_HOOK" ? NOWHERE : undefined);
  return notifyDeskOf({ profile: wushan, clock, keys, channels, file: "/etc/wengang/channels.json", secret });
}
