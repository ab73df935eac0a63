import { z } from "zod";
import { text } from "../../../models/text.ts";
import { planRoutes } from "../layoff/plan-route.ts";
import type { WebOptions } from "../options.ts";
import { pair } from "../pair.ts";
import { type Route, takes } from "../route.ts";
import { correctRoutes } from "./correct-route.ts";
import { ENTERPRISE } from "./enterprise-answer.ts";
import { enterprisePage } from "./enterprise-page.ts";
import { enterpriseView } from "./enterprise-view.ts";
import { eventRoutes } from "./event-route.ts";
import { LIST_ANSWER } from "./list-answer.ts";
import { ENTERPRISES, listPage } from "./list-page.ts";
import { LIST_INPUT, listView } from "./list-view.ts";

/** The enterprises of one's own, and each: what it reported, why it stands where it stands, what is done about it. */
export const enterpriseRoutes = (options: WebOptions): readonly Route[] => [
  ...pair({
    ...{ path: "/enterprises", name: ENTERPRISES, rule: { right: "read-enterprise", over: "reach" }, inHead: true },
    ...{ input: LIST_INPUT, answers: LIST_ANSWER },
    view: listView,
    page: (asked, view) => listPage(asked, view, options.profile),
  }),
  ...pair({
    ...{ path: "/enterprises/:code", name: text("企业", "Enterprise") },
    rule: { right: "read-enterprise", over: "enterprise" },
    ...{ input: takes({ params: { code: z.string().max(64) } }), answers: ENTERPRISE },
    view: (asked) => enterpriseView(options, asked),
    page: (asked, view) => enterprisePage(asked, view, options.profile),
  }),
  ...eventRoutes(options),
  ...correctRoutes(options),
  ...planRoutes(options),
];
