import type { RecordKind } from "../../models/record.ts";
import { type Text, text } from "../../models/text.ts";
import { FIELD_NAMES } from "./field-names.ts";
import { closest } from "./fold.ts";
import { type Note, shortList } from "./header-note.ts";
import { requiredFields, type Try } from "./header-try.ts";

export interface Advice {
  readonly note: Note;
  readonly matched: number;
  readonly recordKind: RecordKind | null;
}

/** Says what a table lacks, on the row and for the mapping that come closest. misread: the mapping that must not be taken. */
export function headerAdvice(tries: readonly Try[], misread: Try | undefined): Advice {
  const best = bestOf(tries.filter(({ mapping }) => mapping !== misread?.mapping));
  if (!best) return { note: { code: "rows-none", params: {} }, matched: -1, recordKind: null };
  const { row, missing, mapping } = best;
  const names = text(missing.map(({ zh }) => zh).join("、"), missing.map(({ en }) => en).join(", "));
  const params = { missing: names, line: row.line, header: shortList(row.cells), suggestion: suggestion(best) };
  const recordKind = mapping.kind === "none" ? null : mapping.kind;
  return { note: { code: "header-missing", params }, matched: columnsOf(best), recordKind };
}

const bestOf = (tries: readonly Try[]): Try | undefined =>
  tries
    .filter(({ mapping }) => mapping.kind !== "none")
    .toSorted((a, b) => columnsOf(b) - columnsOf(a) || a.missing.length - b.missing.length)[0];

const columnsOf = ({ found, months }: Try): number => found.size + Math.min(months.length, 1);

function suggestion({ mapping, row, found }: Try): Text {
  const used = new Set([...found.values()].flat());
  const free = row.cells.filter((cell, column) => cell !== "" && !used.has(column));
  const wanted = requiredFields(mapping).filter((field) => !found.has(field));
  if (wanted.length === 0) return text("请加上月份列（例如 2023-01）。", "Please add month columns (such as 2023-01).");
  const steps = wanted.map((field) => {
    const names = mapping.columns[field] ?? [];
    const name = names[0] ?? FIELD_NAMES[field].zh;
    const near = closest(names, free);
    return near
      ? text(`把“${near}”改为“${name}”`, `rename "${near}" to "${name}"`)
      : text(`加上“${name}”列`, `add a column "${name}"`);
  });
  return text(`请${steps.map(({ zh }) => zh).join("，")}。`, `Please ${steps.map(({ en }) => en).join(", ")}.`);
}
