import { expect, it } from "vitest";
import type { WebOptions } from "../../../src/web/options.ts";
import { routes } from "../../../src/web/routes.ts";
import { makeMetrics } from "../../../src/web/shell/metrics.ts";
import { wushan } from "../../county.ts";

/** What only people can do, each with why. */
const PEOPLE_ALONE: Readonly<Record<string, string>> = {
  "get /": "leads to the overview, which is /api/overview",
  "post /account/password": "a password is typed by its owner",
  "get /account/factor": "a second factor is read off a screen by its owner",
  "post /account/factor": "a second factor is read off a screen by its owner",
  "post /account/recovery-codes": "recovery codes are shown once, to their owner",
};

it("programs can do all that pages do, but for what is a person's own", () => {
  const all = routes({ profile: wushan } as WebOptions, makeMetrics());
  const apis = new Set(all.filter(({ kind }) => kind === "api").map(({ method, path }) => `${method} ${path}`));
  const pages = all.filter(({ kind, rule }) => kind === "page" && "right" in rule);
  const alone = pages
    .filter(({ method, path }) => !apis.has(`${method} /api${path}`))
    .map(({ method, path }) => `${method} ${path}`);
  expect(alone.toSorted()).toEqual(Object.keys(PEOPLE_ALONE).toSorted());
});
