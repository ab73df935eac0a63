import type { Request } from "express";
import type { Language } from "../../../models/text.ts";
import { newSecret } from "../../auth/secret.ts";
import type { Visitor } from "../asked.ts";
import type { Sent } from "../pages/sent-again.ts";
import type { Route } from "../route.ts";
import { type Cookies, cookiesOf } from "./cookies.ts";

/** What is known of a request while it is answered. */
export interface Context {
  /** Number of the request, in its answer and in the log. */
  readonly id: string;
  readonly cookies: Cookies;
  readonly began: number;
  visitor: Visitor;
  language: Language;
  /** The route it came to; null while none fits. */
  route: Route | null;
  /** A form that is ours by its token, as it was sent: what is wrong with it gives it back. */
  sent?: Sent;
  /** Code of the problem answered, for the log. */
  problem?: string;
  /** Secret of the session or form cookie, and whether the browser has yet to be given it. */
  secret: string;
  secretIsNew: boolean;
  /** Writes the request's line into the log, once. */
  tell(): void;
}

const contexts = new WeakMap<Request, Context>();

export function openContext(request: Request, secure: boolean, now: number): Context {
  const cookies = cookiesOf(request.get("cookie"), secure);
  const known = cookies.read("session") ?? cookies.read("form");
  const context: Context = {
    id: newSecret().slice(0, 12),
    cookies,
    began: now,
    visitor: { kind: "nobody" },
    language: "zh",
    route: null,
    secret: known ?? newSecret(),
    secretIsNew: known === null,
    tell: () => {},
  };
  contexts.set(request, context);
  return context;
}

export function contextOf(request: Request): Context {
  const context = contexts.get(request);
  if (!context) throw new TypeError("a request is answered that never came in");
  return context;
}

/** Somebody whose session has ended is a stranger, bound to the form cookie again. */
export function meet(context: Context, visitor: Visitor): void {
  context.visitor = visitor;
  if (visitor.kind !== "nobody") return;
  const form = context.cookies.read("form");
  context.secret = form ?? newSecret();
  context.secretIsNew = form === null;
}

export const personIn = (request: Request): number | null => {
  const { visitor } = contextOf(request);
  return visitor.kind === "nobody" ? null : visitor.person.id;
};
