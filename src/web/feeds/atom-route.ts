import { KIND_NAMES, type ReportKind } from "../../../models/report-kind.ts";
import { text } from "../../../models/text.ts";
import { atomOf, type FeedEntry } from "../../../reports/atom.ts";
import { type IssuedReport, issuedReports } from "../../db/issued-report.ts";
import type { Asked } from "../asked.ts";
import type { WebOptions } from "../options.ts";
import { aboutOf } from "../reports/about.ts";
import { pathOf } from "../reports/shown-report.ts";
import { type Route, route, takes } from "../route.ts";

const NAME = text("已印发报告", "Issued reports");
const PATH = "/reports.atom";
const NEWEST = 50;
/** Before any report: the feed has to say when it last changed. */
const NEVER = "2026-01-01T00:00:00Z";

/** Reports that went out, within reach, as a feed that readers subscribe to. */
export const atomRoute = (options: WebOptions): Route =>
  route({
    ...{ method: "get", path: PATH, kind: "file", name: NAME, gives: ["application/atom+xml"] },
    rule: { right: "read-report", over: "reach" },
    input: takes(),
    handle: async (asked) => {
      const { origin, profile } = options;
      const issued = (await asked.read((tx) => issuedReports(tx))).filter(({ state }) => state === "issued");
      const entries = issued.slice(0, NEWEST).map((report) => entryOf(options, asked, report, issued));
      const feed = { id: `${origin}${PATH}`, url: `${origin}${PATH}`, title: asked.say(NAME) };
      const rest = { author: asked.say(profile.title), updated: entries[0]?.updated ?? NEVER };
      return { kind: "file", type: "application/atom+xml; charset=utf-8", body: atomOf({ ...feed, ...rest }, entries) };
    },
  });

function entryOf(
  { origin, profile, reports }: WebOptions,
  asked: Asked<unknown>,
  report: IssuedReport,
  all: readonly IssuedReport[],
): FeedEntry {
  return {
    id: `${origin}${PATH}#${report.id}`,
    title: `${asked.say(KIND_NAMES[report.kind as ReportKind])} · ${asked.say(aboutOf(profile, all, report))}`,
    summary: reports.number(report, asked.language) ?? "",
    url: `${origin}${pathOf(report)}`,
    updated: `${report.issuedOn}T00:00:00Z`,
  };
}
