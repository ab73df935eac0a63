import { z } from "zod";
import { dayOf } from "../../../models/instant.ts";
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
import { notFound } from "../shell/problems.ts";
import { ISSUED, ISSUING, REPORT } from "./report-answer.ts";
import { REPORT_DEEDS, withBar } from "./report-bar.ts";
import {
  eventOf,
  type NamedReport,
  nameIn,
  pathOf,
  type Standing,
  standingOf,
  storedStanding,
} from "./shown-report.ts";

const PARAMS = {
  month: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/),
  kind: z.enum(REPORT_KINDS),
  scope: z
    .string()
    .regex(/^(place|(department|region):[\w-]{1,40}|report:\d{1,9}|event:[^/~]{1,64}~[\w-]{1,40}~\d{4}-\d{2}-\d{2})$/),
};
const NAMED = takes({ params: PARAMS });
type Named = z.infer<typeof NAMED>;
const OF = "/reports/:month/:kind/:scope";
type Done = z.infer<typeof ISSUED> | z.infer<typeof ISSUING>;
const DONE: Readonly<Record<"review" | "issue" | "correct", z.ZodType<Done>>> = {
  ...{ review: ISSUED, issue: ISSUING, correct: ISSUING },
};
const READ = { right: "read-report", over: "reach" } as const;

/** A report to read, to save, to review and to issue. A department and a township see their own alone. */
export const oneReportRoutes = (options: WebOptions): readonly Route[] => [
  ...pair({
    ...{ path: OF, name: text("报告", "Report"), rule: READ, input: NAMED },
    answers: REPORT,
    view: async (asked) => {
      const { report, corrections, ...standing } = await standingNow(options, asked);
      return { ...standing, report: report && toldMonth(report), corrections: corrections.map(toldMonth) };
    },
    page: (asked, { report, corrections, ...standing }) => ({
      kind: "document",
      page: withBar(asked, options.reports, pathOf(nameIn(asked.input.params)), {
        ...standing,
        report: report && countedMonth(report),
        corrections: corrections.map(countedMonth),
      }),
    }),
  }),
  fileRoute(options),
  ...REPORT_DEEDS.flatMap(({ deed: does, right, button }) =>
    deed({
      ...{ path: `${OF}/${does}`, name: button, rule: { right, over: "place" }, input: NAMED },
      answers: DONE[does],
      work: (asked) => deedOf(asked, options.reports, does),
      back: ({ input }) => pathOf(nameIn(input.params)),
    }),
  ),
];

/**
 * A flash report that nobody looked through yet is of the whole place: for those who see all of it. It is made after the reading, not
 * within: the embedded database has one connection, which would wait for itself.
 */
async function standingNow({ db, reports }: WebOptions, asked: Asked<{ params: NamedReport }>): Promise<Standing> {
  const name = nameIn(asked.input.params);
  const [stored, all] = await asked.read(async (tx, reach) => [await storedStanding(tx, name), reach.all] as const);
  if (name.kind !== "flash") return standingOf(stored, null);
  const day = dayOf(asked.now);
  return standingOf(stored, {
    draft: async () => {
      if (!all) throw notFound();
      return reports.flash(db, eventOf(name.scope), day);
    },
    isOutdated: (report) => reports.isFlashOutdated(db, report, day),
  });
}

const fileRoute = (options: WebOptions): Route =>
  route({
    ...{ method: "get", path: `${OF}/files/:format`, kind: "file", name: text("报告文件", "A report's file") },
    // Several tables of csv come in one archive.
    gives: [...FILE_FORMATS.map((format) => MEDIA_TYPES[format]), "application/zip"],
    rule: { right: "export", over: "reach" },
    input: takes({ params: { ...PARAMS, format: z.enum(FILE_FORMATS) } }),
    handle: async (asked) => {
      const { format, ...named } = asked.input.params;
      const standing = await standingNow(options, asked);
      const { name, type, bytes } = await options.reports.file(standing, format, asked.language);
      await asked.change({ action: "export", subject: subjectOf(nameIn(named)), detail: { format } }, async () => {});
      return { kind: "file", type, body: bytes, name };
    },
  });

function deedOf(asked: Asked<Named>, reports: ReportDesk, does: keyof typeof DONE) {
  const name = nameIn(asked.input.params);
  const by = { actor: nameOf(asked), at: new Date(asked.now).toISOString() };
  return asked.change({ action: `report-${does}`, subject: subjectOf(name) }, async (tx): Promise<Done> => {
    if (does === "review") return toldMonth(await reports.review(tx, name, by));
    const { report, messages } = await reports[does](tx, name, by);
    return { report: toldMonth(report), messages };
  });
}

const subjectOf = (name: ReportName): string => `report:${pathOf(name).slice("/reports/".length)}`;
