import { lookup } from "node:dns";
import type { Channel, Message, Sent } from "../../../src/notify/channel.ts";
import { parseAllowList } from "../../../src/notify/guard/allow-list.ts";
import type { Tools } from "../../../src/notify/tools.ts";

/** 2023-11-14T22:13:20Z, the instant of the signature vectors. */
export const NOW = 1_700_000_000_000;

/** Tools for receivers on this machine; patience is short so that slow ones cost a test little. */
export function tools(change: { allow?: string; patience?: number } = {}): Tools & { readonly written: string[] } {
  const written: string[] = [];
  return {
    guard: {
      allow: parseAllowList(change.allow ?? "http://127.0.0.1"),
      resolve: lookup,
      patience: change.patience ?? 5000,
    },
    clock: () => NOW,
    random: () => 0.5,
    write: (line) => void written.push(line),
    written,
  };
}

export const message = (change: Partial<Message> = {}): Message => ({
  key: "n-17-a",
  title: "红色预警：神女药业",
  lines: ["本月减少 23 人（12%），三个月减少 41 人。", "同类企业持平。"],
  url: "https://wengang.example.gov.cn/alerts/17?from=notice",
  urgent: true,
  at: "2023-11-14T22:00:00Z",
  ...change,
});

export const send = (channel: Channel, address: string, what: Message = message()): Promise<Sent> =>
  channel.send(what, address, new AbortController().signal);
