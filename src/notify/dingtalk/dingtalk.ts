import { text } from "../../../models/text.ts";
import { checkUrl, signedAddress, wrongAddress } from "../address.ts";
import type { Channel, Message } from "../channel.ts";
import { LIMITS } from "../limits.ts";
import { makeChannel } from "../make-channel.ts";
import { postJson } from "../post-json.ts";
import { robotVerdict } from "../robot-verdict.ts";
import type { Tools } from "../tools.ts";
import { bytes, characters, cut, fitText, jsonBytes } from "../wording/fit-text.ts";
import { plain, plainInMarkdown } from "../wording/plain.ts";
import { isMobile, mentionsOf, wordingOf } from "../wording/wording.ts";
import { DINGTALK_CODES } from "./codes.ts";
import { dingtalkSign } from "./sign.ts";

/** Robots of DingTalk groups. Address: the robot's address with its access_token, then the secret that signs, if any. */
export const dingtalk = ({ guard, clock }: Tools): Channel =>
  makeChannel({
    kind: "dingtalk",
    perMinute: LIMITS.dingtalkPerMinute.value,
    longest: LIMITS.dingtalkText.value,
    longestIn: "bytes",
    check: (address) => {
      const { url, secrets } = signedAddress(address);
      const wrong = checkUrl(url, guard.allow);
      if (wrong) return wrong;
      return new URL(url).searchParams.get("access_token") && secrets.length <= 1 ? null : notARobot();
    },
    deliver: async (message, address, signal) => {
      const answer = await postJson(signedUrl(address, clock()), bodyOf(message), guard, signal);
      return answer.kind === "failed" ? answer : robotVerdict(answer, "errcode", DINGTALK_CODES);
    },
  });

function signedUrl(address: string, timestamp: number): string {
  const { url, secrets } = signedAddress(address);
  const signed = new URL(url);
  for (const secret of secrets) {
    signed.searchParams.set("timestamp", String(timestamp));
    signed.searchParams.set("sign", dingtalkSign(timestamp, secret));
  }
  return signed.href;
}

/** Two line ends make one line in DingTalk's Markdown. Who is pointed at must stand in the text as well. */
function bodyOf(message: Message) {
  const { title, lines, link, number } = wordingOf(message, plainInMarkdown);
  const names = mentionsOf(message);
  const tail = [
    ...(link === null ? [] : [`[查看详情](${link.replaceAll("(", "%28").replaceAll(")", "%29")})`]),
    ...(names.length === 0 ? [] : [names.map((name) => `@${name}`).join(" ")]),
    number,
  ];
  const body = [`#### ${title}`, ...lines].join("\n\n");
  const room = LIMITS.dingtalkText.value - bytes(JSON.stringify(names));
  return {
    msgtype: "markdown",
    markdown: {
      title: cut(plain(message.title), LIMITS.robotTitle.value, characters),
      text: fitText(body, tail, "\n\n", room, jsonBytes),
    },
    at: { atMobiles: names.filter(isMobile), atUserIds: names.filter((name) => !isMobile(name)), isAtAll: false },
  };
}

const notARobot = () =>
  wrongAddress(
    "dingtalk-address-wrong",
    text("这不是钉钉机器人的地址。", "This is not the address of a DingTalk robot."),
    text(
      "请填写带 access_token 的 Webhook 地址；启用加签的，在其后空一格填写以 SEC 开头的密钥。",
      "Enter the webhook address with its access_token; if the robot checks signatures, a blank and the secret that begins with SEC behind it.",
    ),
  );
