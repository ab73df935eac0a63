import { text } from "../../../models/text.ts";
import { BROWSER_SCRIPT } from "../../../reports/browser.ts";
import { placeProfile } from "../../db/place.ts";
import { LIVE_PATH, LIVE_SCRIPT } from "../live/live-script.ts";
import type { WebOptions } from "../options.ts";
import { HEAD_SHEET, HEAD_SHEET_PATH, SHEET, SHEET_PATH } from "../pages/style.ts";
import { type Route, route, takes } from "../route.ts";
import type { Metrics } from "../shell/metrics.ts";
import { CHARTS_PATH } from "./charts-path.ts";
import { levelSheet, levelSheetPath } from "./level-sheet.ts";

const PLAIN = "text/plain; charset=utf-8";

/** What watches and browsers ask without being anybody. */
export const machineRoutes = ({ db, profile, chartScript }: WebOptions, metrics: Metrics): readonly Route[] => [
  route({
    ...{ method: "get", path: "/healthz", kind: "machine", name: text("存活", "Alive") },
    rule: { open: "says that the process answers, and nothing else" },
    input: takes(),
    handle: async () => ({ kind: "file", type: PLAIN, body: "ok\n" }),
  }),
  route({
    ...{ method: "get", path: "/readyz", kind: "machine", name: text("就绪", "Ready") },
    rule: { open: "says whether the database answers, and nothing else" },
    input: takes(),
    handle: async () => {
      await placeProfile(db);
      return { kind: "file", type: PLAIN, body: "ready\n" };
    },
  }),
  route({
    ...{ method: "get", path: "/metrics", kind: "machine", name: text("运行指标", "Metrics") },
    rule: { right: "read-metrics", over: "place" },
    input: takes(),
    handle: async () => ({ kind: "file", type: metrics.type, body: await metrics.text() }),
  }),
  sheet(SHEET_PATH, SHEET),
  sheet(HEAD_SHEET_PATH, HEAD_SHEET),
  sheet(levelSheetPath(profile), levelSheet(profile)),
  route({
    ...{ method: "get", path: LIVE_PATH, kind: "file", name: text("实时更新脚本", "Script of live updates") },
    rule: { open: "the script holds nothing; what it listens to takes a right" },
    input: takes(),
    handle: async () => ({ kind: "file", type: "text/javascript; charset=utf-8", body: LIVE_SCRIPT, keep: true }),
  }),
  route({
    ...{ method: "get", path: CHARTS_PATH, kind: "file", name: text("图表脚本", "Chart script") },
    rule: { open: "the chart library is public, and draws only what a page holds" },
    input: takes(),
    handle: async () => ({
      ...{ kind: "file", type: "text/javascript; charset=utf-8", keep: true },
      body: `${chartScript()}\n${BROWSER_SCRIPT}`,
    }),
  }),
];

const sheet = (path: string, body: string): Route =>
  route({
    ...{ method: "get", path, kind: "file", name: text("样式", "Style sheet") },
    rule: { open: "how pages look is no secret" },
    input: takes(),
    handle: async () => ({ kind: "file", type: "text/css; charset=utf-8", body, keep: true }),
  });
