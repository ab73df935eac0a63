import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import type { FigureBlock, ReportDocument } from "../../document/document.ts";
import type { DrawChart } from "../draw.ts";
import type { LevelColors } from "../level-colors.ts";
import { pictureHeight } from "../page-geometry.ts";
import { pictures, templateData } from "./data.ts";
import { DATA_FILE, pictureFile, TEMPLATE, WORKSPACE } from "./template.ts";

export interface PdfSetting {
  readonly draw: DrawChart;
  readonly colors: LevelColors;
}

/** PDF/UA-1: tagged, with alternative texts, a title and its language. */
const STANDARD = "ua-1";

/** Writes reports as PDF with the given fonts embedded. Making the compiler costs more than a report: keep it. */
export function pdfWriter(fonts: readonly Buffer[]): (document: ReportDocument, setting: PdfSetting) => Buffer {
  const compiler = NodeCompiler.create({ workspace: WORKSPACE, fontArgs: [{ fontBlobs: [...fonts] }] });
  return (document, { draw, colors }) => {
    compiler.resetShadow();
    compiler.mapShadow(WORKSPACE + DATA_FILE, Buffer.from(JSON.stringify(templateData(document, colors))));
    pictures(document).forEach((figure, i) => {
      compiler.mapShadow(WORKSPACE + pictureFile(i + 1), draw(figure.config, pictureSize(figure)));
    });
    const pdf = compiler.pdf({ mainFileContent: TEMPLATE }, { pdfStandard: STANDARD });
    compiler.evictCache(0); // one report's pages are of no use to the next
    return pdf;
  };
}

const pictureSize = ({ width, bars }: FigureBlock) =>
  width === "full" ? { width: 590, height: pictureHeight(bars) } : { width: 420, height: 210 };
