import { formatMonth, type Month } from "../../models/month.ts";
import { Problem } from "../../models/problem.ts";
import { text } from "../../models/text.ts";
import type { Db } from "../../src/db/db.ts";
import { reportedMonths } from "../../src/db/headcount.ts";
import { firstPublication, type Vintage } from "../../src/db/vintage.ts";

/** The lease is somebody else's. */
export function busy(holder: string | null): Problem {
  return new Problem(
    "database",
    "run-in-progress",
    text(`进程 ${holder ?? "?"} 正在执行月度任务。`, `Process ${holder ?? "?"} is running a month.`),
    text(
      "请等待其完成后查看 wengang status；它若已终止，一分钟后可重试。",
      "Wait for it and look at wengang status; if it died, try again in a minute.",
    ),
  );
}

/** Nothing had become known by the date asked for. */
export async function nothingKnown(db: Db, asOf: string): Promise<Problem> {
  const first = await firstPublication(db);
  return first
    ? new Problem(
        "no-data",
        "nothing-known-yet",
        text(
          `截至 ${asOf} 尚无任何已知数据，最早的数据于 ${first} 获知。`,
          `Nothing was known as of ${asOf}; the first figures became known on ${first}.`,
        ),
        text(
          `请使用 --as-of ${first} 或更晚的日期，或在导入时用 --published-at 指明数据公布日期。`,
          `Use --as-of ${first} or later, or say with --published-at on import when figures became known.`,
        ),
      )
    : new Problem(
        "no-data",
        "nothing-imported",
        text("数据库中还没有任何用工数据。", "There are no headcounts in the database yet."),
        text("请先执行 wengang import 文件… --source 数据源。", "Run wengang import FILE… --source SOURCE first."),
      );
}

/** Nobody has reported the month that was asked for. */
export async function emptyMonth(db: Db, asked: Month, asOf: string, vintage: Vintage): Promise<Problem> {
  const span = await reportedMonths(db, vintage);
  const month = formatMonth(asked);
  const known = span ? `${formatMonth(span.first)} … ${formatMonth(span.last)}` : "—";
  return new Problem(
    "no-data",
    "month-empty",
    text(
      `截至 ${asOf}，${month} 没有任何企业的用工数据（已有月份：${known}）。`,
      `As of ${asOf} no enterprise has a headcount for ${month} (months there are: ${known}).`,
    ),
    text("请先导入该月数据，或改用已有数据的月份。", "Import that month first, or name a month that has data."),
    text(
      `请先导入该月数据，或改用已有数据的月份；该月已过的，wengang report --month ${month} 写出说明无数据的草稿，列出未报企业。`,
      `Import that month first, or name a month that has data; once it is over, wengang report --month ${month} writes a draft that says so, with who was silent.`,
    ),
  );
}
