import type { Request, RequestHandler } from "express";
import type { Action } from "../../../models/rights/actions.ts";
import { type Reach, reachOf } from "../../../models/rights/reach.ts";
import { appendAudit } from "../../db/audit/audit.ts";
import { scopedTo } from "../../db/scope/scoped-to.ts";
import type { Asked, Note, Visitor } from "../asked.ts";
import { fieldWords } from "../pages/field-words.ts";
import type { Route } from "../route.ts";
import { admit } from "./admit.ts";
import { type Context, contextOf } from "./context.ts";
import { checkForm, formTokenOf } from "./forms.ts";
import { inputWrong } from "./problems.ts";
import { addressOf } from "./rate.ts";
import { send } from "./send.ts";
import type { Shell } from "./shell.ts";

const NOTHING: Reach = { all: false, departments: [], regions: [], specialist: null };

/** Carries out a route: who may, whether the form is ours, whether what was sent is whole, and only then the work. */
export function perform(route: Route, shell: Shell): RequestHandler {
  return async (request, response) => {
    const context = contextOf(request);
    const params = request.params as Readonly<Record<string, string>>;
    const admission = await admit(route, context.visitor, params, shell.options.db);
    if (!admission.admitted) {
      if ("problem" in admission) throw admission.problem;
      context.problem = "led-on";
      return send(shell, request, response, { kind: "redirect", to: admission.leadTo });
    }
    if (route.method !== "get" && context.visitor.kind !== "token")
      checkForm(request, context.secret, shell.options.origin);
    if (route.method === "post" && route.kind === "page")
      context.sent = { action: request.path, body: { ...request.body } };
    send(shell, request, response, await route.handle(asked(route, shell, request, context)));
  };
}

function asked(route: Route, { options }: Shell, request: Request, context: Context): Asked<never> {
  const { visitor, language, secret } = context;
  const { db, clock } = options;
  const now = clock();
  return {
    input: inputOf(route, request) as never,
    ...{ visitor, language, now, secret, formToken: formTokenOf(secret) },
    say: (words) => words[language],
    address: addressOf(request),
    agent: request.get("user-agent") ?? "",
    lastEventId: request.get("last-event-id") ?? null,
    url: request.originalUrl,
    read: (work, right) => {
      const reach = reachIn(route, visitor, right);
      return scopedTo(db, reach, (tx) => work(tx, reach));
    },
    change: (note, work) =>
      db.transaction(async (tx) => {
        const result = await work(tx);
        await appendAudit(tx, {
          at: now,
          actor: actorOf(visitor),
          ...noted(typeof note === "function" ? note(result) : note),
        });
        return result;
      }),
  };
}

const noted = ({ action, subject, detail }: Note) => ({ action, subject, detail: detail ?? {} });

/** The account; of a token too, whose use is its person's. */
const actorOf = (visitor: Visitor): string => (visitor.kind === "nobody" ? "nobody" : visitor.person.account);

const reachIn = ({ rule }: Route, visitor: Visitor, right?: Action): Reach =>
  visitor.kind === "nobody" || !("right" in rule) ? NOTHING : reachOf(visitor.person, right ?? rule.right);

/** Everything sent, by the route's schema. What is wrong is named by field: its content is nobody's business. */
function inputOf(route: Route, request: Request): unknown {
  const { params, query } = request;
  const parsed = route.input.safeParse({ params: { ...params }, query: { ...query }, body: { ...request.body } });
  if (parsed.success) return parsed.data;
  const fields = parsed.error.issues.flatMap(({ code, path, ...issue }) =>
    code === "unrecognized_keys" && "keys" in issue
      ? (issue.keys as string[]).map(short)
      : [(route.kind === "page" ? path.slice(1, 2) : path.slice(1)).join(".")],
  );
  const names = [...new Set(fields)].slice(0, MOST_FIELDS);
  throw inputWrong(names, (name, language) =>
    route.kind === "page" ? fieldWords(name, language, request.path) : name,
  );
}

const MOST_FIELDS = 10;
/** A field's name may be anything a stranger sends. */
const short = (name: string): string => name.slice(0, 40);
