import type { Language } from "../models/text.ts";
import type { Message } from "../src/notify/channel.ts";

const WORDS = {
  zh: {
    title: "【测试】稳岗预警渠道测试",
    lines: ["这是一条测试消息，不是预警，无需处理。", "收到即说明该渠道可用。"],
  },
  en: {
    title: "[TEST] Wengang channel test",
    lines: [
      "This is a test message, not an alert. Nothing needs to be done.",
      "Whoever reads it knows that the channel works.",
    ],
  },
} as const;

/** A message that nobody can take for an alert. chance: from 0 up to 1, so that two tests of one second differ. */
export function testMessage(now: number, chance: number, language: Language): Message {
  const second = Math.floor(now / 1000).toString(36);
  const lot = Math.floor(chance * 36 ** 3)
    .toString(36)
    .padStart(3, "0");
  return { ...WORDS[language], key: `test-${second}${lot}`, urgent: false, at: new Date(now).toISOString() };
}
