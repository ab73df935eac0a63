import type { Profile } from "../../models/profile.ts";
import type { ReportDocument } from "../../reports/document/document.ts";
import { csvFiles } from "../../reports/formats/csv.ts";
import type { DrawChart } from "../../reports/formats/draw.ts";
import { htmlOf } from "../../reports/formats/html/page.ts";
import { jsonOf } from "../../reports/formats/json.ts";
import type { LevelColors } from "../../reports/formats/level-colors.ts";
import { chartScript } from "../../src/chart-script.ts";
import { shippedFont } from "../../src/fonts.ts";
import { levelColors } from "./level-colors.ts";

export const FORMATS = ["docx", "pdf", "xlsx", "html", "csv", "json"] as const;
export type Format = (typeof FORMATS)[number];

export interface NamedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

interface Setting {
  readonly colors: LevelColors;
  /** Instant that the file says it was made: the same report has the same bytes whenever it is written. */
  readonly at: string;
}

/** A report's files in one format: one, or for csv one a table. */
export function filesOf(
  document: ReportDocument,
  format: Format,
  profile: Profile,
  asOf: string,
): Promise<readonly NamedFile[]> {
  return MAKERS[format](document, { colors: levelColors(profile), at: `${asOf}T00:00:00Z` });
}

type Maker = (document: ReportDocument, setting: Setting) => Promise<readonly NamedFile[]>;

/** What writes a format is loaded when the format is first asked for: it takes longer than a report does. */
const MAKERS: Readonly<Record<Format, Maker>> = {
  docx: async (document, { at, colors }) => {
    const { docxOf } = await import("../../reports/formats/docx/docx.ts");
    return [{ name: `${document.id}.docx`, bytes: await docxOf(document, { at, colors, draw: await drawer() }) }];
  },
  pdf: async (document, { colors }) => {
    const write = await writer();
    return [{ name: `${document.id}.pdf`, bytes: write(document, { colors, draw: await drawer() }) }];
  },
  xlsx: async (document, { at }) => {
    const { xlsxOf } = await import("../../reports/formats/xlsx/xlsx.ts");
    return [{ name: `${document.id}.xlsx`, bytes: await xlsxOf(document, { at }) }];
  },
  html: async (document, { colors }) => [
    { name: `${document.id}.html`, bytes: utf8(htmlOf(document, { colors, chartScript: chartScript() })) },
  ],
  csv: async (document) => csvFiles(document).map(({ name, text }) => ({ name, bytes: utf8(text) })),
  json: async (document) => [{ name: `${document.id}.json`, bytes: utf8(jsonOf(document)) }],
};

const utf8 = (text: string): Uint8Array => Buffer.from(text);

/** Fonts and compiler are loaded once a process. */
const drawer = once(async (): Promise<DrawChart> => {
  const { chartDrawer } = await import("../../reports/formats/draw-chart.ts");
  return chartDrawer(shippedFont("Regular"));
});
const writer = once(async () => {
  const { pdfWriter } = await import("../../reports/formats/pdf/pdf.ts");
  return pdfWriter((["Regular", "Medium", "Bold"] as const).map(shippedFont));
});

function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
