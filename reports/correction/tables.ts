import { type Text, text } from "../../models/text.ts";
import { movedFar } from "./large.ts";
import { type BothLanguages, type PrintedNumber, type PrintedRow, printedRows } from "./printed.ts";

/** A printed number that is another one now, or a row of them that came or went, in both languages. */
export interface NumberChange {
  readonly table: Text;
  readonly row: Text;
  readonly column: Text;
  readonly before: Text;
  readonly after: Text;
}

/** What a cell held and holds; null: no number. */
export interface ValueChange {
  readonly was: number | null;
  readonly is: number | null;
}

export interface TableChanges {
  /** Beyond the bound, in the order of the report. */
  readonly large: readonly NumberChange[];
  readonly small: number;
  readonly values: readonly ValueChange[];
}

/** The printed numbers of tables that differ, row by row; rows that went or came count as large. */
export function tableChanges(before: BothLanguages, after: BothLanguages): TableChanges {
  const [was, is] = [printedRows(before), printedRows(after)];
  const large: NumberChange[] = [];
  const values: ValueChange[] = [];
  let small = 0;
  for (const [key, old] of was) {
    const now = is.get(key);
    const { numbers } = now ?? old;
    if (now === undefined) large.push(rowChange(old, numbersOf(old), GONE));
    for (const [c, number] of old.numbers) {
      const other = now === undefined ? undefined : numbers.get(c);
      if (now !== undefined && (other === undefined || other.printed.zh === number.printed.zh)) continue;
      values.push({ was: heldBy(number), is: heldBy(other) });
      if (other === undefined) continue;
      if (isLarge(number, other)) large.push(numberChange(old, number, other));
      else small++;
    }
  }
  for (const [key, row] of is)
    if (!was.has(key)) {
      large.push(rowChange(row, NOT_LISTED, numbersOf(row)));
      for (const number of row.numbers.values()) values.push({ was: null, is: heldBy(number) });
    }
  return { large, small, values };
}

const WHOLE_ROW = text("整行", "the whole row");
const NOT_LISTED = text("未列", "not listed");
const GONE = text("不再列出", "no longer listed");
/** Numbers by which a row that came or went is known again. */
const SHOWN = 3;

const rowChange = ({ table, name }: PrintedRow, before: Text, after: Text): NumberChange => ({
  ...{ table, row: name, column: WHOLE_ROW, before, after },
});

function numbersOf({ numbers }: PrintedRow): Text {
  const told = [...numbers.values()].filter((number) => heldBy(number) !== null).slice(0, SHOWN);
  if (told.length === 0) return text("列出", "listed");
  return text(
    told.map(({ column, printed }) => `${column.zh}${printed.zh}`).join("，"),
    told.map(({ column, printed }) => `${column.en} ${printed.en}`).join(", "),
  );
}

const numberChange = ({ table, name }: PrintedRow, old: PrintedNumber, now: PrintedNumber): NumberChange => ({
  ...{ table, row: name, column: old.column, before: old.printed, after: now.printed },
});

const heldBy = (number: PrintedNumber | undefined): number | null => number?.cell.number?.value ?? null;

/** A number that came or went is large. */
function isLarge(old: PrintedNumber, now: PrintedNumber): boolean {
  const [was, is] = [heldBy(old), heldBy(now)];
  if (was === null || is === null) return true;
  const percent = old.cell.number!.form.kind === "percent";
  return movedFar({ value: was, percent }, { value: is, percent });
}
