import { deskName } from "../../../models/routing/desk-name.ts";
import { text } from "../../../models/text.ts";
import { html } from "../../../reports/markup.ts";
import { table } from "../../../reports/table.ts";
import { recipients } from "../../db/recipient.ts";
import { subscriptions } from "../../db/report-subscription.ts";
import type { WebOptions } from "../options.ts";
import { pair } from "../pair.ts";
import { type Route, takes } from "../route.ts";
import { RECIPIENTS, type RecipientsView } from "./recipient-answer.ts";
import { subscriptionPart } from "./subscription-part.ts";
import { subscriptionRoutes } from "./subscription-routes.ts";

const NAME = text("接收人", "Recipients");

/** Who is told what by which channel, of an address only what may be shown of it; and which reports they are sent. */
export const recipientRoutes = (options: WebOptions): readonly Route[] => [
  ...pair({
    ...{ path: "/recipients", name: NAME, rule: { right: "read-routes", over: "place" }, inHead: true },
    ...{ input: takes(), answers: RECIPIENTS },
    view: () => recipientsView(options),
    page: (asked, view) => {
      const { say, language } = asked;
      const heads = [
        text("单位", "Desk"),
        text("姓名", "Name"),
        text("渠道", "Channel"),
        text("地址", "Address"),
        text("有效期", "Valid"),
        text("状态", "State"),
      ];
      const main = table({
        caption: say(NAME),
        columns: heads.map((head) => ({ head: say(head) })),
        rows: view.recipients.map(({ desk, name, channel, hint, validFrom, validTo, broken }) => ({
          name: say(deskName(desk, options.profile)),
          cells: [name, channel, hint, `${validFrom ?? ""} – ${validTo ?? ""}`, broken ?? say(text("可用", "works"))],
        })),
        ...{ stack: true, language },
        empty: say(text("还没有。用 wengang recipient add 添加。", "none yet. wengang recipient add adds one.")),
      });
      return { kind: "page", title: say(NAME), main: html`${main}${subscriptionPart(asked, view, options.profile)}` };
    },
  }),
  ...subscriptionRoutes(options),
];

const recipientsView = async ({ db }: WebOptions): Promise<RecipientsView> => ({
  recipients: (await recipients(db)).map(({ id, desk, name, channel, hint, language, validFrom, validTo, broken }) => ({
    ...{ id, desk, name, channel, hint, language, validFrom, validTo, broken },
  })),
  subscriptions: await subscriptions(db),
});
