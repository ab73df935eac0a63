import { execFileSync } from "node:child_process";
import * as XLSX from "@e965/xlsx";
import { parse } from "csv-parse/sync";
import { cellText, printed } from "../../../reports/document/cell.ts";
import type { Cell, ReportDocument, TableBlock } from "../../../reports/document/document.ts";
import { sheetNames } from "../../../reports/formats/xlsx/sheet-names.ts";
import { partsOf } from "./office-file.ts";

/** Every cell of every table, by "table/row/column", as the reader of one format finds it. */
export type Found = ReadonlyMap<string, string>;

export const tablesOf = ({ blocks }: ReportDocument): readonly TableBlock[] =>
  blocks.filter((block): block is TableBlock => block.kind === "table" && block.rows.length > 0);

/** A disarmed cell is the same word; blanks are of no account. */
const bare = (text: string): string => text.replace(/^'/, "").replace(/\s/g, "");

export function expected(document: ReportDocument): Found {
  return new Map(
    tablesOf(document).flatMap((table) =>
      table.rows.flatMap((row, r) =>
        row.cells.map((cell, c) => [`${table.id}/${r}/${c}`, bare(cellText(cell))] as const),
      ),
    ),
  );
}

export interface Difference {
  readonly cell: string;
  readonly wanted: string;
  readonly found: string | undefined;
}

export const differences = (document: ReportDocument, found: Found): readonly Difference[] =>
  [...expected(document)].flatMap(([cell, wanted]) =>
    found.get(cell) === wanted ? [] : [{ cell, wanted, found: found.get(cell) }],
  );

function keyed(
  document: ReportDocument,
  rowsOf: (table: TableBlock, place: number) => readonly (readonly string[])[],
): Found {
  return new Map(
    tablesOf(document).flatMap((table, place) =>
      rowsOf(table, place).flatMap((row, r) => row.map((text, c) => [`${table.id}/${r}/${c}`, bare(text)] as const)),
    ),
  );
}

const unescaped = (xml: string): string =>
  xml
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&apos;", "'")
    .replaceAll("&amp;", "&");

const DOCX_ROW = /<w:tr\b.*?<\/w:tr>/gs;

export function readDocx(document: ReportDocument, file: Uint8Array): Found {
  const tables = partsOf(file)["word/document.xml"]!.match(/<w:tbl>.*?<\/w:tbl>/gs) ?? [];
  const words = (xml: string) =>
    [...xml.matchAll(/<w:t[ >][^<]*/g)].map(([t]) => unescaped(t.replace(/^<w:t[^>]*>/, ""))).join("");
  const cells = (row: string) => row.match(/<w:tc>.*?<\/w:tc>/gs) ?? [];
  return keyed(document, (table, place) => {
    const rows: string[][] = [];
    for (const row of (tables[place]!.match(DOCX_ROW) ?? []).slice(1)) {
      const found = cells(row);
      if (found[0]?.includes('<w:vMerge w:val="continue"/>'))
        rows.push(withBelow(table, rows.pop()!, words(found[1]!), colonOf(document)));
      else rows.push(found.map(words));
    }
    return rows.map((row, r) => row.map((text, c) => asTyped(text, table.rows[r]?.cells[c])));
  });
}

/** Where a cell has a hyphen Word's sentence may have a minus. */
function asTyped(text: string, cell: Cell | undefined): string {
  const typed = cell ? bare(cellText(cell)) : "";
  return [...bare(text)].map((sign, i) => (sign === "\u2212" && typed[i] === "-" ? "-" : sign)).join("");
}

const colonOf = ({ language }: ReportDocument): string => (language === "zh" ? "：" : ": ");

/** The sentences under a row, each behind the head of its column, put back to where the table has them. */
function withBelow({ columns }: TableBlock, cells: readonly string[], below: string, colon: string): string[] {
  const whole = [...cells];
  let rest = below;
  for (const [i, { head, kind }] of columns.entries()) {
    if (i === 0 || kind !== "wide") continue;
    const next = columns.slice(i + 1).find((column) => column.kind === "wide");
    const end = next ? rest.indexOf(`${next.head}${colon}`) : rest.length;
    whole.splice(i, 0, rest.slice(`${head}${colon}`.length, end));
    rest = rest.slice(end);
  }
  return whole;
}

/** Numbers are formatted as the document says before they are compared: the sheet holds the value, not the picture. */
const asPrinted = (cell: Cell | undefined, value: unknown): string => {
  const form = cell?.number?.form;
  return form !== undefined && typeof value === "number" ? printed(value, form) : String(value ?? "");
};

export function readXlsx(document: ReportDocument, file: Uint8Array): Found {
  const book = XLSX.read(file, { type: "buffer" });
  const all = document.blocks.filter((block): block is TableBlock => block.kind === "table");
  const names = sheetNames(["说明", ...all.map(({ caption }) => caption)]);
  return keyed(document, (table) => {
    const name = names[all.indexOf(table) + 1]!;
    const rows = XLSX.utils.sheet_to_json<unknown[]>(book.Sheets[name]!, { header: 1, raw: true }).slice(2);
    return rows.map((row, r) => table.columns.map((_, c) => asPrinted(table.rows[r]?.cells[c], row[c])));
  });
}

export function readCsv(
  document: ReportDocument,
  files: readonly { readonly name: string; readonly text: string }[],
): Found {
  return keyed(document, (table) => {
    const file = files.find(({ name }) => name === `${document.id}-${table.id}.csv`)!;
    const rows = parse(file.text, { bom: true }) as string[][];
    const back = (text: string, cell: Cell | undefined) =>
      asPrinted(cell, cell?.number && /^-?[\d.e-]+$/.test(text) ? Number(text) : text);
    return rows.slice(1).map((row, r) => row.map((text, c) => back(text, table.rows[r]?.cells[c])));
  });
}

export function readJson(document: ReportDocument, json: string): Found {
  type Told = string | { readonly value: number | null; readonly text: string };
  const { tables } = JSON.parse(json) as { tables: { id: string; rows: Told[][] }[] };
  return keyed(document, (table) => {
    const rows = tables.find(({ id }) => id === table.id)!.rows;
    return rows.map((row, r) =>
      row.map((told, c) =>
        typeof told === "string" ? told : asPrinted(table.rows[r]!.cells[c], told.value ?? told.text),
      ),
    );
  });
}

const withoutTags = (markup: string): string => unescaped(markup.replace(/<[^>]*>/g, "").replaceAll("&#39;", "'"));

export function readHtml(document: ReportDocument, page: string): Found {
  const tables = page.match(/<tbody>.*?<\/tbody>/gs) ?? [];
  return keyed(document, (_, place) =>
    (tables[place]!.match(/<tr[ >].*?<\/tr>/gs) ?? []).map((row) =>
      [...row.matchAll(/<t[hd][ >].*?<\/t[hd]>/gs)].map(([cell]) => withoutTags(cell)),
    ),
  );
}

/** A row's words in the order they are set: where sentences stand under it, each behind its head, its tall name comes before them. */
function asSet({ columns, stack }: TableBlock, cells: readonly string[], colon: string): string {
  const low = columns.map(({ kind }, i) => stack === true && columns.length > 6 && i > 0 && kind === "wide");
  const below = cells
    .filter((_, i) => low[i])
    .map((cell, i) => `${columns.filter((_, c) => low[c])[i]!.head}${colon}${cell}`);
  const [name, ...others] = cells.filter((_, i) => !low[i]);
  return (below.length === 0 ? [name, ...others] : [...others, name, ...below]).join("");
}

/**
 * Paper has no cells: the words come in the order they were set, a row's cells one after the other. Rows are looked for in
 * order, each after the one before; a row that is not there word for word leaves its cells unfound.
 */
export function readPdf(document: ReportDocument, file: string): Found {
  const text = bare(
    execFileSync("pdftotext", ["-raw", file, "-"], {
      encoding: "utf8",
      maxBuffer: 1e9,
      stdio: ["ignore", "pipe", "ignore"],
    }),
  );
  const found = new Map<string, string>();
  let from = 0;
  for (const table of tablesOf(document))
    table.rows.forEach((row, r) => {
      const cells = row.cells.map((cell) => bare(cellText(cell)));
      const printed = bare(asSet(table, cells, colonOf(document)));
      const at = text.indexOf(printed, from);
      if (at < 0) return;
      from = at + printed.length;
      for (const [c, cell] of cells.entries()) found.set(`${table.id}/${r}/${c}`, cell);
    });
  return found;
}
