import { BlockList, isIP } from "node:net";

/** What an IP address is for, by the IANA special-purpose registries (RFC 6890 and its updates, read in 2026-11). */
export type AddressKind =
  | "public"
  | "private"
  | "shared"
  | "loopback"
  | "translated"
  | "reserved"
  | "link-local"
  | "metadata"
  | "multicast"
  | "unspecified"
  | "unknown";

/** From narrow to wide: the first that holds an address names it. */
const RANGES: readonly (readonly [AddressKind, readonly string[]])[] = [
  // Where clouds keep their machines' credentials: AWS and most others, Alibaba Cloud, Azure, AWS on IPv6.
  ["metadata", ["169.254.169.254/32", "100.100.100.200/32", "168.63.129.16/32", "fd00:ec2::254/128"]],
  ["unspecified", ["0.0.0.0/8", "::/128"]],
  ["loopback", ["127.0.0.0/8", "::1/128"]],
  ["private", ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "fc00::/7", "fec0::/10"]],
  ["shared", ["100.64.0.0/10"]], // carrier-grade NAT, RFC 6598
  ["link-local", ["169.254.0.0/16", "fe80::/10"]],
  ["multicast", ["224.0.0.0/4", "255.255.255.255/32", "ff00::/8"]],
  // IPv6 that stands for an IPv4 address: compatible, mapped, translated (RFC 2765, 6052, 8215), Teredo, 6to4.
  [
    "translated",
    ["::/96", "::ffff:0:0/96", "::ffff:0:0:0/96", "64:ff9b::/96", "64:ff9b:1::/48", "2001::/32", "2002::/16"],
  ],
  [
    "reserved",
    [
      "192.0.0.0/24",
      "192.0.2.0/24",
      "192.88.99.0/24",
      "198.18.0.0/15",
      "198.51.100.0/24",
      "203.0.113.0/24",
      "240.0.0.0/4",
    ],
  ],
  ["reserved", ["2001::/23", "2001:db8::/32", "3fff::/20"]],
  ["public", ["2000::/3"]], // nothing outside it is global unicast yet
];

const LISTS = RANGES.map(([kind, ranges]) => [kind, networkOf(...ranges)] as const);

export function addressKind(address: string): AddressKind {
  const family = isIP(address);
  if (family === 0 || address.includes("%")) return "unknown";
  const named = LISTS.find(([, network]) => holds(network, address));
  return named?.[0] ?? (family === 4 ? "public" : "reserved");
}

/** Two lists, because BlockList takes ::ffff:10.0.0.1 for 10.0.0.1. */
export interface Network {
  readonly v4: BlockList;
  readonly v6: BlockList;
}

/** Throws RangeError for what is not an address, or address/bits with bits from 1: BlockList finds nothing in 0.0.0.0/0. */
export function networkOf(...ranges: readonly string[]): Network {
  const network = { v4: new BlockList(), v6: new BlockList() };
  for (const range of ranges) {
    const [address = "", bits] = range.split("/", 2);
    const family = isIP(address);
    const width = family === 4 ? 32 : 128;
    const prefix = bits === undefined ? width : /^\d{1,3}$/.test(bits) ? Number(bits) : Number.NaN;
    if (family === 0 || !(prefix >= 1 && prefix <= width))
      throw new RangeError(`not an address or a network: ${range}`);
    network[family === 4 ? "v4" : "v6"].addSubnet(address, prefix, family === 4 ? "ipv4" : "ipv6");
  }
  return network;
}

export const holds = (network: Network, address: string): boolean =>
  isIP(address) === 4 ? network.v4.check(address, "ipv4") : network.v6.check(address, "ipv6");
