import type { LookupAddress } from "node:dns";
import type { LookupFunction } from "node:net";
import { type AllowList, type Refusal, refusalOf } from "./allow-list.ts";
import { bareHost } from "./target.ts";

/** A name led to an address that must not be connected to. */
export class NameRefused extends Error {
  readonly refusal: Refusal;

  constructor(refusal: Refusal) {
    super(`address refused: ${refusal}`);
    this.name = "NameRefused";
    this.refusal = refusal;
  }
}

/**
 * A lookup for a connection that hands on only addresses that may be connected to. It is called by the connection itself,
 * so a name that answers otherwise a moment later gains nothing. One bad address among good ones refuses them all.
 */
export function guardedLookup(list: AllowList, plain: boolean, resolve: LookupFunction): LookupFunction {
  return (host, options, callback) => {
    resolve(host, { ...options, all: true }, (error, found) => {
      if (error) return callback(error, "", 0);
      const addresses = typeof found === "string" ? [{ address: found, family: 0 }] : found;
      const refusal = firstRefusal(addresses, host, plain, list);
      if (refusal !== null) return callback(new NameRefused(refusal), "", 0);
      if (options.all) return callback(null, addresses);
      callback(null, addresses[0]!.address, addresses[0]!.family);
    });
  };
}

function firstRefusal(found: readonly LookupAddress[], host: string, plain: boolean, list: AllowList): Refusal | null {
  if (found.length === 0) return "unknown";
  for (const { address } of found) {
    const refusal = refusalOf(address, bareHost(host), plain, list);
    if (refusal !== null) return refusal;
  }
  return null;
}
