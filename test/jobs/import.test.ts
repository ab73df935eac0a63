import { Readable } from "node:stream";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { parseMonth } from "../../models/month.ts";
import { batches, isSimulated } from "../../src/db/batch.ts";
import type { Db } from "../../src/db/db.ts";
import { findingCounts } from "../../src/db/finding.ts";
import { newsFor, silentSources } from "../../src/db/publication.ts";
import { vintageAsOf } from "../../src/db/vintage.ts";
import { testDatabases } from "../databases.ts";
import { csv, emptyPlace, TODAY, takeIn } from "../takes.ts";

const HEADER = "统一社会信用代码,月份,用工人数";
const A = "91500237MA60000084";
const table = (...rows: readonly string[]) => csv("table.csv", [HEADER, ...rows]);
const ALL = { batch: 1_000_000, publishedOn: "2999-12-31" };

describe.each(testDatabases())("an import into $name", ({ open }) => {
  let db: Db;
  beforeEach(async () => {
    db = await emptyPlace(await open());
  });
  afterEach(() => db.close());

  const rows = () =>
    db.query("select month, published_on, batch_id, headcount from headcount order by published_on, batch_id");

  it("keeps by batch that a table says it is simulated, whatever its enterprises are called", async () => {
    await takeIn(db, table(`${A},2025-03,10`));
    expect(await isSimulated(db, ALL)).toBe(false);
    const marked = csv("marked.csv", [`${HEADER},模拟数据`, `${A},2025-04,11,是`]);
    expect(await takeIn(db, marked)).toMatchObject({ kind: "accepted", findings: [] });
    expect((await batches(db)).map(({ simulated }) => simulated)).toEqual([true, false]);
    expect([await isSimulated(db, ALL), await isSimulated(db, { ...ALL, batch: 1 })]).toEqual([true, false]);
  });

  it("knows a simulated register without the mark by the names the simulator gives", async () => {
    await takeIn(db, csv("register.csv", ["统一社会信用代码,企业名称", `${A},模拟·巫山云岭食品有限公司(0042)`]));
    expect(await isSimulated(db, ALL)).toBe(true);
  });

  it("corrects a forgotten publication date when the same file comes again with the date named", async () => {
    const file = table(`${A},2025-03,10`);
    await takeIn(db, file);
    expect(await vintageAsOf(db, "2025-04-30")).toBeNull();
    const again = await takeIn(db, file, { publishedOn: "2025-04-08", dated: true });
    expect(again).toMatchObject({ kind: "accepted", batch: 2, corrects: { id: 1, publishedOn: TODAY } });
    expect(await vintageAsOf(db, "2025-04-30")).toEqual({ batch: 2, publishedOn: "2025-04-08" });
    expect(await rows()).toMatchObject([
      { published_on: "2025-04-08", batch_id: 2, headcount: 10 },
      { published_on: TODAY, batch_id: 1, headcount: 10 },
    ]);
    expect(await takeIn(db, file, { publishedOn: "2025-04-08", dated: true })).toMatchObject({
      kind: "known",
      batch: 2,
    });
    expect(await takeIn(db, file)).toMatchObject({ kind: "known", batch: 2 });
  });

  it("takes nothing again when every row carries a date of its own, and says so", async () => {
    const dated = csv("dated.csv", [`${HEADER},报送日期`, `${A},2025-03,10,2025-04-05`]);
    await takeIn(db, dated);
    const again = await takeIn(db, dated, { publishedOn: "2025-04-08", dated: true });
    expect(again).toEqual({ kind: "known", name: "dated.csv", batch: 1, ownDates: true });
    expect((await batches(db)).length).toBe(1);
    expect((await rows()).length).toBe(1);
  });

  it("takes one file once when two take it in at the same time", async () => {
    const lines = Array.from({ length: 5000 }, (_, i) => `X${i},2025-03,${i}`);
    const results = await Promise.all([takeIn(db, table(...lines)), takeIn(db, table(...lines))]);
    expect(results.map(({ kind }) => kind).toSorted()).toEqual(["accepted", "known"]);
    expect((await rows()).length).toBe(5000);
  });

  it("tells two rows of one industry written in two ways, instead of failing on them", async () => {
    const header = "行业代码,月份,用工人数";
    const twice = csv("industry.csv", [header, "13,2025-03,40", "农副食品加工业,2025-03,41", "C13,2025-03,40"]);
    const result = await takeIn(db, twice);
    expect(result).toMatchObject({ kind: "accepted", counts: { read: 3, accepted: 1, quarantined: 1 } });
    expect(result.kind === "accepted" && result.findings.map((f) => [f.code, f.cell])).toEqual([
      ["row-conflict", "C3"],
      ["row-duplicate", "C4"],
    ]);
  });

  it("takes an industry total in the place's own name as the whole place's", async () => {
    const header = "行业代码,乡镇街道,月份,用工人数";
    const result = await takeIn(db, csv("industry.csv", [header, "13,巫山县,2025-03,40", "13,,2025-03,41"]));
    expect(result.kind === "accepted" && result.findings.map((f) => f.code)).toEqual(["row-conflict"]);
    expect(await db.query("select region, headcount from industry_headcount")).toEqual([{ region: "", headcount: 40 }]);
  });

  it("tells two rows of one date, one written and one the delivery's, instead of failing on them", async () => {
    const header = `${HEADER},报送日期`;
    const result = await takeIn(db, csv("dates.csv", [header, `${A},2025-03,10,`, `${A},2025-03,12,${TODAY}`]));
    expect(result.kind === "accepted" && result.findings.map((f) => [f.code, f.cell])).toEqual([
      ["row-conflict", "C3"],
    ]);
  });

  it("counts every cell with a problem, although only the first thousand of a warning are kept one by one", async () => {
    const lines = Array.from({ length: 1500 }, (_, i) => `X${i},2025-03,${i}`);
    const result = await takeIn(db, table(...lines));
    expect(result.kind === "accepted" && result.findings.length).toBe(1001);
    expect(await findingCounts(db, [1], null)).toMatchObject([{ code: "code-format", count: 1500 }]);
  });

  it("refuses a file that changes while it is read, and keeps nothing of it", async () => {
    let opened = 0;
    const growing = {
      name: "growing.csv",
      size: null,
      open: async () => Readable.from([Buffer.from(`${HEADER}\n${`${A},2025-03,1\n`.repeat(++opened)}`)]),
    };
    await expect(takeIn(db, growing)).rejects.toMatchObject({ code: "file-changed", kind: "input" });
    expect(await batches(db)).toEqual([]);
    expect(await rows()).toEqual([]);
  });

  it("keeps which months a publication speaks of, so that a run knows whether it is news to it", async () => {
    await takeIn(db, table(`${A},2025-03,10`, `${A},2025-02,10`), { publishedOn: "2025-04-05" });
    const seen = { month: parseMonth("2025-03"), vintage: (await vintageAsOf(db, "2025-04-10"))! };
    expect(await newsFor(db, seen, TODAY, 37)).toBe(false);
    await takeIn(db, table(`${A},2025-04,11`), { publishedOn: "2025-05-05" });
    expect(await newsFor(db, seen, TODAY, 37)).toBe(false);
    await takeIn(db, table(`${A},2025-02,12`), { publishedOn: "2025-05-06" });
    expect(await newsFor(db, seen, "2025-05-05", 37)).toBe(false);
    expect(await newsFor(db, seen, TODAY, 37)).toBe(true);
    expect(await newsFor(db, seen, TODAY, 1)).toBe(false);
  });

  it("knows a source that sent three months running and then nothing", async () => {
    const months = ["2025-01", "2025-02", "2025-03", "2025-04"];
    for (const [i, month] of months.entries()) {
      const publishedOn = `2025-0${i + 2}-05`;
      await takeIn(db, table(`${A},${month},1${i}`), { publishedOn });
      if (i < 3) await takeIn(db, table(`${A},${month},2${i}`), { publishedOn, source: "workbook" });
    }
    const silent = (month: string, months = 3) => silentSources(db, parseMonth(month), ALL, months);
    expect(await silent("2025-04")).toEqual(["workbook"]);
    expect(await silent("2025-03")).toEqual([]);
    expect(await silent("2025-05")).toEqual(["county"]);
  });
});
