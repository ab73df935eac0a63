import * as XLSX from "@e965/xlsx";
import type { Answered, Client } from "./service.ts";

export const HEAD = ["统一社会信用代码", "月份", "用工人数"];

/** A workbook with one sheet, 数据. */
export function workbook(rows: readonly (readonly (string | number)[])[], head: readonly string[] = HEAD): Buffer {
  const book = XLSX.utils.book_new();
  XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet([[...head], ...rows.map((row) => [...row])]), "数据");
  return XLSX.write(book, { type: "buffer", bookType: "xlsx" }) as Buffer;
}

/** Sends a file as a browser's form does. */
export async function sendFile(
  client: Client,
  file: { readonly name: string; readonly bytes: Buffer },
  { path = "/data/uploads", csrf = client.formToken(), publishedOn = "" } = {},
): Promise<Answered> {
  const form = new FormData();
  form.append("csrf", csrf);
  form.append("publishedOn", publishedOn);
  form.append("file", new Blob([new Uint8Array(file.bytes)]), file.name);
  const made = new Response(form);
  const body = Buffer.from(await made.arrayBuffer());
  return client.ask("POST", path, body, { "content-type": made.headers.get("content-type")! });
}

/** A cell of the first sheet: its fill and its notes, as another program's reader sees them. */
export function cellIn(bytes: Buffer, ref: string): { readonly fill: string | undefined; readonly notes: string } {
  const book = XLSX.read(bytes, { cellStyles: true });
  const cell = book.Sheets[book.SheetNames[0]!]![ref] as
    | { s?: { fgColor?: { rgb?: string } }; c?: { t: string }[] }
    | undefined;
  return { fill: cell?.s?.fgColor?.rgb, notes: (cell?.c ?? []).map(({ t }) => t).join("\n") };
}
