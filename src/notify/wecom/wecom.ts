import { text } from "../../../models/text.ts";
import { checkUrl, wrongAddress } from "../address.ts";
import type { Channel, Message } from "../channel.ts";
import { LIMITS } from "../limits.ts";
import { makeChannel } from "../make-channel.ts";
import { postJson } from "../post-json.ts";
import { type Codes, robotVerdict } from "../robot-verdict.ts";
import type { Tools } from "../tools.ts";
import { bytes, fitText } from "../wording/fit-text.ts";
import { plain } from "../wording/plain.ts";
import { isMobile, mentionsOf, wordingOf } from "../wording/wording.ts";

/** Robots of WeCom groups. Address: the robot's address with its key; nothing is signed. */
export const wecom = ({ guard }: Tools): Channel =>
  makeChannel({
    kind: "wecom",
    perMinute: LIMITS.wecomPerMinute.value,
    longest: LIMITS.wecomText.value,
    longestIn: "bytes",
    check: (address) =>
      checkUrl(address, guard.allow) ?? (new URL(address).searchParams.get("key") ? null : notARobot()),
    deliver: async (message, address, signal) => {
      const answer = await postJson(address, bodyOf(message), guard, signal);
      return answer.kind === "failed" ? answer : robotVerdict(answer, "errcode", CODES);
    },
  });

/** A text, not Markdown: only there people can be pointed at. In it <@name> points as well, so no name may hold a <. */
const clean = (written: string): string => plain(written).replaceAll("<", "＜");

function bodyOf(message: Message) {
  const { title, lines, link, number } = wordingOf(message, clean);
  const names = mentionsOf(message);
  const tail = link === null ? [number] : [link, number];
  return {
    msgtype: "text",
    text: {
      content: fitText([title, ...lines].join("\n"), tail, "\n", LIMITS.wecomText.value, bytes),
      mentioned_list: names.filter((name) => !isMobile(name)),
      mentioned_mobile_list: names.filter(isMobile),
    },
  };
}

/** From developer.work.weixin.qq.com/document/path/90455 and, for 93000, as users met it. */
const CODES: Codes = {
  [-1]: { permanent: false, zh: "企业微信系统繁忙", en: "WeCom is busy" },
  45009: {
    permanent: false,
    zh: "发送过快，企业微信限流",
    en: "WeCom limits the robot's rate",
    wait: LIMITS.rateWait.value,
  },
  93000: {
    permanent: true,
    zh: "机器人地址无效、机器人已移出群或内容过长",
    en: "The robot's address is invalid, it left the group, or the text is too long",
  },
  40008: { permanent: true, zh: "企业微信不接受该消息类型", en: "WeCom does not accept the kind of message" },
  40033: { permanent: true, zh: "企业微信不接受其中的字符", en: "WeCom does not accept a character" },
  40035: { permanent: true, zh: "企业微信认为参数有误", en: "WeCom finds a parameter wrong" },
};

const notARobot = () =>
  wrongAddress(
    "wecom-address-wrong",
    text("这不是企业微信群机器人的地址。", "This is not the address of a WeCom robot."),
    text("请填写带 key 的 Webhook 地址。", "Enter the webhook address with its key."),
  );
