import { columnOf, rowOf } from "./cells.ts";
import type { Mark } from "./marks.ts";
import { linksOf, type Package } from "./package.ts";
import { attribute, escapeXml } from "./xml.ts";

const AUTHOR = "稳岗预警";
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const REFS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const LINKS = "http://schemas.openxmlformats.org/package/2006/relationships";

/** A note as it stands in the file. */
interface Note {
  readonly ref: string;
  readonly author: string;
  /** The element that holds its text. */
  readonly text: string;
}

/**
 * Writes a sheet's notes, and the boxes they are shown in. Notes that people wrote stay; ours of an earlier check go. Returns the
 * sheet with the reference to the boxes.
 */
export function writeNotes(book: Package, part: string, number: number, sheet: string, marks: readonly Mark[]): string {
  const links = book.links(part);
  const before = links.find(({ type }) => type === "comments");
  const kept = (before ? notesIn(book.text(before.target) ?? "") : []).filter(({ author }) => author !== AUTHOR);
  const marked = new Set(marks.map(({ ref }) => ref));
  const ours = marks.map(({ ref, note }) => ({
    ref,
    author: AUTHOR,
    text: `<text><t xml:space="preserve">${escapeXml(note)}</t></text>`,
  }));
  const notes = [...kept.filter(({ ref }) => !marked.has(ref)), ...ours];
  const old = links.filter(({ type }) => type === "comments" || type === "vmlDrawing");
  for (const { target } of old) book.remove(target);
  const [commentPart, boxPart] = [`xl/wengangNotes${number}.xml`, `xl/drawings/wengangNotes${number}.vml`];
  book.set(commentPart, commentsXml(notes));
  book.set(boxPart, boxesXml(notes, number));
  const oldIds = new Set(old.map(({ id }) => id));
  const types = new Set(old.map(({ target }) => `/${target}`));
  link(book, part, oldIds, [
    { id: "wengangNotes", type: "comments", target: `/${commentPart}` },
    { id: "wengangBoxes", type: "vmlDrawing", target: `/${boxPart}` },
  ]);
  declare(book, commentPart, types);
  return withBoxes(sheet, "wengangBoxes");
}

/** The cells that an earlier check of ours wrote a note to. */
export function markedBefore(book: Package, part: string): string[] {
  const before = book.links(part).find(({ type }) => type === "comments");
  const notes = before ? notesIn(book.text(before.target) ?? "") : [];
  return notes.filter(({ author }) => author === AUTHOR).map(({ ref }) => ref);
}

function notesIn(xml: string): Note[] {
  const authors = [...xml.matchAll(/<author>([\s\S]*?)<\/author>|<author\/>/g)].map(([, name]) => name ?? "");
  return [...xml.matchAll(/(<comment\b[^>]*>)([\s\S]*?)<\/comment>/g)].map(([, tag, inside]) => ({
    ref: attribute(tag!, "ref") ?? "A1",
    author: authors[Number(attribute(tag!, "authorId") ?? 0)] ?? "",
    text: /<text\b[\s\S]*?<\/text>/.exec(inside!)?.[0] ?? "<text/>",
  }));
}

function commentsXml(notes: readonly Note[]): string {
  const authors = [...new Set(notes.map(({ author }) => author))];
  const all = notes.map(
    ({ ref, author, text }) => `<comment ref="${ref}" authorId="${authors.indexOf(author)}">${text}</comment>`,
  );
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<comments xmlns="${MAIN}"><authors>${authors.map((name) => `<author>${name}</author>`).join("")}</authors><commentList>${all.join("")}</commentList></comments>`;
}

function boxesXml(notes: readonly Note[], number: number): string {
  const boxes = notes.map(({ ref }, i) => {
    const [column, row] = [columnOf(ref), rowOf(ref) - 1];
    return `<v:shape id="_x0000_s${number * 1024 + i + 1}" type="#_x0000_t202" style="position:absolute;width:220pt;height:90pt;visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/><v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto"/><x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>${column + 1},10,${row},4,${column + 5},10,${row + 6},4</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>${row}</x:Row><x:Column>${column}</x:Column></x:ClientData></v:shape>`;
  });
  return `<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="${number}"/></o:shapelayout><v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>${boxes.join("")}</xml>`;
}

interface Link {
  readonly id: string;
  readonly type: string;
  readonly target: string;
}

function link(book: Package, part: string, gone: ReadonlySet<string>, added: readonly Link[]): void {
  const before = book.text(linksOf(part))?.match(/<Relationship\s[^>]*?\/>/g) ?? [];
  const kept = before.filter((tag) => !gone.has(attribute(tag, "Id") ?? ""));
  const ours = added.map(
    ({ id, type, target }) => `<Relationship Id="${id}" Type="${REFS}/${type}" Target="${target}"/>`,
  );
  book.set(
    linksOf(part),
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="${LINKS}">${[...kept, ...ours].join("")}</Relationships>`,
  );
}

const VML = '<Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/>';

function declare(book: Package, part: string, gone: ReadonlySet<string>): void {
  const name = "[Content_Types].xml";
  const before = (book.text(name) ?? "").replace(/<Override\b[^>]*?\/>/g, (tag) =>
    gone.has(attribute(tag, "PartName") ?? "") ? "" : tag,
  );
  const own = `<Override PartName="/${part}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"/>`;
  const vml = /Extension\s*=\s*"vml"/i.test(before) ? "" : VML;
  book.set(name, before.replace(/(<Types\b[^>]*>)/, `$1${vml}`).replace("</Types>", `${own}</Types>`));
}

/** What may follow the reference to the boxes, in the order that the format demands (ECMA-376 part 1, CT_Worksheet). */
const AFTER =
  /<(?:legacyDrawingHF|drawingHF|picture|oleObjects|controls|webPublishItems|tableParts|extLst)\b|<\/worksheet>/;

function withBoxes(sheet: string, id: string): string {
  const bare = sheet.replace(/<legacyDrawing\b[^>]*?(?:\/>|>\s*<\/legacyDrawing>)/, "");
  return bare.replace(AFTER, (next) => `<legacyDrawing xmlns:r="${REFS}" r:id="${id}"/>${next}`);
}
