import { Problem } from "../models/problem.ts";
import { type Language, text } from "../models/text.ts";
import type { Sent } from "../src/notify/channel.ts";
import type { OpenChannel } from "../src/notify/open-channels.ts";
import { channelNamed } from "./channel-named.ts";
import { testMessage } from "./test-message.ts";

interface Testing {
  readonly now: number;
  /** 0…1. */
  readonly chance: number;
  readonly language: Language;
  readonly signal: AbortSignal;
}

/** Sends one test message to a channel's own address, and says what became of it. */
export async function testChannel(
  channels: ReadonlyMap<string, OpenChannel>,
  name: string,
  { now, chance, language, signal }: Testing,
): Promise<{ readonly open: OpenChannel; readonly key: string; readonly sent: Sent }> {
  const open = channelNamed(channels, name);
  if (open.address === null) throw noAddress(name);
  const message = testMessage(now, chance, language);
  return { open, key: message.key, sent: await open.channel.send(message, open.address, signal) };
}

const noAddress = (name: string): Problem =>
  new Problem(
    "usage",
    "channel-address-missing",
    text(
      `渠道“${name}”没有自己的地址，不知道测试消息发给谁。`,
      `Channel "${name}" has no address of its own to send a test to.`,
    ),
    text(
      "请在该渠道下写 addressEnv，并把地址放进它所指的环境变量。",
      "Give the channel an addressEnv and put the address into the variable it names.",
    ),
  );
