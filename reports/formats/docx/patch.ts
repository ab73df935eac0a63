import type { Patch } from "../rezip.ts";
import { STYLE } from "./styles.ts";

/** What the docx library has no option for, and what it writes anew each time. */
export const patch =
  (at: string): Patch =>
  (path, xml) => {
    if (path === "word/styles.xml") return OFF_GRID.reduce(offGrid, xml);
    if (path === "word/document.xml") return renumbered(xml);
    if (path === "docProps/core.xml") return xml.replace(/(<dcterms:(created|modified)[^>]*>)[^<]*/g, `$1${at}`);
    return xml;
  };

/** Small type does not stand on the page's grid of 29-point lines. */
const OFF_GRID = [STYLE.tableText, STYLE.tableNumber, STYLE.tableHead, STYLE.note, STYLE.caption, STYLE.afterTable];

/** snapToGrid stands before spacing in a style's paragraph properties, as the schema wants it. */
const offGrid = (xml: string, style: string): string =>
  xml.replace(new RegExp(`(w:styleId="${style}".*?)(<w:spacing )`), '$1<w:snapToGrid w:val="0"/>$2');

/** Bookmarks and pictures are counted by the library over its whole life; here they count from one in each document. */
function renumbered(xml: string): string {
  const numbers = new Map<string, number>();
  const number = (of: string, id: string) => {
    const key = `${of}/${id}`;
    if (!numbers.has(key)) numbers.set(key, [...numbers.keys()].filter((known) => known.startsWith(of)).length + 1);
    return numbers.get(key)!;
  };
  return xml
    .replace(/(<w:bookmarkStart\b[^>]*? w:id=")(\d+)/g, (_, before, id) => before + number("bookmark", id))
    .replace(/(<w:bookmarkEnd w:id=")(\d+)/g, (_, before, id) => before + number("bookmark", id))
    .replace(/(<wp:docPr id=")(\d+)/g, (_, before, id) => before + number("picture", id));
}
