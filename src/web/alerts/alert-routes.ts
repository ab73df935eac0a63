import { z } from "zod";
import { text } from "../../../models/text.ts";
import { alertNumbered } from "../../db/alert-life.ts";
import { given } from "../given.ts";
import type { WebOptions } from "../options.ts";
import { deed, pair } from "../pair.ts";
import { type Route, takes } from "../route.ts";
import { notFound } from "../shell/problems.ts";
import { ALERT_DEEDS, type AlertDeed } from "./alert-forms.ts";
import { inboxPage } from "./inbox-page.ts";
import { INBOX_INPUT, inboxView } from "./inbox-view.ts";
import { nameOf } from "./name-of.ts";
import { rateRoutes } from "./rate-route.ts";

/** The inbox, and what one does about an alert. Deeds stand below the enterprise, whose rights decide. */
export const alertRoutes = (options: WebOptions): readonly Route[] => [
  ...pair({
    ...{ path: "/alerts", name: text("预警", "Alerts"), rule: { right: "read-alerts", over: "reach" }, inHead: true },
    input: INBOX_INPUT,
    view: (asked) => inboxView(asked, options.profile),
    page: (asked, view) => inboxPage(asked, view, options.profile),
  }),
  ...ALERT_DEEDS.flatMap((one) => deedRoutes(options, one)),
  ...rateRoutes(options),
];

const words = z.string().trim().max(500).optional();

const INPUT = takes({
  params: { code: z.string().max(64), number: z.string().regex(/^YJ[\d-]{5,20}$/) },
  body: {
    owner: words,
    outcome: z.string().max(40).optional(),
    reason: words,
    back: z.enum(["inbox", "enterprise"]).optional(),
  },
});
type Input = z.infer<typeof INPUT>;

const deedRoutes = ({ desk }: WebOptions, { action, right, button }: AlertDeed): readonly Route[] =>
  deed<Input>({
    ...{ path: `/enterprises/:code/alerts/:number/${action}`, name: button, rule: { right, over: "enterprise" } },
    input: INPUT,
    work: async (asked) => {
      const { code, number } = asked.input.params;
      const { owner, outcome, reason } = asked.input.body;
      const detail = given({ owner, outcome, reason });
      const change = { action, actor: nameOf(asked), ...detail };
      await asked.change({ action: `alert-${action}`, subject: `alert:${number}`, detail }, async (tx) => {
        if ((await alertNumbered(tx, number))?.subject !== code) throw notFound(); // its rights were asked of this code
        await desk.act(tx, number, change);
      });
      return { number, action };
    },
    back: ({ input }) =>
      input.body.back === "inbox" ? "/alerts" : `/enterprises/${encodeURIComponent(input.params.code)}`,
  });
