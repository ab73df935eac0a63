import { z } from "zod";
import { type Action, actionRow } from "../../models/rights/actions.ts";
import type { Stage } from "../../models/sign-in/stage.ts";
import type { Text } from "../../models/text.ts";
import type { Answer } from "./answer.ts";
import type { Asked } from "./asked.ts";

/** Who may come in. Every route says so; there is no default. */
export type Rule =
  /** Anybody, for this reason. */
  | { readonly open: string }
  /** Whoever has shown a first proof and stands at one of these stages. */
  | { readonly stage: readonly Stage[] }
  /** Who may do this to the place, to some rows (the reader shows no others), or to the enterprise that the path names. */
  | { readonly right: Action; readonly over: "place" | "reach" | "enterprise" };

export interface RouteSpec<Input> {
  readonly method: "get" | "post";
  readonly path: string;
  /**
   * page and file answer people, api, machine and stream programs: errors and missing sign-in are told accordingly. A stream
   * stays open.
   */
  readonly kind: "page" | "file" | "api" | "machine" | "stream";
  readonly name: Text;
  /** What the description of the API says besides its name. */
  readonly note?: Text;
  readonly rule: Rule;
  /** What may be sent; everything else is refused. Made by `takes`. */
  readonly input: z.ZodType<Input>;
  /**
   * What an api route answers in JSON; every one says so. Tests hold every answer to it; in production none is checked, for
   * what that would cost.
   */
  readonly answers?: z.ZodType;
  /** Media types of a file that programs fetch too: it stands in the description of the API. */
  readonly gives?: readonly string[];
  /** Looks at a proof, so it may be asked far less often. */
  readonly proof?: true;
  /** Has a place in the head of every page, for those who may. */
  readonly inHead?: true;
  /** Takes a form with a file in it, which may be far larger than a form of words. */
  readonly takesFile?: true;
  handle(asked: Asked<Input>): Promise<Answer>;
}

export type Route = Omit<RouteSpec<never>, "input"> & { readonly input: z.ZodType };

/** Whether programs may ask for it as well as, or instead of, people. */
export const isForPrograms = ({ kind, gives }: Pick<Route, "kind" | "gives">): boolean =>
  kind === "api" || gives !== undefined;

/** A row of the route table; from here on its input is what its schema made of it. */
export const route = <Input>(spec: RouteSpec<Input>): Route => spec as unknown as Route;

/** Whether it takes somebody who has signed in, and no token. */
export const isInPerson = ({ rule }: Pick<Route, "rule">): boolean =>
  "right" in rule && actionRow(rule.right).inPerson === true;

type Shape = Readonly<Record<string, z.ZodType>>;

/** The schema of a route's path, query and form. The language is in every query, the form's token in every form. */
export const takes = <P extends Shape, Q extends Shape, B extends Shape>(
  parts: { readonly params?: P; readonly query?: Q; readonly body?: B } = {},
) =>
  z.strictObject({
    params: z.strictObject((parts.params ?? {}) as P),
    query: z.strictObject({ lang: z.enum(["zh", "en"]).optional(), ...((parts.query ?? {}) as Q) }),
    body: z.strictObject({ csrf: z.string().max(100).optional(), ...((parts.body ?? {}) as B) }),
  });
