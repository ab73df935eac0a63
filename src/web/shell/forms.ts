import type { Request } from "express";
import { derived, isSame } from "../../auth/secret.ts";
import { originsOf } from "./origins.ts";
import { formStale } from "./problems.ts";

/** What the forms of a browser carry: made from the secret in its cookie, which no other site can read. */
export const formTokenOf = (secret: string): string => derived(secret, "form");

/**
 * Refuses what another site made a browser send: each change by cookie must carry the form's token, in the form or in the
 * header of a script, and a browser that says where it comes from must come from here.
 */
export function checkForm(request: Request, secret: string, origin: string): void {
  const from = request.get("origin");
  if (from !== undefined && !originsOf(origin).includes(from)) throw formStale();
  const site = request.get("sec-fetch-site");
  if (site !== undefined && site !== "same-origin" && site !== "none") throw formStale();
  const body: unknown = request.body;
  const inForm = typeof body === "object" && body !== null && "csrf" in body ? body.csrf : undefined;
  const token = request.get("x-csrf-token") ?? inForm;
  if (typeof token !== "string" || !isSame(token, formTokenOf(secret))) throw formStale();
}
