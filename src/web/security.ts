import { createHash } from "node:crypto";
import type { Response } from "express";

/** Sends a page with headers under which only its own inline scripts and styles run, known by their hashes. */
export function secure(response: Response, status: number, page: string): void {
  response
    .status(status)
    .set({
      "Content-Security-Policy": policyFor(page),
      "X-Content-Type-Options": "nosniff",
      "Referrer-Policy": "no-referrer",
      "Cache-Control": "no-store",
      "Cross-Origin-Opener-Policy": "same-origin",
    })
    .type("html")
    .send(page);
}

function policyFor(page: string): string {
  const sources = (element: "script" | "style") => hashes(page, element).join(" ") || "'none'";
  return `default-src 'none'; script-src ${sources("script")}; style-src ${sources("style")}; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;
}

function hashes(page: string, element: string): string[] {
  const contents = page.matchAll(new RegExp(`<${element}(?:\\s[^>]*)?>([\\s\\S]*?)</${element}>`, "g"));
  return [
    ...new Set([...contents].map((match) => `'sha256-${createHash("sha256").update(match[1]!).digest("base64")}'`)),
  ];
}
