import { mayAnywhere } from "../../../models/rights/anywhere.ts";
import { text } from "../../../models/text.ts";
import { type Asked, personOf } from "../asked.ts";
import type { WebOptions } from "../options.ts";
import { type Route, route, takes } from "../route.ts";
import { OVERVIEW_ANSWER } from "./overview-answer.ts";
import { OVERVIEW, overviewPage } from "./overview-page.ts";
import { overviewView } from "./overview-view.ts";
import { rightsPart } from "./rights-part.ts";
import { startPage } from "./start-page.ts";

/**
 * Where signing in leads: how one's own enterprises stand. The three administrators have none; to them it says what they may
 * open. So its rule lets everybody in, and what is read is within the reach of reading alerts.
 */
export function overviewRoutes(options: WebOptions, all: () => readonly Route[]): readonly Route[] {
  const view = (asked: Asked<unknown>) => overviewView(asked, options);
  return [
    route({
      ...{ method: "get", path: "/", kind: "page", name: text("首页", "Home"), inHead: true },
      ...{ rule: { right: "own-account", over: "place" }, input: takes() },
      handle: async (asked) =>
        mayAnywhere(personOf(asked), "read-alerts").allowed
          ? overviewPage(asked, await view(asked), options.profile, rightsPart(asked))
          : startPage(asked, all()),
    }),
    route({
      ...{ method: "get", path: "/api/overview", kind: "api", name: OVERVIEW },
      ...{ rule: { right: "read-alerts", over: "reach" }, input: takes(), answers: OVERVIEW_ANSWER },
      handle: async (asked) => ({ kind: "json", body: await view(asked) }),
    }),
  ];
}
