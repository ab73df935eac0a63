import { z } from "zod";
import type { Route } from "../../../src/web/route.ts";

/** What programs were answered, held to the schemas of the routes that answered it. */
export interface Answers {
  /** Throws where an answer is not what its route's schema says, to the last key. */
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
      if (status < 200 || status > 299 || !path.startsWith("/api/")) return;
      const found = apis.find(({ shape }) => shape.test(`${method} ${path}`));
      if (!found) throw new Error(`no route of the table answers ${method} ${path}`);
      const { name, answers } = found;
      const { error } = answers.safeParse(JSON.parse(text));
      if (error) throw new Error(`${name} answers otherwise at ${path}:\n${z.prettifyError(error)}`);
      answered.add(name);
    },
    missing: () => apis.map(({ name }) => name).filter((name) => !answered.has(name)),
  };
}
