import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Db } from "../../../src/db/db.ts";
import { fillCounty, runOn, wushan } from "../../county.ts";
import { testDatabases } from "../../databases.ts";
import { type Client, person, type Service, serve, signedIn } from "./service.ts";
import { sendFile, workbook } from "./workbook.ts";

const MONTH = "2025-11";
const HEAD = ["统一社会信用代码", "月份", "用工人数", "劳务派遣人数", "新招人数", "减少类型", "主要原因"];

describe.each(testDatabases())("a reviewer's correction of a figure on $name", ({ open }) => {
  let db: Db;
  let service: Service;
  let office: Client;
  let second: Client;
  let code: string;
  beforeAll(async () => {
    db = await open();
    const { last } = await fillCounty(db, 60, 12);
    await runOn(db, last);
    [{ code }] = (await db.query<{ code: string }>("select code from enterprise order by id limit 1")) as [
      { code: string },
    ];
    await db.query(
      "update enterprise_scope set region = '500237001' where enterprise_id = (select id from enterprise where code = $1)",
      [code],
    );
    service = await serve(db, { now: Date.parse("2026-01-12T02:00:00Z") });
    office = await signedIn(service, await person(service, "office"));
    second = await signedIn(service, await person(service, "office"));
  });
  afterAll(async () => {
    await service?.close();
    await db?.close();
  });

  const town = async (region: string) => signedIn(service, await person(service, "township", { regions: [region] }));
  const correct = (client: Client, fields: Readonly<Record<string, string>>) =>
    client.post(`/enterprises/${code}/corrections`, { month: MONTH, reason: "多写一个零", ...fields });
  const versions = () =>
    db.query<Record<string, unknown>>(
      `select h.headcount, h.dispatch, h.hired, h.reduction_type as type, h.reasons from headcount h
       join enterprise e on e.id = h.enterprise_id where e.code = $1 and h.month = 2025 * 12 + 10
       order by h.published_on, h.batch_id`,
      [code],
    );
  const newest = async () => (await versions()).at(-1)!;

  it("is a version beside the original once others accept it, and whatever else was reported stays", async () => {
    const form = workbook([[code, MONTH, 410, 12, 3, 1, 1]], HEAD);
    const sent = await sendFile(office, { name: "十一月.xlsx", bytes: form });
    await office.post(`${sent.headers.location}/import`);
    await second.post(`${sent.headers.location}/accept`, { decision: "pass" });
    const before = await versions();
    expect(before.at(-1)).toMatchObject({ headcount: 410, dispatch: 12, hired: 3 });

    const [clerk, colleague] = [await town("500237001"), await town("500237001")];
    expect((await clerk.get(`/enterprises/${code}`)).text).toContain(`${MONTH}（410人）`);
    const answer = await correct(clerk, { headcount: "40" });
    expect([answer.status, answer.headers.location]).toEqual([303, expect.stringMatching(/^\/data\/uploads\/\d+$/)]);
    const path = String(answer.headers.location);
    expect(await versions()).toEqual(before);
    expect((await colleague.get(`/enterprises/${code}`)).text).toContain(`href="${path}"`);
    expect((await colleague.get(path)).text).toContain(`${MONTH}：410 → 40。多写一个零`);
    expect((await clerk.post(`${path}/review`, { decision: "pass" })).status).toBe(403);
    await colleague.post(`${path}/review`, { decision: "pass" });
    await office.post(`${path}/accept`, { decision: "pass" });
    expect(await versions()).toEqual([...before, { ...before.at(-1), headcount: 40 }]);
    const told = JSON.parse((await office.get(`/api/enterprises/${code}`)).text) as {
      versions: { month: string; headcount: number; change: number; delivery: string }[];
    };
    const own = told.versions.filter(({ month }) => month === MONTH).at(-1)!;
    expect(own).toMatchObject({ headcount: 40, change: -370, delivery: `更正 ${code} ${MONTH}.csv` });
    const notes = await db.query<{ subject: string; detail: string }>(
      "select subject, detail from audit where action = 'headcount-correct' order by position",
    );
    expect(notes.map(({ subject, detail }) => [subject, JSON.parse(detail)])).toContainEqual([
      `enterprise:${code}`,
      { month: MONTH, before: 410, headcount: 40, reason: "多写一个零" },
    ]);
  });

  it("can be taken back by another one", async () => {
    const stands = Number((await newest()).headcount);
    for (const headcount of [stands + 5, stands]) {
      const path = String((await correct(office, { headcount: String(headcount) })).headers.location);
      await second.post(`${path}/accept`, { decision: "pass" });
      expect((await newest()).headcount).toBe(headcount);
    }
  });

  it("is refused where there is nothing to correct, where it changes nothing, and without a reason", async () => {
    const stands = String((await newest()).headcount);
    const refusals = [
      [{ month: "2031-01", headcount: "40" }, "correction-of-nothing"],
      [{ headcount: stands }, "correction-same"],
      [{ headcount: "99999999" }, "input-wrong"],
      [{ headcount: "" }, "input-wrong"],
      [{ headcount: "40", reason: " " }, "input-wrong"],
    ] as const;
    const before = await db.query("select count(*) from upload");
    for (const [fields, problem] of refusals) expect((await correct(office, fields)).text).toContain(problem);
    expect(await db.query("select count(*) from upload")).toEqual(before);
  });

  it("is offered where a column is a month, too", async () => {
    const county = wushan.mappings.county!.filter(({ kind, layout }) => kind !== "headcount" || layout === "wide");
    const elsewhere = await serve(db, { now: service.clock.now, profile: { ...wushan, mappings: { county } } });
    try {
      const reviewer = await signedIn(elsewhere, await person(elsewhere, "office"));
      expect((await reviewer.get(`/enterprises/${code}`)).text).toContain("/corrections");
      const answer = await correct(reviewer, { month: "2025-09", headcount: "77" });
      expect([answer.status, answer.headers.location]).toEqual([303, expect.stringMatching(/^\/data\/uploads\/\d+$/)]);
    } finally {
      await elsewhere.close();
    }
  });

  it("is offered to reviewers of the enterprise alone", async () => {
    const analyst = await signedIn(service, await person(service, "analyst"));
    expect((await analyst.get(`/enterprises/${code}`)).text).not.toContain("/corrections");
    await correct(office, { month: "2025-10", headcount: "12345" });
    expect((await office.get(`/enterprises/${code}`)).text).toContain("→ 12345。多写一个零");
    expect((await analyst.get(`/enterprises/${code}`)).text).not.toContain("12345");
    expect((await correct(analyst, { headcount: "40" })).status).toBe(403);
    expect((await correct(await town("500237002"), { headcount: "40" })).status).toBe(404);
  });
});
