import type { ErrorRequestHandler, Request, Response } from "express";
import { Problem } from "../../../models/problem.ts";
import { problemPage } from "../pages/problem.ts";
import { type Context, contextOf } from "./context.ts";
import { formTokenOf } from "./forms.ts";
import { bodyBroken, bodyTooLarge, statusOf, tooLarge, unexpected } from "./problems.ts";
import { send } from "./send.ts";
import type { Shell } from "./shell.ts";

/** Answers what went wrong: programs get problem+json, people a page; both with code, cause and next step. */
export function fail(shell: Shell): ErrorRequestHandler {
  return (error: unknown, request, response, next) => {
    if (response.headersSent) return next(error);
    const context = contextOf(request);
    const program = isForProgram(request, context);
    const problem = toProblem(error, program, context.route !== null);
    if (statusOf(problem) >= 500) shell.log.fault(context.id, error);
    context.problem = problem.code;
    if (program) return sendJson(response, context, problem, isFetched(request, context.route));
    if (problem.kind === "not-signed-in") return sendToSignIn(shell, request, response);
    send(shell, request, response, {
      ...problemPage(problem, context.id, readerOf(context)),
      status: statusOf(problem),
    });
  };
}

const readerOf = ({ language, secret, sent }: Context) => ({ language, formToken: formTokenOf(secret), sent });

/** Errors of the body parser carry a status below 500; everything else that is no Problem is a fault of ours. Files are read once routed. */
function toProblem(error: unknown, program: boolean, routed: boolean): Problem {
  if (error instanceof Problem) return error;
  const status = (error as { status?: unknown } | null)?.status;
  if (status === 413) return program && !routed ? bodyTooLarge() : tooLarge();
  return typeof status === "number" && status < 500 ? bodyBroken(program) : unexpected();
}

const isForProgram = (request: Request, { route, visitor }: Context): boolean =>
  visitor.kind === "token" ||
  request.get("authorization") !== undefined ||
  isFetched(request, route) ||
  (route ? ["api", "machine", "stream"].includes(route.kind) : request.path.startsWith("/api/"));

/** A file that is asked for by no browser: by a calendar, a feed reader, a script. */
const isFetched = (request: Request, route: Context["route"]): boolean =>
  route?.kind === "file" && route.gives !== undefined && !(request.get("accept") ?? "").includes("text/html");

/** RFC 9457, and beside it what our own pages show. */
function sendJson(response: Response, { id, language }: Context, problem: Problem, fetched: boolean): void {
  if (problem.kind === "not-signed-in") response.set("WWW-Authenticate", fetched ? 'Basic realm="wengang"' : "Bearer");
  response
    .status(statusOf(problem))
    .type("application/problem+json")
    .send(
      JSON.stringify({
        type: `urn:wengang:problem:${problem.code}`,
        title: problem.reason[language],
        status: statusOf(problem),
        code: problem.code,
        cause: problem.reason[language],
        next: problem.next[language],
        request: id,
      }),
    );
}

/** Back to where one wanted to go, once signed in; a form that was sent is lost and has to be filled again. */
function sendToSignIn(shell: Shell, request: Request, response: Response): void {
  const wanted =
    request.method === "GET" && request.path !== "/" ? `?next=${encodeURIComponent(request.originalUrl)}` : "";
  send(shell, request, response, { kind: "redirect", to: `/sign-in${wanted}`, session: null });
}
