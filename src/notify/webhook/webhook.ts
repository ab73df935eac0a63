import { text } from "../../../models/text.ts";
import { checkUrl, signedAddress, wrongAddress } from "../address.ts";
import type { Channel, Message } from "../channel.ts";
import { delivered } from "../failure.ts";
import { guardedPost } from "../guarded-request.ts";
import { isSuccess, statusFailure } from "../http-status.ts";
import { LIMITS } from "../limits.ts";
import { makeChannel } from "../make-channel.ts";
import type { Tools } from "../tools.ts";
import { cut, jsonBytes } from "../wording/fit-text.ts";
import { wordingOf } from "../wording/wording.ts";
import { isWebhookSecret, webhookSignature } from "./sign.ts";

/**
 * Any system that takes Standard Webhooks. Address: an https address, then one secret or several; during a change of
 * secrets both sign. The receiver knows a repetition by webhook-id.
 */
export const webhook = ({ guard, clock }: Tools): Channel =>
  makeChannel({
    kind: "webhook",
    perMinute: null,
    longest: LIMITS.webhookText.value,
    longestIn: "bytes",
    check: (address) => {
      const { url, secrets } = signedAddress(address);
      const signs = secrets.length > 0 && secrets.every(isWebhookSecret);
      return checkUrl(url, guard.allow) ?? (signs ? null : withoutSecret());
    },
    deliver: async (message, address, signal) => {
      const { url, secrets } = signedAddress(address);
      const body = JSON.stringify(bodyOf(message));
      const answer = await guardedPost(
        { url, body, signal, headers: headersOf(message, body, secrets, clock()) },
        guard,
      );
      if (answer.kind === "failed") return answer;
      return isSuccess(answer) ? delivered() : statusFailure(answer);
    },
  });

function headersOf({ key }: Message, body: string, secrets: readonly string[], now: number) {
  const timestamp = Math.floor(now / 1000);
  return {
    "content-type": "application/json; charset=utf-8",
    "webhook-id": key,
    "webhook-timestamp": String(timestamp),
    "webhook-signature": webhookSignature(key, timestamp, body, secrets),
  };
}

function bodyOf(message: Message) {
  const { title, lines, link } = wordingOf(message);
  const whole = lines.join("\n");
  const kept = cut(whole, LIMITS.webhookText.value, jsonBytes);
  const { key, urgent, at } = message;
  const data = { key, title, lines: kept.split("\n"), url: link, urgent, cut: kept !== whole };
  return { type: "wengang.notice", timestamp: at, data };
}

const withoutSecret = () =>
  wrongAddress(
    "webhook-secret-wrong",
    text("地址后缺少签名密钥，或密钥格式不对。", "The address lacks a secret that signs, or one is malformed."),
    text(
      "请在地址后空一格填写以 whsec_ 开头的密钥（24 至 64 字节的 Base64）；更换密钥期间可写两个。",
      "Write a blank and a secret behind it: whsec_ and 24 to 64 bytes in Base64; two while secrets are being changed.",
    ),
  );
