import { z } from "zod";
import { text } from "../../../models/text.ts";
import type { Asked } from "../asked.ts";
import type { WebOptions } from "../options.ts";
import { pair } from "../pair.ts";
import { type Route, route, takes } from "../route.ts";
import { AUDIT_ANSWER, CHECK_ANSWER } from "./audit-answer.ts";
import { AUDIT, auditPage, CHECK } from "./audit-page.ts";
import { AUDIT_INPUT, auditView, SOUGHT } from "./audit-view.ts";
import { checkLog, checkPage } from "./check-chain.ts";
import { exportLog } from "./export-log.ts";

const RULE = { right: "read-audit", over: "place" } as const;

/** The log in words, looked through, checked and taken out; the command line does the last two as well. */
export const auditRoutes = (options: WebOptions): readonly Route[] => [
  ...pair({
    ...{ path: "/audit", name: AUDIT, rule: RULE, inHead: true, input: AUDIT_INPUT, answers: AUDIT_ANSWER },
    view: (asked) => auditView(options, asked),
    page: auditPage,
  }),
  ...checkRoutes(options),
  ...exportRoutes(options),
];

const SINCE = takes({ body: { since: z.string().trim().max(100).optional() } });
type SinceInput = z.infer<typeof SINCE>;

function checkRoutes({ db }: WebOptions): readonly Route[] {
  const check = (asked: Asked<SinceInput>) => checkLog(db, asked, asked.input.body.since ?? "");
  const common = { method: "post", name: CHECK, rule: RULE, input: SINCE } as const;
  return [
    route({
      ...{ ...common, path: "/audit/check", kind: "page" },
      handle: async (asked: Asked<SinceInput>) => checkPage(asked, await check(asked)),
    }),
    route({
      ...{ ...common, path: "/api/audit/check", kind: "api", answers: CHECK_ANSWER },
      handle: async (asked: Asked<SinceInput>) => ({ kind: "json", body: await check(asked) }),
    }),
  ];
}

const NAME = text("导出审计记录", "Take rows of the audit log out");

/** Streamed to its end and never held whole: it has no twin that answers all of it as one JSON text. */
const exportRoutes = (options: WebOptions): readonly Route[] => [
  route({
    ...{ method: "get", path: "/audit/export.csv", kind: "file", name: NAME, rule: RULE, gives: ["text/csv"] },
    input: takes({ query: SOUGHT }),
    handle: async (asked) => {
      const { name, csv } = await exportLog(options, asked, asked.input.query);
      return { kind: "file", type: "text/csv; charset=utf-8", body: csv, name };
    },
  }),
];
