import express, { type Express, type RequestHandler } from "express";
import type { WebOptions } from "./options.ts";
import { routes } from "./routes.ts";
import { contextOf, meet, openContext, personIn } from "./shell/context.ts";
import { fail } from "./shell/fail.ts";
import { headers } from "./shell/headers.ts";
import { languageOf } from "./shell/language.ts";
import { SHELL_LIMITS } from "./shell/limits.ts";
import { logTo } from "./shell/log.ts";
import { makeMetrics } from "./shell/metrics.ts";
import { originsOf } from "./shell/origins.ts";
import { perform } from "./shell/perform.ts";
import { hostWrong, notFound } from "./shell/problems.ts";
import { addressOf, perAddress, perPerson, proofsPerAddress } from "./shell/rate.ts";
import { receive } from "./shell/receive.ts";
import type { Shell } from "./shell/shell.ts";
import { visitorOf } from "./shell/visitor.ts";

/** The service in the browser: every route of the table behind one shell. It never runs a job. */
export function webApp(options: WebOptions): Express {
  const metrics = makeMetrics();
  const secure = options.origin.startsWith("https:");
  const shell: Shell = { options, metrics, log: logTo(options.log), secure, routes: routes(options, metrics) };
  const app = express();
  app.disable("x-powered-by");
  app.disable("etag"); // nothing is kept, so nothing is compared
  app.set("query parser", "simple");
  app.set("trust proxy", options.behindProxy ? "loopback" : false);
  app.use(enter(shell), ...headers(secure), checkHost(options.origin), perAddress());
  app.use(
    express.urlencoded({ extended: false, limit: SHELL_LIMITS.body.value, parameterLimit: SHELL_LIMITS.fields.value }),
  );
  app.use(express.json({ limit: SHELL_LIMITS.body.value }), know(shell), perPerson(personIn));
  const proofs = proofsPerAddress();
  for (const route of shell.routes) {
    const remember: RequestHandler = (request, _response, next) => {
      const context = contextOf(request);
      context.route = route;
      context.language = languageOf(request, context.cookies, route.kind === "api");
      next();
    };
    const first = [...(route.proof ? [proofs] : []), ...(route.takesFile ? receive() : [])];
    app[route.method](route.path, remember, ...first, perform(route, shell));
  }
  app.use((_request, _response, next) => next(notFound()));
  app.use(fail(shell));
  return app;
}

/** Every request has a number, is answered in a language whatever becomes of it, and leaves a line. */
function enter({ options, secure, log, metrics }: Shell): RequestHandler {
  return (request, response, next) => {
    const context = openContext(request, secure, options.clock());
    response.set("X-Request-Id", context.id);
    context.language = languageOf(request, context.cookies, request.path.startsWith("/api/"));
    let told = false;
    context.tell = () => {
      if (told) return;
      told = true;
      const ms = options.clock() - context.began;
      const route = context.route?.path ?? "none";
      const { method } = request;
      metrics.seen(method, route, response.statusCode, ms / 1000);
      const { id, problem } = context;
      const line = { request: id, method, route, status: response.statusCode, ms, address: addressOf(request) };
      log.request({ ...line, person: personIn(request), ...(problem === undefined ? {} : { problem }) });
    };
    response.on("finish", context.tell);
    next();
  };
}

/** A page on another name that leads here could read what a browser is shown under that name. */
function checkHost(origin: string): RequestHandler {
  const hosts = originsOf(origin).map((one) => new URL(one).host);
  return (request, _response, next) => next(hosts.includes(request.get("host") ?? "") ? undefined : hostWrong());
}

function know({ options }: Shell): RequestHandler {
  return async (request, response, next) => {
    const context = contextOf(request);
    meet(context, await visitorOf(request, context.cookies, { ...options, now: options.clock() }));
    if (request.query.lang === context.language) context.cookies.set(response, "lang", context.language, YEAR_S);
    next();
  };
}

const YEAR_S = 31_536_000;
