import { dayOf } from "../../models/instant.ts";
import { formatMonth, type Month } from "../../models/month.ts";
import type { Field } from "../../models/profile.ts";
import type { HeadcountRecord } from "../../models/record.ts";
import { newestRecord } from "../../src/db/headcount.ts";
import type { Person } from "../../src/db/people/person.ts";
import { csvLine } from "../../src/sources/csv.ts";
import type { FigureCorrection, SentFile } from "../../src/web/intake-desk.ts";
import { correctionMapping } from "./correction-mapping.ts";
import { figureSame, figureUnknown } from "./problems.ts";
import { type Place, peopleSource } from "./upload-order.ts";

/**
 * A month as it stands with its headcount corrected, as a table of one row, under the place's own headers where it has such a table: whatever else was
 * reported of the month stays with it. It goes the way of every file that is handed in.
 */
export async function correctionFile(
  { db, profile, clock }: Place,
  { code, month, headcount, reason }: FigureCorrection,
  by: Person,
): Promise<{ readonly file: SentFile; readonly before: number }> {
  const mapping = correctionMapping(profile.mappings[peopleSource(profile)] ?? []);
  const stands = await newestRecord(db, code, month);
  if (stands === null) throw figureUnknown(formatMonth(month));
  if (stands.headcount === headcount) throw figureSame(formatMonth(month), headcount);
  const corrected = { ...stands, headcount, publishedOn: dayOf(clock()) };
  const cells = CELLS.flatMap(([field, cell]) => {
    const header = mapping.columns[field]?.[0];
    return header === undefined ? [] : [[header, cell(corrected)] as const];
  });
  // Says why, to whoever opens the file; and a figure corrected to and fro is no file that is known already.
  const remark = ["备注", `${stands.headcount} → ${headcount}，${by.account}：${reason}`] as const;
  const all = [...cells, remark];
  const lines = [all.map(([header]) => header), all.map(([, value]) => value)].map(csvLine);
  return { file: { name: nameOf(code, month), bytes: Buffer.from(`${lines.join("\n")}\n`) }, before: stands.headcount };
}

const nameOf = (code: string, month: Month): string => `更正 ${code} ${formatMonth(month)}.csv`;

const said = (value: number | null | undefined): string => (value == null ? "" : String(value));

const CELLS: readonly (readonly [Field, (record: HeadcountRecord) => string])[] = [
  ["code", ({ code }) => code],
  ["month", ({ month }) => formatMonth(month)],
  ["headcount", ({ headcount }) => said(headcount)],
  ["dispatch", ({ dispatch }) => said(dispatch)],
  ["hidden", ({ hidden }) => said(hidden)],
  ["hired", ({ hired }) => said(hired)],
  ["departed", ({ departed }) => said(departed)],
  ["reductionType", ({ reductionType }) => said(reductionType)],
  ["reason1", ({ reasons }) => said(reasons[0])],
  ["reason2", ({ reasons }) => said(reasons[1])],
  ["reason3", ({ reasons }) => said(reasons[2])],
  ["nextMonth", ({ nextMonth }) => said(nextMonth)],
  ["publishedOn", ({ publishedOn }) => publishedOn ?? ""],
];
