import { isIP } from "node:net";
import { Problem } from "../../../models/problem.ts";
import { text } from "../../../models/text.ts";
import { type AddressKind, addressKind, holds, type Network, networkOf } from "./address-kind.ts";

/** One receiver the deployment vouches for: a host name or a network. */
interface Entry {
  readonly name: string | null;
  readonly network: Network | null;
  /** Written with http://, so that it may be reached without TLS. */
  readonly plain: boolean;
}

export type AllowList = readonly Entry[];

/** No entry opens these: nobody's receiver is there, and a cloud's credentials are. */
const NEVER: ReadonlySet<AddressKind> = new Set(["metadata", "link-local", "multicast", "unspecified", "unknown"]);
/** What a name on the list may resolve to. Its DNS is trusted for the deployment's own networks, not for this machine. */
const INSIDE: ReadonlySet<AddressKind> = new Set(["public", "private", "shared"]);

/** Host names, addresses and networks, between blanks or commas, each with http:// before it where TLS is not asked for. */
export function parseAllowList(list: string | undefined): AllowList {
  const written = (list ?? "").split(/[\s,]+/).filter((entry) => entry !== "");
  const entries = written.map(entryOf);
  const wrong = written.filter((_, index) => entries[index] === null);
  if (wrong.length > 0) throw listWrong(wrong);
  return entries.filter((entry) => entry !== null);
}

function entryOf(written: string): Entry | null {
  const plain = written.startsWith("http://");
  const rest = plain ? written.slice("http://".length) : written;
  if (isIP(rest.split("/")[0]!) === 0) {
    const name = /^(?=.*[a-z])[a-z0-9-]+(\.[a-z0-9-]+)*$/i.test(rest);
    return name ? { name: rest.toLowerCase(), network: null, plain } : null;
  }
  try {
    return { name: null, network: networkOf(rest), plain };
  } catch {
    return null;
  }
}

export type Refusal = AddressKind | "plain-http";

/** Why a connection to an address, looked up for a host, must not be made; null when it may. */
export function refusalOf(address: string, host: string, plain: boolean, list: AllowList): Refusal | null {
  const kind = addressKind(address);
  if (NEVER.has(kind)) return kind;
  const opened = list.filter(({ name, network }) =>
    network === null ? name === host && INSIDE.has(kind) : holds(network, address),
  );
  if (kind !== "public" && opened.length === 0) return kind;
  return plain && !opened.some((entry) => entry.plain) ? "plain-http" : null;
}

const listWrong = (wrong: readonly string[]): Problem =>
  new Problem(
    "usage",
    "allow-list-wrong",
    text(
      `WENGANG_NOTIFY_ALLOW 中无法识别：${wrong.join("、")}。`,
      `WENGANG_NOTIFY_ALLOW has entries that can't be read: ${wrong.join(", ")}.`,
    ),
    text(
      "请写主机名、IP 地址或网段（如 10.20.0.0/16），以空格或逗号分隔；不用 TLS 的在前面加 http://。",
      "Write host names, addresses or networks such as 10.20.0.0/16, between blanks or commas, with http:// before those without TLS.",
    ),
  );
