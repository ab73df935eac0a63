import type { Failed } from "../channel.ts";
import { connectionFailure, tooSlow } from "../connection-failure.ts";
import { permanent, temporary } from "../failure.ts";

/** What the mail library hangs on its errors. Its texts repeat addresses and are never passed on. */
interface SmtpError extends Error {
  readonly code?: string;
  readonly originalCode?: string;
  readonly response?: string;
  readonly responseCode?: number;
}

/** 4xx may pass and 5xx will not (RFC 5321, 4.2.1), except that no message is to blame when our login is refused. */
export function smtpFailure(error: unknown, patience: number): Failed {
  const { code, originalCode, responseCode, response } = error as SmtpError;
  const reply = replyOf(responseCode, response);
  if (code === "EAUTH" || code === "ENOAUTH")
    return temporary(
      "smtp-login",
      `邮件服务器拒绝登录${reply && `（${reply}）`}，请检查渠道配置。`,
      `The mail server refused our login${reply && ` (${reply})`}; check the channel's configuration.`,
    );
  if (code === "ETLS")
    return temporary(
      "smtp-tls",
      `无法与邮件服务器建立加密连接${reply && `（${reply}）`}。`,
      `No encrypted connection to the mail server${reply && ` (${reply})`}.`,
    );
  if (responseCode !== undefined) return refusal(responseCode, reply);
  if (code === "ETIMEDOUT") return tooSlow(patience);
  return connectionFailure(originalCode === undefined ? error : Object.assign(new Error(), { code: originalCode }));
}

function refusal(responseCode: number, reply: string): Failed {
  const code = `smtp-${responseCode}`;
  const zh = `邮件服务器${responseCode >= 500 ? "拒收" : "暂不受理"}（${reply}）。`;
  return responseCode >= 500 && responseCode !== 503
    ? permanent(code, zh, `The mail server refused it (${reply}).`)
    : temporary(code, zh, `The mail server can't take it now (${reply}).`);
}

/** "550 5.1.1": the code and, where the server gives one, the enhanced code of RFC 3463. */
function replyOf(code: number | undefined, response: string | undefined): string {
  if (code === undefined) return "";
  const enhanced = /^\d{3}[ -]([245]\.\d{1,3}\.\d{1,3})\b/.exec(response ?? "")?.[1];
  return enhanced === undefined ? String(code) : `${code} ${enhanced}`;
}
