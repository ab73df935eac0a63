import type { Failed } from "./channel.ts";
import { temporary } from "./failure.ts";

const UNRESOLVED = new Set(["ENOTFOUND", "EAI_AGAIN", "EAI_FAIL", "ENODATA", "ESERVFAIL"]);
const UNTRUSTED = /CERT|SIGNATURE|ERR_TLS|ISSUER|CRL/;

/** A connection that was not made or broke, by the code of node or of the mail library; texts may name the host. */
export function connectionFailure(error: unknown): Failed {
  const code = codeOf(error);
  if (UNRESOLVED.has(code))
    return temporary(
      "name-unresolved",
      `接收方的域名无法解析（${code}）。`,
      `The receiver's name can't be resolved (${code}).`,
    );
  if (UNTRUSTED.test(code))
    return temporary(
      "certificate-untrusted",
      `接收方的证书无法验证（${code}）；内部证书机构请用 NODE_EXTRA_CA_CERTS 指定。`,
      `The receiver's certificate can't be verified (${code}); name an authority of your own by NODE_EXTRA_CA_CERTS.`,
    );
  return temporary(
    "connection-failed",
    `与接收方的连接失败或中断（${code}）。`,
    `The connection to the receiver failed or broke (${code}).`,
  );
}

export const tooSlow = (patience: number): Failed =>
  temporary(
    "receiver-slow",
    `接收方在 ${patience / 1000} 秒内没有答复。`,
    `The receiver did not answer within ${patience / 1000} s.`,
  );

function codeOf(error: unknown): string {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  return /^[A-Z][A-Z0-9_]{2,60}$/.test(code) ? code : "ECONNECTION";
}
