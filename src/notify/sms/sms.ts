import { text } from "../../../models/text.ts";
import { wrongAddress } from "../address.ts";
import type { Channel, Sent } from "../channel.ts";
import { delivered, mayPass, permanent, receiptOf, temporary } from "../failure.ts";
import type { Answer } from "../guarded-request.ts";
import { isSuccess, statusFailure } from "../http-status.ts";
import { LIMITS } from "../limits.ts";
import { makeChannel } from "../make-channel.ts";
import { postJson } from "../post-json.ts";
import { objectIn, unreadable } from "../robot-verdict.ts";
import type { Tools } from "../tools.ts";
import { isMobile, wordingOf } from "../wording/wording.ts";
import { parametersFor, type Template } from "./template.ts";

export interface SmsGateway {
  readonly gateway: string;
  readonly token: string;
  readonly template: Template;
}

/**
 * Text messages by an HTTP gateway with approved templates. Address: a mobile number of the mainland.
 *
 * UNTESTED AGAINST A REAL OPERATOR: the form is our own, close to what 阿里云 and 腾讯云 take; an operator that asks for
 * another one needs a small service between, which docs/channels.md describes.
 */
export const sms = ({ gateway, token, template }: SmsGateway, { guard }: Tools): Channel =>
  makeChannel({
    kind: "sms",
    perMinute: null,
    longest: LIMITS.smsText.value,
    longestIn: "characters",
    check: (address) => (isMobile(address) ? null : notAMobile()),
    deliver: async (message, address, signal) => {
      const parameters = parametersFor(template, wordingOf(message), message.key);
      if ("kind" in parameters) return parameters;
      const body = { id: message.key, phone: address, template: template.code, parameters };
      const answer = await postJson(gateway, body, guard, signal, { authorization: `Bearer ${token}` });
      return answer.kind === "failed" ? mayPass(answer) : verdict(answer, address);
    },
  });

/** Codes of help.aliyun.com/document_detail/101346.html that a person must put right; the others may pass. */
const PERMANENT: ReadonlySet<unknown> = new Set([
  "isv.MOBILE_NUMBER_ILLEGAL",
  "isv.SMS_TEMPLATE_ILLEGAL",
  "isv.SMS_SIGN_ILLEGAL",
  "isv.SMS_SIGNATURE_ILLEGAL",
  "isv.SMS_CONTENT_ILLEGAL",
  "isv.TEMPLATE_MISSING_PARAMETERS",
  "isv.TEMPLATE_PARAMS_ILLEGAL",
  "isv.BLACK_KEY_CONTROL_LIMIT",
]);
const LIMITED: ReadonlySet<unknown> = new Set([
  "isv.BUSINESS_LIMIT_CONTROL",
  "isv.DAY_LIMIT_CONTROL",
  "isv.MONTH_LIMIT_CONTROL",
]);

/** {"code":"OK","id":…}; any other code is a refusal, whatever the status says. */
function verdict(answer: Answer, address: string): Sent {
  const said = objectIn(answer.body);
  const code = said?.code;
  if (isSuccess(answer) && code === "OK") return delivered(receiptOf(said?.id, address));
  if (PERMANENT.has(code))
    return permanent("sms-refused", `短信网关拒收（${code}）。`, `The gateway refused it (${code}).`);
  if (LIMITED.has(code))
    return temporary(
      "sms-limited",
      `短信网关限流（${code}）。`,
      `The gateway's limit is reached (${code}).`,
      LIMITS.smsWait.value,
    );
  if (!isSuccess(answer)) return mayPass(statusFailure(answer));
  if (typeof code !== "string") return unreadable();
  return temporary("sms-not-taken", "短信网关未受理。", "The gateway did not take the message.");
}

const notAMobile = () =>
  wrongAddress(
    "sms-address-wrong",
    text("这不是手机号码。", "This is not a mobile number."),
    text("请填写 11 位手机号码，不带区号和空格。", "Enter the 11 digits, without country code or blanks."),
  );
