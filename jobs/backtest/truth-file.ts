import { readFile } from "node:fs/promises";
import { parse } from "csv-parse/sync";
import { z } from "zod";
import type { TruthEvent } from "../../models/judging/lead-time.ts";
import { parseMonth } from "../../models/month.ts";
import { Problem } from "../../models/problem.ts";
import { text } from "../../models/text.ts";
import type { Db } from "../../src/db/db.ts";
import { enterpriseIdsOf } from "../../src/db/enterprise.ts";

const Row = z
  .array(z.string())
  .min(2)
  .transform(([code, month, people]) => ({ code: code!, month: month!, people: people ?? "" }));

export interface TruthFile {
  readonly events: readonly TruthEvent[];
  /** Lines about enterprises that the database does not know. */
  readonly unknown: number;
}

/**
 * What really happened, as the simulator writes truth.csv: enterprise, month, persons, and whatever follows, below one line
 * of headers. Persons may be blank. Lines of one enterprise within the horizon of another are one event, the first.
 */
export async function truthFile(db: Db, path: string, horizon: number): Promise<TruthFile> {
  const lines = await linesOf(path);
  const ids = await enterpriseIdsOf(db, [...new Set(lines.map(({ code }) => code))]);
  const found = lines.flatMap(({ code, month, people }) => {
    const enterprise = ids.get(code);
    return enterprise === undefined ? [] : [{ enterprise, month, people }];
  });
  return { events: firstOfEach(found, horizon), unknown: lines.length - found.length };
}

async function linesOf(path: string) {
  const content = await readFile(path).catch(() => {
    throw wrong(path, "无法读取", "can't be read");
  });
  let rows: string[][];
  try {
    rows = parse(content, { bom: true, skip_empty_lines: true, from_line: 2, relax_column_count: true });
  } catch (error) {
    const said = (error as Error).message;
    throw wrong(path, `不是有效的 CSV：${said}`, `is not valid CSV: ${said}`);
  }
  return rows.map((row, i) => lineOf(path, i + 2, row));
}

function lineOf(path: string, number: number, row: string[]) {
  const cells = Row.safeParse(row);
  const people = cells.data?.people === "" ? null : Number(cells.data?.people);
  try {
    if (!cells.success || (people !== null && !(people >= 0))) throw new RangeError("cells");
    return { code: cells.data.code, month: parseMonth(cells.data.month), people };
  } catch {
    const [zh, en] = [
      `第 ${number} 行应为“企业代码,月份 YYYY-MM,人数”`,
      `must have "code,month YYYY-MM,people" in line ${number}`,
    ];
    throw wrong(path, zh, en);
  }
}

function firstOfEach(events: readonly TruthEvent[], horizon: number): readonly TruthEvent[] {
  const last = new Map<number, number>();
  const first: TruthEvent[] = [];
  for (const event of events.toSorted((a, b) => a.enterprise - b.enterprise || a.month - b.month)) {
    if (event.month - (last.get(event.enterprise) ?? Number.NEGATIVE_INFINITY) <= horizon) continue;
    last.set(event.enterprise, event.month);
    first.push(event);
  }
  return first;
}

const wrong = (file: string, zh: string, en: string): Problem =>
  new Problem(
    "usage",
    "truth-wrong",
    text(`真实事件文件 ${file} ${zh}。`, `The file of true events ${file} ${en}.`),
    text("格式同 wengang simulate 写出的 truth.csv。", "Write it as wengang simulate writes truth.csv."),
  );
