import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { Request, Response } from "express";
import type { Answer } from "../answer.ts";
import { levelSheetPath } from "../machine/level-sheet.ts";
import { documentPage, type Frame, layout } from "../pages/layout.ts";
import { type Context, contextOf } from "./context.ts";
import { formTokenOf } from "./forms.ts";
import { allowInline } from "./headers.ts";
import { sendKept } from "./kept.ts";
import type { Shell } from "./shell.ts";
import { sendStream } from "./stream.ts";

/** Makes an answer a response. */
export function send(shell: Shell, request: Request, response: Response, answer: Answer): void {
  const context = contextOf(request);
  setCookies(context, response, answer, request.method === "GET");
  response.status(answer.status ?? (answer.kind === "redirect" ? 303 : 200));
  if (answer.kind === "redirect") response.location(answer.to).end();
  else if (answer.kind === "json") response.json(answer.body);
  else if (answer.kind === "stream") sendStream(shell, request, response, answer);
  else if (answer.kind === "file") {
    if (answer.name !== undefined) response.attachment(answer.name);
    response.type(answer.type);
    if (answer.keep && typeof answer.body === "string") sendKept(request, response, answer.body);
    else if (typeof answer.body === "string") response.send(answer.body);
    else if (answer.body instanceof Uint8Array) response.send(Buffer.from(answer.body));
    else sendPieces(shell, response, context.id, answer.body);
  } else sendPage(response, answer, frameOf(shell, request, context, answer.session ?? context.secret));
}

/** A fault half-way cuts the response off, so that nobody takes what came for the whole. */
function sendPieces(shell: Shell, response: Response, id: string, pieces: AsyncIterable<string>): void {
  pipeline(Readable.from(pieces), response).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "ERR_STREAM_PREMATURE_CLOSE") shell.log.fault(id, error); // whoever asked has gone
  });
}

type PageAnswer = Extract<Answer, { kind: "page" | "document" }>;

function sendPage(response: Response, answer: PageAnswer, frame: Frame): void {
  response.set("Content-Language", frame.language === "zh" ? "zh-CN" : "en");
  if (answer.kind === "page") response.type("html").send(layout(frame, answer));
  else {
    allowInline(response, answer.page);
    response.type("html").send(documentPage(frame, answer.page));
  }
}

/** Forms on a page that brings a new session are bound to that one. */
function frameOf(shell: Shell, request: Request, { visitor, language }: Context, secret: string): Frame {
  return {
    language,
    visitor,
    place: shell.options.profile.title,
    levelSheet: levelSheetPath(shell.options.profile),
    formToken: formTokenOf(secret),
    path: request.path,
    query: visitor.kind === "session" && request.method === "GET" ? withoutLanguage(request.url) : "",
    routes: shell.routes,
  };
}

/** A stranger's address may hold what a provider of single sign-on sent: it is not written into a page. */
function withoutLanguage(url: string): string {
  const asked = new URL(url, "http://localhost").searchParams;
  asked.delete("lang");
  return asked.toString();
}

function setCookies(context: Context, response: Response, answer: Answer, got: boolean): void {
  const { cookies, visitor, secret, secretIsNew } = context;
  if (answer.session === null) cookies.clear(response, "session");
  else if (answer.session !== undefined) cookies.set(response, "session", answer.session);
  const goesOn = answer.kind === "page" || answer.kind === "redirect"; // to a form, or to the provider and back
  if (visitor.kind === "nobody" && secretIsNew && goesOn && got) cookies.set(response, "form", secret);
}
