import { z } from "zod";
import { type Text, text } from "../../../models/text.ts";
import { html } from "../../../reports/markup.ts";
import { exact } from "../../../reports/number.ts";
import { table } from "../../../reports/table.ts";
import { type Batch, batchById } from "../../db/batch.ts";
import { findingsOf } from "../../db/finding.ts";
import type { WebOptions } from "../options.ts";
import { pair } from "../pair.ts";
import { type Route, takes } from "../route.ts";
import { notFound } from "../shell/problems.ts";
import { dataMain } from "./data-page.ts";
import { DATA_INPUT, dataView } from "./data-view.ts";
import { ONE_DELIVERY } from "./delivery-answer.ts";
import { DATA } from "./upload-answer.ts";

const NAME = text("数据", "Data");
/** Deliveries name enterprises of the whole place in their findings: they are for those who read all of it. */
const RULE = { right: "read-data", over: "place" } as const;
/** Findings shown of a delivery; the command line exports all. */
const MOST = 500;

/** What came in, what became of it, and what was wrong, cell by cell. */
export const dataRoutes = ({ db, profile, intake }: WebOptions): readonly Route[] => [
  ...pair({
    ...{ path: "/data", name: NAME, rule: { right: "read-data", over: "reach" }, inHead: true },
    ...{ input: DATA_INPUT, answers: DATA },
    view: (asked) => dataView(db, asked, profile),
    page: (asked, view) => ({
      kind: "page",
      title: asked.say(NAME),
      main: dataMain(asked, view, { profile, intake }),
    }),
  }),
  ...pair({
    ...{ path: "/data/:batch", name: text("一次报送", "A delivery"), rule: RULE },
    input: takes({
      params: {
        batch: z
          .string()
          .regex(/^\d{1,9}$/)
          .transform(Number),
      },
    }),
    answers: ONE_DELIVERY,
    view: async ({ input }) => {
      const delivery = await batchById(db, input.params.batch);
      if (!delivery) throw notFound();
      return { delivery, findings: await findingsOf(db, delivery.id, MOST) };
    },
    page: (asked, { delivery, findings }) => {
      const { say, language } = asked;
      const heads = [
        text("位置", "Cell"),
        text("问题", "What"),
        text("原值", "Value"),
        text("怎么改", "How to repair"),
      ];
      const main = html`<p class="lead">${say(sentence(delivery))}</p>${table({
        caption: say(text("逐格检查结果", "Findings by cell")),
        columns: heads.map((head) => ({ head: say(head) })),
        rows: findings.map(({ cell, row, message, value, repair, code }) => ({
          name: cell ?? (row === null ? "—" : String(row)),
          cells: [html`${say(message)} <span class="small">${code}</span>`, value ?? "", say(repair)],
        })),
        ...{ stack: true, empty: say(text("没有发现问题。", "nothing was wrong.")), language },
      })}`;
      return { kind: "page", title: delivery.name, main };
    },
  }),
];

function sentence({ verdict, publishedOn, counts }: Batch): Text {
  const { read, accepted, quarantined, warned } = counts;
  const [zh, en] = verdict === "accepted" ? ["已入库", "Taken in"] : ["未入库", "Not taken in"];
  return text(
    `${zh}，数据发布于${publishedOn}：读取${exact(read)}行，计入${exact(accepted)}行，隔离${exact(quarantined)}行，提醒${exact(warned)}行。`,
    `${en}, published ${publishedOn}: ${exact(read)} rows read, ${exact(accepted)} count, ${exact(quarantined)} quarantined, ${exact(warned)} with a warning.`,
  );
}
