import { z } from "zod";
import { REPORT_KINDS } from "../../../models/report-kind.ts";
import { text } from "../../../models/text.ts";
import { MEDIA_TYPES } from "../../../reports/formats/media-types.ts";
import type { ReportName } from "../../db/issued-report.ts";
import { nameOf } from "../alerts/name-of.ts";
import { countedMonth, toldMonth } from "../answers/month.ts";
import type { Asked } from "../asked.ts";
import type { WebOptions } from "../options.ts";
import { deed, pair } from "../pair.ts";
import { FILE_FORMATS, type ReportDesk } from "../report-desk.ts";
import { type Route, route, takes } from "../route.ts";
import { ISSUED, ISSUING, REPORT } from "./report-answer.ts";
import { REPORT_DEEDS, withBar } from "./report-bar.ts";
import { nameIn, pathOf, standingOf } from "./shown-report.ts";

const PARAMS = {
  month: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/),
  kind: z.enum(REPORT_KINDS),
  scope: z.string().regex(/^(place|(department|region):[\w-]{1,40})$/),
};
const NAMED = takes({ params: PARAMS });
type Named = z.infer<typeof NAMED>;
const OF = "/reports/:month/:kind/:scope";
type Done = z.infer<typeof ISSUED> | z.infer<typeof ISSUING>;
const DONE: Readonly<Record<"review" | "issue", z.ZodType<Done>>> = { review: ISSUED, issue: ISSUING };
const READ = { right: "read-report", over: "reach" } as const;

/** A report to read, to save, to review and to issue. A department and a township see their own alone. */
export const oneReportRoutes = ({ reports }: WebOptions): readonly Route[] => [
  ...pair({
    ...{ path: OF, name: text("报告", "Report"), rule: READ, input: NAMED },
    answers: REPORT,
    view: async (asked) => {
      const standing = await asked.read((tx) => standingOf(tx, nameIn(asked.input.params)));
      return { ...standing, report: standing.report && toldMonth(standing.report) };
    },
    page: (asked, { report, ...standing }) => ({
      kind: "document",
      page: withBar(asked, reports, pathOf(nameIn(asked.input.params)), {
        ...standing,
        report: report && countedMonth(report),
      }),
    }),
  }),
  fileRoute(reports),
  ...REPORT_DEEDS.flatMap(({ deed: does, right, button }) =>
    deed({
      ...{ path: `${OF}/${does}`, name: button, rule: { right, over: "place" }, input: NAMED },
      answers: DONE[does],
      work: (asked) => deedOf(asked, reports, does),
      back: ({ input }) => pathOf(nameIn(input.params)),
    }),
  ),
];

const fileRoute = (reports: ReportDesk): Route =>
  route({
    ...{ method: "get", path: `${OF}/files/:format`, kind: "file", name: text("报告文件", "A report's file") },
    // Several tables of csv come in one archive.
    gives: [...FILE_FORMATS.map((format) => MEDIA_TYPES[format]), "application/zip"],
    rule: { right: "export", over: "reach" },
    input: takes({ params: { ...PARAMS, format: z.enum(FILE_FORMATS) } }),
    handle: async (asked) => {
      const { format, ...named } = asked.input.params;
      const standing = await asked.read((tx) => standingOf(tx, nameIn(named)));
      const { name, type, bytes } = await reports.file(standing, format, asked.language);
      await asked.change({ action: "export", subject: subjectOf(nameIn(named)), detail: { format } }, async () => {});
      return { kind: "file", type, body: bytes, name };
    },
  });

function deedOf(asked: Asked<Named>, reports: ReportDesk, does: keyof typeof DONE) {
  const name = nameIn(asked.input.params);
  const by = { actor: nameOf(asked), at: new Date(asked.now).toISOString() };
  return asked.change({ action: `report-${does}`, subject: subjectOf(name) }, async (tx): Promise<Done> => {
    if (does === "review") return toldMonth(await reports.review(tx, name, by));
    const { report, messages } = await reports.issue(tx, name, by);
    return { report: toldMonth(report), messages };
  });
}

const subjectOf = (name: ReportName): string => `report:${pathOf(name).slice("/reports/".length)}`;
