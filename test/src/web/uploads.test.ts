import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { letGoOfUploads } from "../../../jobs/upload/expire.ts";
import type { Db } from "../../../src/db/db.ts";
import { fillCounty, runOn } from "../../county.ts";
import { oneDatabase } from "../../databases.ts";
import { type Client, person, type Service, serve, signedIn } from "./service.ts";
import { cellIn, sendFile, workbook } from "./workbook.ts";

const MONTH = "2025-12";
const DAY = 86_400_000;

describe.each(oneDatabase())("a file handed in on $name", ({ open }) => {
  let db: Db;
  let service: Service;
  let office: Client;
  let second: Client;
  let analyst: Client;
  /** Enterprises of the town 500237001, and one of another. */
  let own: string[];
  let other: string;
  beforeAll(async () => {
    db = await open();
    const { last } = await fillCounty(db, 60, 12);
    await runOn(db, last);
    const codes = await db.query<{ id: number; code: string }>("select id, code from enterprise order by id limit 4");
    own = codes.slice(0, 3).map(({ code }) => code);
    other = codes[3]!.code;
    await place(own, "500237001");
    await place([other], "500237002");
    service = await serve(db, { now: Date.parse("2026-01-12T02:00:00Z") });
    office = await signedIn(service, await person(service, "office"));
    second = await signedIn(service, await person(service, "office"));
    analyst = await signedIn(service, await person(service, "analyst"));
  });
  afterAll(async () => {
    await service?.close();
    await db?.close();
  });

  const place = (codes: readonly string[], region: string) =>
    db.query(
      "update enterprise_scope set region = $2 where enterprise_id in (select id from enterprise where code = any($1))",
      [codes, region],
    );
  const count = async (table: "headcount" | "batch" | "upload") =>
    (await db.query<{ n: number }>(`select count(*)::integer as n from ${table}`))[0]!.n;
  const file = (name: string, rows: readonly (readonly (string | number)[])[]) => ({ name, bytes: workbook(rows) });
  const town = async (region: string) => signedIn(service, await person(service, "township", { regions: [region] }));
  const actions = async () =>
    (await db.query<{ action: string }>("select action from audit order by position")).map(({ action }) => action);
  /** Hands a file in and says where its page is. */
  const handIn = async (client: Client, given: ReturnType<typeof file>) => {
    const answer = await sendFile(client, given);
    expect([answer.status, answer.text.slice(0, 200)]).toEqual([303, ""]);
    return String(answer.headers.location);
  };
  const state = async (path: string) =>
    (await db.query<{ state: string }>("select state from upload where id = $1", [Number(path.split("/").at(-1))]))[0]!
      .state;
  const headcounts = (code: string) =>
    db.query<{ headcount: number }>(
      `select h.headcount from headcount h join enterprise e on e.id = h.enterprise_id
       where e.code = $1 and h.month = 2025 * 12 + 11 order by h.published_on, h.batch_id`,
      [code],
    );

  it("is checked cell by cell, marked, repaired, accepted by a second person, and only then counts", async () => {
    const before = [await count("headcount"), await count("batch")];
    const path = await handIn(
      analyst,
      file("坏表.xlsx", [
        [own[0]!, MONTH, -3],
        [own[1]!, MONTH, 41],
      ]),
    );
    const page = await analyst.get(path);
    expect(page.text).toContain("headcount-negative");
    expect(page.text).toContain(">C2<");
    const marked = await analyst.get(`${path}/marked`);
    expect(marked.headers["content-disposition"]).toContain("attachment");
    expect(cellIn(marked.bytes, "C2").fill).toBe("FFC7CE");
    expect(cellIn(marked.bytes, "C2").notes).toContain("[headcount-negative]");
    expect(cellIn(marked.bytes, "C3").fill).toBeUndefined();
    expect([await count("headcount"), await count("batch")]).toEqual(before);

    const good = file("好表.xlsx", [
      [own[0]!, MONTH, 43],
      [own[1]!, MONTH, 41],
    ]);
    const repaired = await handIn(analyst, good);
    expect(await handIn(analyst, good)).toBe(repaired); // the same file of the same person is one
    expect((await analyst.post(`${repaired}/import`)).status).toBe(303);
    expect(await state(repaired)).toBe("waiting");
    expect([await count("headcount"), await count("batch")]).toEqual(before);
    expect((await analyst.post(`${repaired}/accept`, { decision: "pass" })).status).toBe(403);
    expect((await office.post(`${repaired}/accept`, { decision: "pass" })).status).toBe(303);
    expect(await state(repaired)).toBe("imported");
    expect([await count("headcount"), await count("batch")]).toEqual([before[0]! + 2, before[1]! + 1]);
    expect(await actions()).toEqual(
      expect.arrayContaining(["upload", "upload-download", "upload-submit", "upload-pass"]),
    );
    const again = await sendFile(analyst, good);
    expect([again.status, again.text.includes("upload-known")]).toEqual([422, true]);
  });

  it("is not accepted by whoever handed it in, nor twice", async () => {
    const path = await handIn(office, file("自审.xlsx", [[own[2]!, MONTH, 17]]));
    await office.post(`${path}/import`);
    const before = (await headcounts(own[2]!)).length;
    const refusal = await office.post(`${path}/accept`, { decision: "pass" });
    expect([refusal.status, refusal.text.includes("refused-own-work")]).toEqual([403, true]);
    const both = await Promise.all([1, 2].map(() => second.post(`${path}/accept`, { decision: "pass" })));
    expect(both.map(({ status }) => status).toSorted()).toEqual([303, 422]);
    expect(await headcounts(own[2]!)).toHaveLength(before + 1);
  });

  it("of a township holds its own enterprises, and any other row is refused by its cell", async () => {
    const clerk = await town("500237001");
    const path = await handIn(
      clerk,
      file("外镇.xlsx", [
        [own[0]!, MONTH, 12],
        [other, MONTH, 9],
      ]),
    );
    const api = JSON.parse((await clerk.get(`/api${path}`)).text) as {
      upload: { counts: unknown };
      findings: { code: string; cell: string }[];
    };
    expect(api.findings.map(({ code, cell }) => [code, cell])).toEqual([["row-not-yours", "数据!A3"]]);
    expect(api.upload.counts).toMatchObject({ read: 2, accepted: 1, quarantined: 1 });
    const totals = { name: "行业.xlsx", bytes: workbook([["13", MONTH, 900]], ["行业代码", "月份", "用工人数"]) };
    const whole = await clerk.get(await handIn(clerk, totals));
    expect(whole.text).toContain("row-whole-place");
    expect(whole.text).not.toContain("/import");
  });

  it("goes from the township by another of its people to the county, and is no other township's business", async () => {
    const [clerk, colleague, stranger] = [await town("500237001"), await town("500237001"), await town("500237002")];
    const path = await handIn(clerk, file("两级.xlsx", [[own[0]!, MONTH, 77]]));
    await clerk.post(`${path}/import`);
    expect((await stranger.get(path)).status).toBe(404);
    expect((await stranger.post(`${path}/review`, { decision: "pass" })).status).toBe(404);
    expect((await stranger.get("/data")).text).not.toContain("两级.xlsx");
    expect((await clerk.post(`${path}/review`, { decision: "pass" })).status).toBe(403);
    expect((await office.post(`${path}/accept`, { decision: "pass" })).status).toBe(403); // the lower desk comes first
    const number = Number(path.split("/").at(-1));
    const toldOf = async (client: Client) =>
      (JSON.parse((await client.get("/api/data")).text) as { toReview: number[] }).toReview.includes(number);
    const told = async () => Promise.all([clerk, colleague, stranger, analyst, office].map(toldOf));
    expect(await told()).toEqual([false, true, false, false, false]);
    expect((await colleague.get("/")).text).toMatch(/待您审核的数据文件\d+份/);
    expect((await clerk.get("/")).text).not.toContain("待您审核");
    expect((await colleague.get("/data")).text).toMatch(/待您审核\d+份：.*两级\.xlsx/s);
    expect((await colleague.post(`${path}/review`, { decision: "pass" })).status).toBe(303);
    expect(await state(path)).toBe("waiting");
    expect(await told()).toEqual([false, false, false, false, true]);
    expect((await office.post(`${path}/accept`, { decision: "pass" })).status).toBe(303);
    expect(await state(path)).toBe("imported");
  });

  it("is corrected by a reviewer as a version of its own: both stay, and the later counts", async () => {
    const path = await handIn(
      analyst,
      file("更正.xlsx", [
        [own[1]!, MONTH, 410],
        [own[2]!, MONTH, 20],
      ]),
    );
    await analyst.post(`${path}/import`);
    const bad = await office.post(`${path}/correct`, { cell: "数据!C2", value: "-1", reason: "笔误" });
    expect([bad.status, bad.text.includes("correction-bad")]).toEqual([422, true]);
    const nowhere = await office.post(`${path}/correct`, { cell: "数据!C99", value: "41", reason: "笔误" });
    expect([nowhere.status, nowhere.text.includes("correction-cell-unknown")]).toEqual([422, true]);
    await office.post(`${path}/correct`, { cell: "数据!C2", value: "40", reason: "多写一个零" });
    await office.post(`${path}/accept`, { decision: "pass" });
    const page = (await analyst.get(path)).text;
    expect(page).toContain("多写一个零");
    expect((await headcounts(own[1]!)).slice(-2)).toEqual([{ headcount: 410 }, { headcount: 40 }]);
    const batches = await db.query<{ rows: number }>(
      "select rows_accepted as rows from batch where name like '更正.xlsx%' order by id",
    );
    expect(batches).toEqual([{ rows: 2 }, { rows: 1 }]);
  });

  it("is corrected in what tells a record only where its row does not count, and all corrections together must fit", async () => {
    const path = await handIn(
      analyst,
      file("行号.xlsx", [
        [own[0]!, MONTH, 51],
        [own[2]!, "2025-13", 52],
        [own[0]!, "2025-13", 53],
      ]),
    );
    await analyst.post(`${path}/import`);
    const correct = (cell: string, value: string) => office.post(`${path}/correct`, { cell, value, reason: "笔误" });
    const counting = await correct("数据!A2", own[1]!);
    expect([counting.status, counting.text.includes("correction-of-key")]).toEqual([422, true]);
    expect((await correct("数据!C2", "50")).status).toBe(303);
    const twice = await correct("数据!B4", MONTH); // the same enterprise and month as the row corrected before
    expect([twice.status, twice.text.includes("correction-bad")]).toEqual([422, true]);
    expect((await correct("数据!B3", MONTH)).status).toBe(303);
    await office.post(`${path}/accept`, { decision: "pass" });
    const last = async (code: string) => (await headcounts(code)).at(-1)!.headcount;
    expect([await last(own[0]!), await last(own[2]!)]).toEqual([50, 52]);
  });

  it("is sent back with a reason, which whoever handed it in reads", async () => {
    const path = await handIn(analyst, file("退回.xlsx", [[own[0]!, MONTH, 5]]));
    await analyst.post(`${path}/import`);
    const silent = await office.post(`${path}/accept`, { decision: "refuse" });
    expect([silent.status, silent.text.includes("reason-missing")]).toEqual([422, true]);
    await office.post(`${path}/accept`, { decision: "refuse", reason: "与上月差距过大，请核实" });
    expect(await state(path)).toBe("refused");
    expect((await analyst.get(path)).text).toContain("与上月差距过大，请核实");
  });

  it("that nobody went on with is let go of after 60 days, and still listed", async () => {
    const path = await handIn(analyst, file("搁置.xlsx", [[own[0]!, MONTH, 8]]));
    expect(await letGoOfUploads(db, () => service.clock.now + 59 * DAY)).toEqual({ uploadsExpired: 0 });
    expect((await letGoOfUploads(db, () => service.clock.now + 61 * DAY)).uploadsExpired).toBeGreaterThan(0);
    expect(await state(path)).toBe("expired");
    expect((await analyst.get(`${path}/marked`)).status).toBe(404);
    expect((await analyst.get("/data")).text).toContain("搁置.xlsx");
  });

  it("stands below a sentence that says who has not reported: 数据未报 is not 正常", async () => {
    const page = (await analyst.get("/data")).text;
    expect(page).toMatch(/2025-12应报\d+户，已报\d+户，数据未报\d+户；未报不等于正常/);
  });
});
