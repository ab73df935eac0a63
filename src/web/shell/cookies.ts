import type { Response } from "express";

/** __Host- cookies go to this host and path only and never in clear; a browser takes them over https alone. */
const named = (name: string, secure: boolean): string => (secure ? `__Host-${name}` : name);

export interface Cookies {
  read(name: string): string | null;
  set(response: Response, name: string, value: string, maxAgeSeconds?: number): void;
  clear(response: Response, name: string): void;
}

/** The cookies of one request. Over plain http, which only this machine uses, they have neither the prefix nor Secure. */
export function cookiesOf(header: string | undefined, secure: boolean): Cookies {
  const given = new Map((header ?? "").split(";").map((pair) => split(pair.trim())));
  const attributes = `Path=/; HttpOnly; SameSite=Lax${secure ? "; Secure" : ""}`;
  const write = (response: Response, name: string, value: string, age: string) =>
    response.append("Set-Cookie", `${named(name, secure)}=${value}; ${attributes}${age}`);
  return {
    read: (name) => given.get(named(name, secure)) || null,
    set: (response, name, value, age) => {
      write(response, name, value, age === undefined ? "" : `; Max-Age=${age}`);
    },
    clear: (response, name) => {
      write(response, name, "", "; Max-Age=0");
    },
  };
}

function split(pair: string): [string, string] {
  const at = pair.indexOf("=");
  return at < 0 ? [pair, ""] : [pair.slice(0, at), pair.slice(at + 1)];
}
