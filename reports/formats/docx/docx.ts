import { Document, Packer } from "docx";
import type { ReportDocument } from "../../document/document.ts";
import { rezip } from "../rezip.ts";
import { body, type Setting } from "./blocks.ts";
import { fontTable } from "./fonts.ts";
import { head } from "./head.ts";
import { numbering } from "./numbering.ts";
import { patch } from "./patch.ts";
import { section } from "./section.ts";
import { styles } from "./styles.ts";

export interface DocxSetting extends Setting {
  /** Instant that the file says it was made, 2026-11-08T00:00:00Z. */
  readonly at: string;
}

/** A report as a Word document by GB/T 9704-2012. It opens in Word, WPS and LibreOffice. */
export async function docxOf(document: ReportDocument, { at, ...setting }: DocxSetting): Promise<Buffer> {
  const file = new Document({
    title: document.title,
    creator: document.head.issuer,
    lastModifiedBy: document.head.issuer,
    description: document.sources.map(({ name, text }) => `${name}: ${text}`).join("; "),
    evenAndOddHeaderAndFooters: true,
    styles: styles(),
    numbering: numbering(document.language),
    sections: [{ ...section(document.marks), children: [...head(document), ...body(document, setting)] }],
  });
  const packed = await Packer.toBuffer(file, undefined, [{ path: "word/fontTable.xml", data: fontTable() }]);
  return rezip(packed, patch(at));
}
