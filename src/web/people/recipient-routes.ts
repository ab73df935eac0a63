import { z } from "zod";
import { text } from "../../../models/text.ts";
import { table } from "../../../reports/table.ts";
import { recipients } from "../../db/recipient.ts";
import { DAY } from "../answers/units.ts";
import type { WebOptions } from "../options.ts";
import { pair } from "../pair.ts";
import { type Route, takes } from "../route.ts";

const NAME = text("接收人", "Recipients");

const RECIPIENTS = z.strictObject({
  recipients: z.array(
    z.strictObject({
      ...{ desk: z.string(), name: z.string(), channel: z.string(), language: z.enum(["zh", "en"]) },
      /** What may be shown of the address. */
      hint: z.string(),
      /** First and last day; null is open. */
      ...{ validFrom: DAY.nullable(), validTo: DAY.nullable() },
      /** Why nothing goes there at present; null: it works. */
      broken: z.string().nullable(),
    }),
  ),
});

/** Who is told what by which channel; of an address only what may be shown of it. */
export const recipientRoutes = ({ db }: WebOptions): readonly Route[] =>
  pair({
    ...{ path: "/recipients", name: NAME, rule: { right: "manage-routes", over: "place" }, inHead: true },
    ...{ input: takes(), answers: RECIPIENTS },
    view: async () => ({
      recipients: (await recipients(db)).map(({ desk, name, channel, hint, language, validFrom, validTo, broken }) => ({
        ...{ desk, name, channel, hint, language, validFrom, validTo, broken },
      })),
    }),
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
          name: desk,
          cells: [name, channel, hint, `${validFrom} – ${validTo ?? ""}`, broken ?? say(text("可用", "works"))],
        })),
        ...{ stack: true, language },
        empty: say(text("还没有。用 wengang recipient add 添加。", "none yet. wengang recipient add adds one.")),
      });
      return { kind: "page", title: say(NAME), main };
    },
  });
