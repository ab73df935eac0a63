import type { Finding } from "../../../models/finding.ts";
import type { Language } from "../../../models/text.ts";

/** red: the row stays out. amber: it counts, but look again. clear: marked at an earlier check, and right by now. */
export type MarkColor = "red" | "amber" | "clear";

/** What is written beside one cell. */
export interface Mark {
  /** "C17". */
  readonly ref: string;
  readonly color: MarkColor;
  readonly note: string;
}

/** The marks of each sheet by its name, "" in a file that has no sheets; findings about the file as a whole have no cell. */
export function marksOf(findings: readonly Finding[], language: Language): Map<string, readonly Mark[]> {
  const sheets = new Map<string, Map<string, Mark>>();
  for (const finding of findings) {
    const place = placeOf(finding);
    if (place === null) continue;
    const marks = sheets.get(place.sheet) ?? new Map<string, Mark>();
    sheets.set(place.sheet, marks);
    marks.set(place.ref, joined(marks.get(place.ref), markOf(finding, place.ref, language)));
  }
  return new Map([...sheets].map(([sheet, marks]) => [sheet, [...marks.values()]]));
}

/** "Sheet1!C17" taken apart; a sheet's name may itself hold an exclamation mark. Of a row alone its first cell is marked. */
function placeOf({ cell, row }: Finding): { sheet: string; ref: string } | null {
  if (cell === null) return row === null ? null : { sheet: "", ref: `A${row}` };
  const at = cell.lastIndexOf("!");
  return { sheet: at < 0 ? "" : cell.slice(0, at), ref: cell.slice(at + 1) };
}

const markOf = ({ severity, message, repair, code }: Finding, ref: string, language: Language): Mark => ({
  ref,
  color: severity === "warn" ? "amber" : "red",
  note: `${message[language]}\n${repair[language]}\n[${code}]`,
});

const joined = (before: Mark | undefined, mark: Mark): Mark =>
  before === undefined
    ? mark
    : { ...mark, color: before.color === "red" ? "red" : mark.color, note: `${before.note}\n${mark.note}` };
