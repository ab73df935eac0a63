import type { Request } from "express";
import type { Language } from "../../../models/text.ts";
import type { Cookies } from "./cookies.ts";

/** The reader's language: asked for, chosen before, or (programs only) the one they accept. Chinese first. */
export function languageOf(request: Request, cookies: Cookies, program: boolean): Language {
  const named = [request.query.lang, cookies.read("lang")].find((value) => value === "zh" || value === "en");
  if (named === "zh" || named === "en") return named;
  return program && request.acceptsLanguages("zh", "en") === "en" ? "en" : "zh";
}
