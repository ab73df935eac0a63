import { isLocal } from "../../auth/local-address.ts";

/** The address people type and, on this machine, its other name: somebody will type localhost. */
export function originsOf(origin: string): readonly string[] {
  const url = new URL(origin);
  if (!isLocal(url.hostname)) return [url.origin];
  const names = ["localhost", "127.0.0.1"].map((hostname) => Object.assign(new URL(origin), { hostname }).origin);
  return [...new Set([url.origin, ...names])];
}
