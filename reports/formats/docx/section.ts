import {
  AlignmentType,
  DocumentGridType,
  Footer,
  Header,
  type ISectionOptions,
  PageNumber,
  Paragraph,
  TextRun,
} from "docx";
import { mmToTwips, PAGE, ptToTwips, SIZES } from "../page-geometry.ts";
import { fontOf } from "./fonts.ts";
import { STYLE } from "./styles.ts";

/** A4 with the margins and a grid of 22 lines; the page number outside, one character in. */
export const section = (marks: readonly string[]): Omit<ISectionOptions, "children"> => ({
  properties: {
    page: {
      size: { width: mmToTwips(PAGE.widthMm), height: mmToTwips(PAGE.heightMm) },
      margin: {
        top: mmToTwips(PAGE.marginTopMm),
        bottom: mmToTwips(PAGE.marginBottomMm),
        left: mmToTwips(PAGE.marginLeftMm),
        right: mmToTwips(PAGE.marginRightMm),
        header: mmToTwips(20),
        footer: mmToTwips(PAGE.footerFromEdgeMm),
        gutter: 0,
      },
    },
    // A grid of characters is read differently by Word and LibreOffice: the 28 a line come from the body's own spacing.
    grid: { type: DocumentGridType.LINES, linePitch: ptToTwips(PAGE.linePitchPt) },
  },
  ...headers(marks),
  footers: { default: footer("right"), even: footer("left") },
});

/** 模拟数据, 草稿 and the like stand on every page. */
function headers(marks: readonly string[]): Pick<ISectionOptions, "headers"> {
  if (marks.length === 0) return {};
  const header = () =>
    new Header({
      children: [new Paragraph({ style: STYLE.marks, children: [new TextRun({ text: marks.join("  "), size: 24 })] })],
    });
  return { headers: { default: header(), even: header() } };
}

/** — 3 — : 4号半角宋体, odd pages right, even pages left. */
function footer(side: "left" | "right"): Footer {
  const run = { font: fontOf("song"), size: SIZES.pageNumber * 2 };
  const oneCharacter = { [side]: ptToTwips(SIZES.pageNumber) };
  return new Footer({
    children: [
      new Paragraph({
        alignment: side === "right" ? AlignmentType.RIGHT : AlignmentType.LEFT,
        indent: oneCharacter,
        children: [new TextRun({ ...run, children: ["— ", PageNumber.CURRENT, " —"] })],
      }),
    ],
  });
}
