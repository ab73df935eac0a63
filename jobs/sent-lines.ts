import { type Text, text } from "../models/text.ts";
import type { Delivered, Failed, Sent } from "../src/notify/channel.ts";
import { type OpenChannel, UNTESTED } from "../src/notify/open-channels.ts";

/** What became of a test message, for a person. */
export function sentLines({ name, channel: { kind } }: OpenChannel, key: string, sent: Sent): Text[] {
  const lines =
    sent.kind === "delivered" ? deliveredLines(`${name} (${kind})`, key, sent) : failedLines(name, key, sent);
  return UNTESTED.has(kind) ? [...lines, NEVER_TRIED] : lines;
}

const deliveredLines = (where: string, key: string, { receipt }: Delivered): Text[] => {
  const number = receipt === null ? "" : ` ${receipt}`;
  return [
    text(
      `测试消息 ${key} 已由渠道 ${where} 送出，接收方已受理${number}。`,
      `Test message ${key} went out by channel ${where}; the receiver took it${number}.`,
    ),
  ];
};

function failedLines(
  name: string,
  key: string,
  { code, message, permanent, retryAfterSeconds: wait = 0 }: Failed,
): Text[] {
  return [
    text(
      `测试消息 ${key} 未送达（${name}，${code}）：${message.zh}`,
      `Test message ${key} was not delivered (${name}, ${code}): ${message.en}`,
    ),
    permanent
      ? text("重试无用，需要先改正。", "Trying again will not help before it is put right.")
      : text(
          `可以重试${wait > 0 ? `，请等 ${wait} 秒` : ""}。`,
          `It can be tried again${wait > 0 ? `, in ${wait} s` : ""}.`,
        ),
  ];
}

const NEVER_TRIED = text(
  "注意：该渠道尚未与真实服务联调。",
  "Mind: this channel is untested against the real service.",
);
