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

/** One enterprise: what it reported, why it stands where it stands, what is done about it. */
export const enterpriseRoutes = (options: WebOptions): readonly Route[] => [
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
