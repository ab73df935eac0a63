import { z } from "zod";
import { text } from "../../models/text.ts";
import { html } from "../../reports/markup.ts";
import { table } from "../../reports/table.ts";
import { auditBefore } from "../db/audit/audit.ts";
import type { WebOptions } from "./options.ts";
import { momentWords } from "./pages/moment.ts";
import { type Route, route, takes } from "./route.ts";

const NAME = text("审计记录", "Audit log");
const PAGE = 50;

/** The log, newest first; checking and exporting it is the command line's, which holds the whole of it. */
export const auditRoutes = ({ db }: WebOptions): readonly Route[] => [
  route({
    ...{
      method: "get",
      path: "/audit",
      kind: "page",
      name: NAME,
      rule: { right: "read-audit", over: "place" },
      inHead: true,
    },
    input: takes({
      query: {
        before: z
          .string()
          .regex(/^\d{1,9}$/)
          .transform(Number)
          .optional(),
      },
    }),
    handle: async ({ input, say, language }) => {
      const rows = await auditBefore(db, input.query.before ?? null, PAGE);
      const last = rows.at(-1)?.position;
      const heads = [
        text("序号", "No."),
        text("时间", "When"),
        text("何人", "Who"),
        text("何事", "What"),
        text("对象", "To what"),
        text("详情", "Details"),
      ];
      const main = html`${table({
        caption: say(NAME),
        columns: heads.map((head, i) => ({ head: say(head), ...(i === 5 ? { wide: true } : {}) })),
        rows: rows.map((row) => ({
          name: String(row.position),
          cells: [momentWords(row.at), row.actor, row.action, row.subject, row.detail],
        })),
        ...{ stack: true, empty: say(text("还没有记录。", "nothing yet.")), language },
      })}${last !== undefined && last > 1 ? html`<p><a href="/audit?before=${last}">${say(text("更早的记录", "Earlier"))}</a></p>` : null}
<p class="note">${say(text("核对整条链：wengang audit verify；导出：wengang audit export。", "To check the whole chain: wengang audit verify; to take it out: wengang audit export."))}</p>`;
      return { kind: "page", title: say(NAME), main };
    },
  }),
];
