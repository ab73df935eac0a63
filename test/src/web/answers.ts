import { z } from "zod";
import { PROBLEM } from "../../../src/web/openapi/openapi.ts";
import type { Route } from "../../../src/web/route.ts";

/** What programs were answered, held to the schemas of the routes that answered it. */
export interface Answers {
  /** Throws where an answer is not what its route's schema says, or no problem where it is an error, to the last key. */
  check(method: string, path: string, answer: { readonly status: number; readonly text: string }): void;
  /** Routes that nobody was answered by. */
  missing(): readonly string[];
}

export function answersOf(routes: readonly Route[]): Answers {
  const apis = routes
    .filter(({ kind }) => kind === "api")
    .map(({ method, path, answers }) => ({
      ...{ name: `${method.toUpperCase()} ${path}`, answers: answers! },
      shape: new RegExp(`^${method} ${path.replace(/:\w+/g, "[^/?]+")}(\\?|$)`, "i"),
    }));
  const answered = new Set<string>();
  return {
    check(method, path, { status, text }) {
      if (!path.startsWith("/api/")) return;
      if (status >= 300 && status < 400) return; // led on to where the second factor is shown: nothing was answered
      if (status >= 400) return hold("a problem", PROBLEM, path, text);
      const found = apis.find(({ shape }) => shape.test(`${method} ${path}`));
      if (!found) throw new Error(`no route of the table answers ${method} ${path}`);
      const { name, answers } = found;
      hold(name, answers, path, text);
      answered.add(name);
    },
    missing: () => apis.map(({ name }) => name).filter((name) => !answered.has(name)),
  };
}

function hold(name: string, schema: z.ZodType, path: string, text: string): void {
  const { error } = schema.safeParse(JSON.parse(text));
  if (error) throw new Error(`${name} answers otherwise at ${path}:\n${z.prettifyError(error)}`);
}
