import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { count } from "../../../reports/document/cell.ts";
import type { ReportDocument } from "../../../reports/document/document.ts";
import { csvFiles } from "../../../reports/formats/csv.ts";
import { docxOf } from "../../../reports/formats/docx/docx.ts";
import { chartDrawer } from "../../../reports/formats/draw-chart.ts";
import { htmlOf } from "../../../reports/formats/html/page.ts";
import { jsonOf } from "../../../reports/formats/json.ts";
import { pdfWriter } from "../../../reports/formats/pdf/pdf.ts";
import { xlsxOf } from "../../../reports/formats/xlsx/xlsx.ts";
import { shippedFont } from "../../../src/fonts.ts";
import { FIXTURE } from "./fixture.ts";
import {
  differences,
  expected,
  type Found,
  readCsv,
  readDocx,
  readHtml,
  readJson,
  readPdf,
  readXlsx,
} from "./read-back.ts";

const at = "2026-11-08T00:00:00Z";
const draw = chartDrawer(shippedFont("Regular"));
const writePdf = pdfWriter([shippedFont("Regular"), shippedFont("Medium"), shippedFont("Bold")]);
const colors = { red: "#c00000" };

function throughPdf(made: ReportDocument, document: ReportDocument): Found {
  const folder = mkdtempSync(join(tmpdir(), "wengang-read-"));
  try {
    writeFileSync(join(folder, "a.pdf"), writePdf(made, { draw, colors }));
    return readPdf(document, join(folder, "a.pdf"));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** made: what is written; document: what the reader expects to find. */
const FORMATS: Readonly<Record<string, (made: ReportDocument, document: ReportDocument) => Promise<Found> | Found>> = {
  docx: async (made, document) => readDocx(document, await docxOf(made, { at, draw, colors })),
  xlsx: async (made, document) => readXlsx(document, await xlsxOf(made, { at })),
  html: (made, document) => readHtml(document, htmlOf(made, { colors, chartScript: "" })),
  csv: (made, document) => readCsv(document, csvFiles(made)),
  json: (made, document) => readJson(document, jsonOf(made)),
  ...(existsSync("/usr/bin/pdftotext") ? { pdf: throughPdf } : {}),
};
if (!("pdf" in FORMATS)) console.warn("pdf is not read back: poppler-utils is not installed");

/** One number of the first table is off by one. */
const planted: ReportDocument = {
  ...FIXTURE,
  blocks: FIXTURE.blocks.map((block) =>
    block.kind === "table" && block.id === "industries"
      ? {
          ...block,
          rows: block.rows.map((row, r) => (r === 1 ? { ...row, cells: row.cells.with(1, count(12002)) } : row)),
        }
      : block,
  ),
};

describe.each(Object.entries(FORMATS))("%s", (name, through) => {
  it("holds every cell of every table as the document says it", async () => {
    expect(expected(FIXTURE).size).toBe(5 * 5 + 24 * 7);
    expect(differences(FIXTURE, await through(FIXTURE, FIXTURE))).toEqual([]);
  });

  it("does not pass for the document when one number is off by one", async () => {
    const found = differences(FIXTURE, await through(planted, FIXTURE));
    expect(found.map(({ cell }) => cell)).toContain("industries/1/1");
    if (name !== "pdf") expect(found).toHaveLength(1); // paper is compared row by row
  });
});
