import { z } from "zod";
import type { Route } from "../../../src/web/route.ts";

/** Throws where a program was answered what the route's schema does not say, to the last key. */
export type AnswerCheck = (method: string, path: string, answer: { status: number; text: string }) => void;

/** Holds answers to the schemas of the routes that gave them. */
export function answerCheck(routes: readonly Route[]): AnswerCheck {
  const apis = routes
    .filter(({ kind }) => kind === "api")
    .map((route) => ({ route, shape: new RegExp(`^${route.path.replace(/:\w+/g, "[^/]+")}$`) }));
  return (method, url, { status, text }) => {
    const path = url.split("?", 1)[0]!;
    if (status < 200 || status > 299 || !path.startsWith("/api/")) return;
    const found = apis.find(({ route, shape }) => route.method === method.toLowerCase() && shape.test(path));
    const parsed = found!.route.answers!.safeParse(JSON.parse(text));
    if (!parsed.success) throw new Error(`${method} ${path} answers otherwise:\n${z.prettifyError(parsed.error)}`);
  };
}
