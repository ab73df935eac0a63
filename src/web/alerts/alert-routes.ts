import { z } from "zod";
import { text } from "../../../models/text.ts";
import type { SubjectKind } from "../../db/alert.ts";
import { alertNumbered } from "../../db/alert-life.ts";
import { shape } from "../answers/shape.ts";
import type { Asked } from "../asked.ts";
import type { Desk } from "../desk.ts";
import { given } from "../given.ts";
import type { WebOptions } from "../options.ts";
import { BACK, ownPath } from "../own-path.ts";
import { deed, pair } from "../pair.ts";
import { type Route, takes } from "../route.ts";
import { MAYBE_DAY_SENT } from "../sent.ts";
import { notFound } from "../shell/problems.ts";
import { INBOX_ANSWER } from "./alert-answer.ts";
import { ALERT_DEEDS, type AlertDeed } from "./alert-deeds.ts";
import { OF_ENTERPRISE, OF_PLACE } from "./alert-params.ts";
import { inboxPage } from "./inbox-page.ts";
import { INBOX_INPUT, inboxView } from "./inbox-view.ts";
import { nameOf } from "./name-of.ts";
import { rateRoutes } from "./rate-route.ts";
import { sheetRoutes } from "./sheet-routes.ts";

/** The inbox, and what one does about an alert. Deeds stand below the enterprise or the place, whose rights decide. */
export const alertRoutes = (options: WebOptions): readonly Route[] => [
  ...pair({
    ...{ path: "/alerts", name: text("预警", "Alerts"), rule: { right: "read-alerts", over: "reach" }, inHead: true },
    ...{ input: INBOX_INPUT, answers: INBOX_ANSWER },
    view: (asked) => inboxView(asked, options.profile),
    page: (asked, view) => inboxPage(asked, view, options.profile),
  }),
  ...sheetRoutes(options),
  ...ALERT_DEEDS.flatMap((one) => [...deedRoutes(options, one), ...placeDeedRoutes(options, one)]),
  ...rateRoutes(options),
];

const words = z.string().trim().max(500).optional();

const body = {
  owner: words,
  outcome: z.string().max(40).optional(),
  reason: words,
  until: MAYBE_DAY_SENT,
  back: BACK,
};
const INPUT = takes({ params: OF_ENTERPRISE, body });
const PLACE_INPUT = takes({ params: OF_PLACE, body });
type PlaceInput = z.infer<typeof PLACE_INPUT>;
const DONE = shape("AlertDeed", { number: z.string(), action: z.enum(ALERT_DEEDS.map(({ action }) => action)) });

const deedRoutes = ({ desk }: WebOptions, { action, right, button }: AlertDeed): readonly Route[] =>
  deed({
    ...{ path: `/enterprises/:code/alerts/:number/${action}`, name: button, rule: { right, over: "enterprise" } },
    ...{ input: INPUT, answers: DONE },
    work: (asked) => act(asked, desk, action, { kind: "enterprise", code: asked.input.params.code }),
    back: ({ input: { params, body } }) => ownPath(body.back, `/enterprises/${encodeURIComponent(params.code)}`),
  });

const placeDeedRoutes = ({ desk, profile }: WebOptions, { action, right, button }: AlertDeed): readonly Route[] =>
  deed({
    ...{ path: `/place/alerts/:number/${action}`, name: button, rule: { right, over: "place" } },
    ...{ input: PLACE_INPUT, answers: DONE },
    work: (asked) => act(asked, desk, action, { kind: "place", code: profile.place }),
    back: ({ input }) => ownPath(input.body.back, "/alerts"),
  });

/** Does it to an alert of the subject that its rights were asked of, and of no other. */
async function act(
  asked: Asked<PlaceInput>,
  desk: Desk,
  action: AlertDeed["action"],
  { kind, code }: { readonly kind: SubjectKind; readonly code: string },
) {
  const { params, body: sent } = asked.input;
  const detail = given({
    owner: sent.owner,
    outcome: sent.outcome,
    reason: sent.reason,
    until: sent.until ?? undefined,
  });
  const change = { action, actor: nameOf(asked), ...detail };
  await asked.change({ action: `alert-${action}`, subject: `alert:${params.number}`, detail }, async (tx) => {
    const alert = await alertNumbered(tx, params.number);
    if (alert?.subjectKind !== kind || alert.subject !== code) throw notFound();
    await desk.act(tx, params.number, change);
  });
  return { number: params.number, action };
}
