import type { Field, Mapping, Profile } from "../../models/profile.ts";
import type { RecordKind } from "../../models/record.ts";
import { FIELD_NAMES } from "./field-names.ts";
import { requiredFields } from "./header-try.ts";
import { bookParts, FORMAT, type SheetParts } from "./mark/book.ts";
import { Package } from "./mark/package.ts";
import { rowXml } from "./mark/rows-package.ts";
import { escapeXml } from "./mark/xml.ts";
import { columnLetters } from "./rows.ts";
import { GUIDE_SHEET } from "./table.ts";
import { choicesOf, hintOf, isNumber } from "./template-fields.ts";

/** Rows below the header that can be filled in; a longer table is written without the template. */
const ROWS = 5000;
const DATA_SHEET = "数据";
const CHOICES_SHEET = "选项";

/** The tables that can be filled in by hand: one row an entry. */
export const templateMapping = (mappings: readonly Mapping[], kind: RecordKind): Mapping | null =>
  mappings.find((mapping) => mapping.kind === kind && mapping.layout === "long") ?? null;

/** An empty workbook of one kind of table: its head cannot be changed, closed lists open as choices, and a sheet says how. */
export function templateOf(profile: Profile, mapping: Mapping): Uint8Array {
  const fields = Object.keys(mapping.columns) as Field[];
  const required = new Set(requiredFields(mapping));
  const heads = fields.map((field) => `${mapping.columns[field]![0]}${required.has(field) ? "*" : ""}`);
  const lists = fields.map((field) => choicesOf(profile, field));
  const sheets: SheetParts[] = [
    {
      name: DATA_SHEET,
      before: `<sheetViews><sheetView workbookViewId="0" tabSelected="1"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>${columns(fields)}`,
      data: rowXml(1, heads, FORMAT.head),
      after: `<sheetProtection sheet="1" formatCells="0" formatColumns="0" formatRows="0" insertRows="0" deleteRows="0" sort="0" autoFilter="0"/>${validations(fields, lists)}`,
    },
    {
      name: GUIDE_SHEET,
      before:
        '<cols><col min="1" max="1" width="26"/><col min="2" max="2" width="10"/><col min="3" max="3" width="80"/></cols>',
      data: guide(fields, heads, required),
    },
    { name: CHOICES_SHEET, data: choiceRows(lists), hidden: true },
  ];
  return Package.of(bookParts(sheets)).bytes();
}

const columns = (fields: readonly Field[]): string =>
  `<cols>${fields.map((field, i) => `<col min="${i + 1}" max="${i + 1}" width="22" style="${isNumber(field) ? FORMAT.open : FORMAT.openText}"/>`).join("")}</cols>`;

function validations(fields: readonly Field[], lists: readonly (readonly string[])[]): string {
  const rules = fields.flatMap((field, i) => {
    const cells = `sqref="${columnLetters(i)}2:${columnLetters(i)}${ROWS}"`;
    if (lists[i]!.length > 0)
      return [
        `<dataValidation type="list" allowBlank="1" showErrorMessage="1" errorStyle="warning" ${cells}><formula1>${CHOICES_SHEET}!$${columnLetters(i)}$1:$${columnLetters(i)}$${lists[i]!.length}</formula1></dataValidation>`,
      ];
    if (!isNumber(field)) return [];
    return [
      `<dataValidation type="decimal" operator="greaterThanOrEqual" allowBlank="1" showErrorMessage="1" ${cells} errorTitle="${escapeXml(FIELD_NAMES[field].zh)}" error="请填写不小于0的数。"><formula1>0</formula1></dataValidation>`,
    ];
  });
  return rules.length === 0 ? "" : `<dataValidations count="${rules.length}">${rules.join("")}</dataValidations>`;
}

function guide(fields: readonly Field[], heads: readonly string[], required: ReadonlySet<Field>): string {
  const lines = [
    ["列", "必填", "怎么填"],
    ...fields.map((field, i) => [heads[i]!, required.has(field) ? "是" : "否", hintOf(field)]),
    ["", "", "一行一条，从第2行填起；表头请勿改动。全角数字、日期和“2025年3月”均可识别。"],
    ["", "", "没有数据的格请留空，不要填0：未报不等于0。"],
  ];
  return lines.map((cells, i) => rowXml(i + 1, cells, i === 0 ? FORMAT.head : FORMAT.plain)).join("");
}

/** One column a list, under the letter of the column that it is for. */
function choiceRows(lists: readonly (readonly string[])[]): string {
  const length = Math.max(0, ...lists.map((list) => list.length));
  const rows = Array.from({ length }, (_, row) => lists.map((list) => list[row] ?? ""));
  return rows.map((cells, row) => rowXml(row + 1, cells)).join("");
}
