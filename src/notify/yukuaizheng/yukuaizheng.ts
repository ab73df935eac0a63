import { text } from "../../../models/text.ts";
import { wrongAddress } from "../address.ts";
import type { Channel, Message, Sent } from "../channel.ts";
import { delivered, mayPass, receiptOf, temporary } from "../failure.ts";
import { type Answer, guardedPost } from "../guarded-request.ts";
import { isSuccess, statusFailure } from "../http-status.ts";
import { LIMITS } from "../limits.ts";
import { makeChannel } from "../make-channel.ts";
import { objectIn, unreadable } from "../robot-verdict.ts";
import type { Tools } from "../tools.ts";
import { fitText, jsonBytes } from "../wording/fit-text.ts";
import { wordingOf } from "../wording/wording.ts";
import { governmentSign } from "./sign.ts";

export interface Gateway {
  /** Where 专有钉钉's interfaces are, such as https://openplatform.dg-work.cn. */
  readonly gateway: string;
  readonly tenantId: string;
  readonly appKey: string;
  readonly appSecret: string;
}

const PATH = "/message/workNotification";

/**
 * 渝快政, a government DingTalk (专有钉钉): a work notification to one account id.
 *
 * UNTESTED AGAINST THE REAL SERVICE: built from public documentation and programs that use it; no gateway of the
 * municipality was within reach. What is not documented is the form of a refusal, see `verdict`.
 */
export const yukuaizheng = (gateway: Gateway, { guard, clock, random }: Tools): Channel =>
  makeChannel({
    kind: "yukuaizheng",
    perMinute: null,
    longest: LIMITS.governmentText.value,
    longestIn: "bytes",
    check: (address) => (/^[\w-]{1,64}$/.test(address) ? null : notAnAccount()),
    deliver: async (message, address, signal) => {
      const nonce = `${clock()}${Math.floor(1000 + 9000 * random())}`;
      const post = requestOf(message, address, gateway, timestampOf(clock()), nonce);
      const answer = await guardedPost({ ...post, signal }, guard);
      return answer.kind === "failed" ? mayPass(answer) : verdict(answer, address);
    },
  });

function requestOf(message: Message, address: string, gateway: Gateway, timestamp: string, nonce: string) {
  const path = new URL(gateway.gateway).pathname.replace(/\/$/, "") + PATH;
  const parameters = {
    bizMsgId: message.key,
    msg: JSON.stringify({ msgtype: "text", text: { content: contentOf(message) } }),
    receiverIds: address,
    tenantId: gateway.tenantId,
  };
  return {
    url: new URL(path, gateway.gateway).href,
    body: new URLSearchParams(parameters).toString(),
    headers: {
      "content-type": "application/x-www-form-urlencoded; charset=utf-8",
      apiKey: gateway.appKey,
      "X-Hmac-Auth-Timestamp": timestamp,
      "X-Hmac-Auth-Version": "1.0",
      "X-Hmac-Auth-Nonce": nonce,
      "X-Hmac-Auth-Signature": governmentSign({ timestamp, nonce, path, parameters }, gateway.appSecret),
    },
  };
}

const FRAME = JSON.stringify({ msgtype: "text", text: { content: "" } }).length;

function contentOf(message: Message): string {
  const { title, lines, link, number } = wordingOf(message);
  const tail = link === null ? [number] : [link, number];
  return fitText([title, ...lines].join("\n"), tail, "\n", LIMITS.governmentText.value - FRAME, jsonBytes);
}

/** Beijing time, as the gateway writes it. */
const timestampOf = (now: number): string => new Date(now + 8 * 3_600_000).toISOString().replace("Z", "+08:00");

/**
 * {"success":true,"content":{"msgId":…}}, the content sometimes as text in text. A repeated bizMsgId is answered with an
 * error that says 重复: then an earlier try arrived. Any other refusal is taken for one that may pass.
 */
function verdict(answer: Answer, address: string): Sent {
  if (!isSuccess(answer)) return mayPass(statusFailure(answer));
  const said = objectIn(answer.body);
  if (said === null || typeof said.success !== "boolean") return unreadable();
  const inner = typeof said.content === "string" ? objectIn(said.content) : said.content;
  const content = (inner ?? {}) as Readonly<Record<string, unknown>>;
  if (said.success && content.success !== false) return delivered(receiptOf(msgIdIn(content), address));
  if (JSON.stringify(said).includes("重复")) return delivered();
  return temporary("gateway-refused", "渝快政网关未受理该消息。", "The gateway of 渝快政 did not take the message.");
}

const msgIdIn = ({ msgId, content }: Readonly<Record<string, unknown>>): unknown =>
  msgId ?? (content as Readonly<Record<string, unknown>> | null | undefined)?.msgId;

const notAnAccount = () =>
  wrongAddress(
    "yukuaizheng-address-wrong",
    text("这不是渝快政（专有钉钉）的人员账号 ID。", "This is not an account id of 渝快政 (government DingTalk)."),
    text("请填写该人员的 accountId，每个地址一个。", "Enter the person's accountId, one to an address."),
  );
