import { z } from "zod";

/** Where a form asks to be led back to; as long as an address may be. */
export const BACK = z.string().max(2000).optional();

const HERE = "http://here.invalid";
/** A path, and not "//host", which browsers take for another site. */
const PATH = /^\/(?![/\\])[^\\\p{Cc}]*$/u;

/**
 * Where somebody asked to be led: a path of ours, never another site, however the address is dressed up. What dots lead to is
 * looked at again: "/..//host" is "//host".
 */
export function ownPath(wanted: string | undefined, otherwise: string): string {
  if (wanted === undefined || !PATH.test(wanted)) return otherwise;
  const { origin, pathname, search } = new URL(wanted, HERE);
  return origin === HERE && PATH.test(pathname) ? pathname + search : otherwise;
}
