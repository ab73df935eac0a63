import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ReportDocument } from "../../../reports/document/document.ts";
import { csvFiles } from "../../../reports/formats/csv.ts";
import { docxOf } from "../../../reports/formats/docx/docx.ts";
import { chartDrawer } from "../../../reports/formats/draw-chart.ts";
import { htmlOf } from "../../../reports/formats/html/page.ts";
import { jsonOf } from "../../../reports/formats/json.ts";
import { pdfWriter } from "../../../reports/formats/pdf/pdf.ts";
import { xlsxOf } from "../../../reports/formats/xlsx/xlsx.ts";
import { shippedFont } from "../../../src/fonts.ts";
import { type Found, readCsv, readDocx, readHtml, readJson, readPdf, readXlsx } from "./read-back.ts";

const at = "2026-11-08T00:00:00Z";
const draw = chartDrawer(shippedFont("Regular"));
const writePdf = pdfWriter([shippedFont("Regular"), shippedFont("Medium"), shippedFont("Bold")]);
const colors = { red: "#c00000", orange: "#d9730d", yellow: "#b58900", blue: "#2b6cb0" };

function throughPdf(made: ReportDocument, document: ReportDocument): Found {
  const folder = mkdtempSync(join(tmpdir(), "wengang-read-"));
  try {
    writeFileSync(join(folder, "a.pdf"), writePdf(made, { draw, colors }));
    return readPdf(document, join(folder, "a.pdf"));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Writes a document in a format and reads its tables back. made: what is written; document: what the reader expects to find. */
export const THROUGH: Readonly<
  Record<string, (made: ReportDocument, document: ReportDocument) => Promise<Found> | Found>
> = {
  docx: async (made, document) => readDocx(document, await docxOf(made, { at, draw, colors })),
  xlsx: async (made, document) => readXlsx(document, await xlsxOf(made, { at })),
  html: (made, document) => readHtml(document, htmlOf(made, { colors, chartScript: "" })),
  csv: (made, document) => readCsv(document, csvFiles(made)),
  json: (made, document) => readJson(document, jsonOf(made)),
  ...(existsSync("/usr/bin/pdftotext") ? { pdf: throughPdf } : {}),
};
if (!("pdf" in THROUGH)) console.warn("pdf is not read back: poppler-utils is not installed");
