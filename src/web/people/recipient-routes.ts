import { absences, duties, recipients } from "../../db/recipient.ts";
import { subscriptions } from "../../db/report-subscription.ts";
import type { WebOptions } from "../options.ts";
import { pair } from "../pair.ts";
import { type Route, takes } from "../route.ts";
import { RECIPIENTS, type RecipientsView } from "./recipient-answer.ts";
import { recipientDeeds } from "./recipient-deeds.ts";
import { RECIPIENTS_NAME, recipientPage } from "./recipient-page.ts";
import { subscriptionRoutes } from "./subscription-routes.ts";

/** Who is told what by which channel, of an address only what may be shown of it; and which reports they are sent. */
export const recipientRoutes = (options: WebOptions): readonly Route[] => [
  ...pair({
    ...{ path: "/recipients", name: RECIPIENTS_NAME, rule: { right: "read-routes", over: "place" }, inHead: true },
    ...{ input: takes(), answers: RECIPIENTS },
    view: () => recipientsView(options),
    page: (asked, view) => recipientPage(asked, view, { profile: options.profile, channels: options.notify.channels }),
  }),
  ...recipientDeeds(options),
  ...subscriptionRoutes(options),
];

const recipientsView = async ({ db }: WebOptions): Promise<RecipientsView> => ({
  recipients: (await recipients(db)).map(({ id, desk, name, channel, hint, language, validFrom, validTo, broken }) => ({
    ...{ id, desk, name, channel, hint, language, validFrom, validTo, broken },
  })),
  absences: await absences(db),
  duties: await duties(db),
  subscriptions: await subscriptions(db),
});
