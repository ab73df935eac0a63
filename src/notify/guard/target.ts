import { isIP } from "node:net";
import type { Failed } from "../channel.ts";
import { permanent } from "../failure.ts";
import { type AllowList, type Refusal, refusalOf } from "./allow-list.ts";

/** The address to connect to, or why not, as far as can be said before its name is looked up. */
export function targetOf(written: string, list: AllowList): URL | Failed {
  if (/[\s\\\p{Cc}]/u.test(written) || !URL.canParse(written)) return notAnAddress();
  const url = new URL(written);
  if (url.protocol !== "https:" && url.protocol !== "http:") return notAnAddress();
  if (url.username !== "" || url.password !== "") return withCredentials();
  const plain = url.protocol === "http:";
  if (plain && !list.some((entry) => entry.plain)) return refused("plain-http");
  const host = bareHost(url.hostname);
  if (isIP(host) === 0) return url;
  if (!isPlainlyWritten(written, url)) return oddlyWritten();
  const refusal = refusalOf(host, host, plain, list);
  return refusal === null ? url : refused(refusal);
}

/** As in a list: small, without the brackets of IPv6 and without the dot of a full name. */
export const bareHost = (hostname: string): string =>
  hostname
    .toLowerCase()
    .replace(/^\[|\]$/g, "")
    .replace(/\.$/, "");

/** 2130706433, 0x7f.1, 0177.0.0.1 and １２７.0.0.1 are all 127.0.0.1; who writes an address so wants it overlooked. */
function isPlainlyWritten(written: string, { protocol, hostname }: URL): boolean {
  const plain = `${protocol}//${hostname}`;
  return written.toLowerCase().startsWith(plain) && /^([:/?#]|$)/.test(written.slice(plain.length));
}

export function refused(refusal: Refusal): Failed {
  if (refusal !== "plain-http")
    return permanent(
      "address-refused",
      `接收地址指向不允许连接的网络（${refusal}）；确属本单位的接收方，请由管理员列入 WENGANG_NOTIFY_ALLOW。`,
      `The address leads to a network that must not be connected to (${refusal}); if it is a receiver of your own, have an administrator list it in WENGANG_NOTIFY_ALLOW.`,
    );
  return permanent(
    "address-plain",
    "接收地址须使用 https；内网确无 TLS 的，请由管理员以 http:// 列入 WENGANG_NOTIFY_ALLOW。",
    "The address must use https; for a receiver inside that has no TLS, have an administrator list it with http:// in WENGANG_NOTIFY_ALLOW.",
  );
}

const notAnAddress = (): Failed =>
  permanent("address-wrong", "接收地址不是有效的 https 地址。", "The address is not a valid https address.");

const withCredentials = (): Failed =>
  permanent(
    "address-credentials",
    "接收地址中不能带用户名和密码。",
    "The address must not carry a user name or a password.",
  );

const oddlyWritten = (): Failed =>
  permanent("address-odd", "接收地址中的 IP 须写成通常的形式。", "An IP address must be written in its usual form.");
