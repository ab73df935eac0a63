import { text } from "../../../models/text.ts";
import { checkUrl, signedAddress, wrongAddress } from "../address.ts";
import type { Channel, Message } from "../channel.ts";
import { LIMITS } from "../limits.ts";
import { makeChannel } from "../make-channel.ts";
import { postJson } from "../post-json.ts";
import { robotVerdict } from "../robot-verdict.ts";
import type { Tools } from "../tools.ts";
import { bytes, characters, cut, fitText, jsonBytes, type Measure } from "../wording/fit-text.ts";
import { isMobile, mentionsOf, wordingOf } from "../wording/wording.ts";
import { FEISHU_CODES } from "./codes.ts";
import { feishuSign } from "./sign.ts";

/** Robots of Feishu groups. Address: the robot's address, then the secret that signs, if any. */
export const feishu = ({ guard, clock }: Tools): Channel =>
  makeChannel({
    kind: "feishu",
    perMinute: LIMITS.feishuPerMinute.value,
    longest: LIMITS.feishuText.value,
    longestIn: "bytes",
    check: (address) => {
      const { url, secrets } = signedAddress(address);
      const wrong = checkUrl(url, guard.allow);
      if (wrong) return wrong;
      return /\/hook\/[\w-]+$/.test(new URL(url).pathname) && secrets.length <= 1 ? null : notARobot();
    },
    deliver: async (message, address, signal) => {
      const { url, secrets } = signedAddress(address);
      const body = { ...signatureOf(secrets[0], Math.floor(clock() / 1000)), ...contentOf(message) };
      const answer = await postJson(url, body, guard, signal);
      return answer.kind === "failed" ? answer : robotVerdict(answer, "code", FEISHU_CODES);
    },
  });

const signatureOf = (secret: string | undefined, timestamp: number) =>
  secret === undefined ? {} : { timestamp: String(timestamp), sign: feishuSign(timestamp, secret) };

/** Rich text: in plain text an <at> is read as one, here a text is a text. Robots can point at account ids only. */
function contentOf(message: Message) {
  const { title, lines, link, number } = wordingOf(message);
  const at = mentionsOf(message).filter((name) => !isMobile(name));
  const after = [
    ...(link === null ? [] : [[{ tag: "a", text: "查看详情", href: link }]]),
    ...(at.length === 0 ? [] : [at.map((user_id) => ({ tag: "at", user_id }))]),
  ];
  const room = LIMITS.feishuText.value - bytes(JSON.stringify(after));
  const paragraphs = fitText(lines.join("\n"), [number], "\n", room, inRichText).split("\n");
  const content = [...paragraphs.map((line) => [{ tag: "text", text: line }]), ...after];
  return {
    msg_type: "post",
    content: { post: { zh_cn: { title: cut(title, LIMITS.robotTitle.value, characters), content } } },
  };
}

const inRichText: Measure = (written) => jsonBytes(written) + LIMITS.feishuLine.value * written.split("\n").length;

const notARobot = () =>
  wrongAddress(
    "feishu-address-wrong",
    text("这不是飞书自定义机器人的地址。", "This is not the address of a Feishu robot."),
    text(
      "请填写以 /hook/ 加令牌结尾的 Webhook 地址；启用签名校验的，在其后空一格填写密钥。",
      "Enter the webhook address that ends in /hook/ and the token; if the robot checks signatures, a blank and the secret behind it.",
    ),
  );
