import { createHash } from "node:crypto";
import type { RequestHandler, Response } from "express";
import helmet from "helmet";

/** What a page may do: scripts, styles and data from here, pictures inside it, forms to here, and no frame around it. */
const DIRECTIVES = {
  defaultSrc: ["'none'"],
  scriptSrc: ["'self'"],
  styleSrc: ["'self'"],
  imgSrc: ["'self'", "data:"],
  connectSrc: ["'self'"],
  formAction: ["'self'"],
  baseUri: ["'none'"],
  frameAncestors: ["'none'"],
} as const;

/** Headers of every answer, errors too. Nothing is kept by browsers or proxies unless an answer says so. */
export function headers(secure: boolean): RequestHandler[] {
  const policy = { useDefaults: false, directives: mutable(DIRECTIVES) };
  return [
    helmet({
      contentSecurityPolicy: policy,
      strictTransportSecurity: secure ? { maxAge: 31_536_000, includeSubDomains: false } : false,
      crossOriginEmbedderPolicy: true,
      // Not "no-referrer": with that, browsers send forms from "null", and no form could be told from a stranger's.
      referrerPolicy: { policy: "same-origin" },
      frameguard: { action: "deny" },
    }),
    (_request, response, next) => {
      response.set("Cache-Control", "no-store");
      response.set("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()");
      next();
    },
  ];
}

const mutable = (directives: typeof DIRECTIVES) =>
  Object.fromEntries(Object.entries(directives).map(([name, sources]) => [name, [...sources]]));

/** Lets a page that came whole run its own inline scripts and styles, known by their hashes, and no others. */
export function allowInline(response: Response, page: string): void {
  const policy = String(response.getHeader("Content-Security-Policy"));
  response.set(
    "Content-Security-Policy",
    policy
      .replace(/script-src [^;]*/, `script-src ${["'self'", ...hashes(page, "script")].join(" ")}`)
      .replace(/style-src [^;]*/, `style-src ${["'self'", ...hashes(page, "style")].join(" ")}`),
  );
}

function hashes(page: string, element: string): string[] {
  const contents = page.matchAll(new RegExp(`<${element}(?:\\s[^>]*)?>([\\s\\S]*?)</${element}>`, "g"));
  return [
    ...new Set([...contents].map((match) => `'sha256-${createHash("sha256").update(match[1]!).digest("base64")}'`)),
  ];
}
