import express, { type RequestHandler } from "express";
import type { SentFile } from "../intake-desk.ts";
import { contextOf } from "./context.ts";
import { SHELL_LIMITS } from "./limits.ts";
import { bodyBroken } from "./problems.ts";

const FORM = "multipart/form-data";

/**
 * Takes a form with a file in: Node's own parser, on as many bytes as the shell allows, and only for those who are known. The file
 * stands in the body like a field, and the form's token is checked as everywhere.
 */
export function receive(): RequestHandler[] {
  const raw = express.raw({ type: FORM, limit: SHELL_LIMITS.upload.value, inflate: false });
  const known: RequestHandler = (request, response, next) =>
    contextOf(request).visitor.kind === "nobody" ? next() : raw(request, response, next);
  return [known, unpack];
}

const unpack: RequestHandler = async (request, _response, next) => {
  if (!Buffer.isBuffer(request.body)) return next();
  const type = request.get("content-type") ?? "";
  const form = await new Response(request.body, { headers: { "content-type": type } }).formData().catch(() => null);
  if (form === null) throw bodyBroken(contextOf(request).route?.kind === "api");
  const fields = [...form].map(async ([name, value]) => [name, typeof value === "string" ? value : await sent(value)]);
  request.body = Object.fromEntries(await Promise.all(fields));
  next();
};

const sent = async (file: File): Promise<SentFile> => ({
  name: cleanName(file.name),
  bytes: new Uint8Array(await file.arrayBuffer()),
});

const LONGEST_NAME = 150;

/** A name alone, without folders and without what could end a line or a header. */
function cleanName(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? "";
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is taken out
  const clean = last.replace(/[\x00-\x1f\x7f"<>|:*?\u202a-\u202e\u2066-\u2069]/g, "").trim();
  return clean === "" ? "file" : clean.slice(-LONGEST_NAME);
}
