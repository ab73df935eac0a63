import type { Failed } from "./channel.ts";
import { permanent, temporary } from "./failure.ts";
import type { Answer } from "./guarded-request.ts";
import { LIMITS } from "./limits.ts";

const TEMPORARY = new Set([408, 425, 429]);

export const isSuccess = ({ status }: Answer): boolean => status >= 200 && status < 300;

/** What an HTTP status other than success means. */
export function statusFailure({ status, retryAfterSeconds }: Answer): Failed {
  if (status >= 500 || TEMPORARY.has(status)) {
    const wait = retryAfterSeconds ?? (status === 429 ? LIMITS.rateWait.value : undefined);
    return temporary(
      `http-${status}`,
      `接收方暂时无法受理（${status}）。`,
      `The receiver can't take it now (${status}).`,
      wait,
    );
  }
  const [zh, en] = PERMANENT[status] ?? (status >= 300 && status < 400 ? REDIRECTED : REFUSED);
  return permanent(`http-${status}`, `${zh}（${status}）。`, `${en} (${status}).`);
}

const REDIRECTED = [
  "接收地址要求跳转，系统不跟随，请登记最终地址",
  "The address redirects, which is not followed; enter the final one",
];
const REFUSED = ["接收方拒收，请核对地址", "The receiver refused it; check the address"];
const PERMANENT: Readonly<Record<number, readonly string[]>> = {
  401: ["接收方不认可签名或令牌", "The receiver does not accept the signature or token"],
  403: ["接收方不认可签名或令牌", "The receiver does not accept the signature or token"],
  404: ["接收地址不存在", "There is nothing at the address"],
  410: ["接收方已不再接收，请停用该地址", "The receiver wants no more; retire the address"],
};
