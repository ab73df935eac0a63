import type { z } from "zod";
import type { Text } from "../../models/text.ts";
import type { Answer } from "./answer.ts";
import type { Told } from "./answers/shape.ts";
import type { Asked } from "./asked.ts";
import { type Route, type Rule, route } from "./route.ts";

interface PairSpec<Input, Body, View> {
  readonly path: string;
  readonly name: Text;
  readonly rule: Rule;
  readonly input: z.ZodType<Input>;
  /** What programs get, which the view is held to. */
  readonly answers: z.ZodType<Body>;
  readonly inHead?: true;
  /** What there is to tell, as programs get it. */
  view(asked: Asked<Input>): Promise<View>;
  /** The same for people. */
  page(asked: Asked<Input>, view: View): Answer;
}

/** A page and the same as JSON under /api: one rule, one input, one look at the database. */
export function pair<Input, Body, View extends Told<Body>>(spec: PairSpec<Input, Body, View>): readonly Route[] {
  const { view, page, inHead, answers, ...common } = spec;
  return [
    route({
      ...common,
      method: "get",
      kind: "page",
      ...(inHead ? { inHead } : {}),
      handle: async (asked: Asked<Input>) => page(asked, await view(asked)),
    }),
    route({
      ...{ ...common, method: "get", path: `/api${spec.path}`, kind: "api", answers },
      handle: async (asked: Asked<Input>) => ({ kind: "json", body: await view(asked) }),
    }),
  ];
}

interface DeedSpec<Input, Body> {
  readonly path: string;
  readonly name: Text;
  readonly rule: Rule;
  readonly input: z.ZodType<Input>;
  readonly answers: z.ZodType<Body>;
  /** Does it; what it answers is what programs get. */
  work(asked: Asked<Input>): Promise<Told<NoInfer<Body>>>;
  /** Where the form leads to, once it is done. */
  back(asked: Asked<Input>, done: Told<NoInfer<Body>>): string;
}

/** A change that a form asks for, and the same under /api for programs. */
export function deed<Input, Body>({ work, back, answers, ...spec }: DeedSpec<Input, Body>): readonly Route[] {
  return [
    route({
      ...{ ...spec, method: "post", kind: "page" },
      handle: async (asked: Asked<Input>) => {
        return { kind: "redirect", to: back(asked, await work(asked)) };
      },
    }),
    route({
      ...{ ...spec, method: "post", path: `/api${spec.path}`, kind: "api", answers },
      handle: async (asked: Asked<Input>) => ({ kind: "json", body: await work(asked) }),
    }),
  ];
}
