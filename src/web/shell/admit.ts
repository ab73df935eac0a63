import { actionRow } from "../../../models/rights/actions.ts";
import { mayAnywhere } from "../../../models/rights/anywhere.ts";
import { type Decision, may, PLACE } from "../../../models/rights/may.ts";
import type { Stage } from "../../../models/sign-in/stage.ts";
import type { Db } from "../../db/db.ts";
import { enterpriseSubject } from "../../db/scope/enterprise-scope.ts";
import type { Visitor } from "../asked.ts";
import type { Route, Rule } from "../route.ts";
import { notFound, notSignedIn, refused, rightsMissing, tokenTooNarrow } from "./problems.ts";

export type Admission =
  | { readonly admitted: true }
  /** Somebody who is not done signing in, or has been for long, is led on. */
  | { readonly admitted: false; readonly leadTo: string }
  | { readonly admitted: false; readonly problem: ReturnType<typeof notSignedIn> };

/** Where each stage of signing in goes on. */
export const STAGE_PAGES: Readonly<Record<Stage, string>> = {
  "second-factor": "/sign-in/code",
  enrol: "/sign-in/enrol",
  "new-password": "/sign-in/new-password",
  waiting: "/sign-in/waiting",
  full: "/",
};

const IN: Admission = { admitted: true };

/** Whether a visitor may come in by a route, with what its path names. Nothing is read or changed before this says yes. */
export async function admit(
  { rule }: Pick<Route, "rule">,
  visitor: Visitor,
  params: Readonly<Record<string, string>>,
  db: Db,
): Promise<Admission> {
  if ("open" in rule) return IN;
  if (visitor.kind === "nobody") return { admitted: false, problem: notSignedIn() };
  if ("stage" in rule) return atStage(rule.stage, visitor);
  if (visitor.kind === "session" && visitor.stage !== "full")
    return { admitted: false, leadTo: STAGE_PAGES[visitor.stage] };
  if (visitor.person.rights !== "granted") return { admitted: false, problem: rightsMissing(visitor.person.rights) };
  if (visitor.kind === "token" && isTooNarrow(visitor.scope, rule.right))
    return { admitted: false, problem: tokenTooNarrow() };
  return byRight(rule, visitor.person, params, db);
}

function atStage(stages: readonly Stage[], visitor: Exclude<Visitor, { kind: "nobody" }>): Admission {
  if (visitor.kind === "token") return { admitted: false, problem: tokenTooNarrow() };
  return stages.includes(visitor.stage) ? IN : { admitted: false, leadTo: STAGE_PAGES[visitor.stage] };
}

function isTooNarrow(scope: "read" | "change", right: Parameters<typeof actionRow>[0]): boolean {
  const { kind, inPerson } = actionRow(right);
  return inPerson === true || (kind === "change" && scope === "read");
}

type ByRight = Extract<Rule, { right: unknown }>;
type Known = Exclude<Visitor, { kind: "nobody" }>["person"];

async function byRight(
  { right, over }: ByRight,
  person: Known,
  params: Readonly<Record<string, string>>,
  db: Db,
): Promise<Admission> {
  if (over === "place") return fromDecision(may(person, right, PLACE));
  const anywhere = mayAnywhere(person, right);
  if (over === "reach" || !anywhere.allowed) return fromDecision(anywhere);
  const subject = await enterpriseSubject(db, params.code ?? "");
  const own = subject !== null && may(person, right, subject).allowed;
  return own ? IN : { admitted: false, problem: notFound() };
}

const fromDecision = (decision: Decision): Admission =>
  decision.allowed ? IN : { admitted: false, problem: refused(decision.reason) };

/** Whether a link to a page is worth showing to a visitor. */
export function mayOpen({ rule }: Pick<Route, "rule">, visitor: Visitor): boolean {
  if ("open" in rule) return true;
  if (visitor.kind !== "session" || visitor.stage !== "full" || "stage" in rule) return false;
  return rule.over === "place"
    ? may(visitor.person, rule.right, PLACE).allowed
    : mayAnywhere(visitor.person, rule.right).allowed;
}
