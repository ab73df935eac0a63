import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Db } from "../../../src/db/db.ts";
import type { ListView } from "../../../src/web/enterprise/list-answer.ts";
import { fillCounty } from "../../county.ts";
import { oneDatabase } from "../../databases.ts";
import { type Client, person, type Service, serve, signedIn } from "./service.ts";

const REGION = "500237001";

/** Of 130 enterprises the first sixty lie in one township, and the last of them all has been renamed. */
describe.each(oneDatabase())("the list of enterprises on $name", ({ open }) => {
  let db: Db;
  let service: Service;
  let [township, office]: Client[] = [];
  let codes: readonly string[];
  let own: readonly string[];
  beforeAll(async () => {
    db = await open();
    await fillCounty(db, 130, 2);
    const all = await db.query<{ id: number; code: string }>("select id, code from enterprise order by code");
    codes = all.map(({ code }) => code);
    own = codes.slice(0, 60);
    await db.query(
      `update enterprise_scope s set region = case when e.code = any ($1::text[]) then $2 else '500237002' end
       from enterprise e where e.id = s.enterprise_id`,
      [own, REGION],
    );
    await rename(all.at(-1)!.id, ["2025-11-01", "旧名100%厂"], ["2025-12-01", "新名厂"]);
    service = await serve(db);
    township = await signedIn(service, await person(service, "township", { regions: [REGION] }));
    office = await signedIn(service, await person(service, "office"));
  }, 120_000);
  afterAll(async () => {
    await service?.close();
    await db?.close();
  });

  const rename = async (id: number, ...names: readonly (readonly [on: string, name: string])[]) => {
    await db.query("delete from register where enterprise_id = $1", [id]);
    for (const [on, name] of names)
      await db.query(
        "insert into register (enterprise_id, published_on, batch_id, name) select $1, $2, max(id), $3 from batch",
        [id, on, name],
      );
  };
  const list = async (client: Client, query: Readonly<Record<string, string>> = {}): Promise<ListView> =>
    JSON.parse((await client.get(`/api/enterprises?${new URLSearchParams(query)}`)).text);
  const codesOf = ({ enterprises }: ListView) => enterprises.map(({ code }) => code);

  it("a township's holds its own and no other, and the second page begins where the first ended", async () => {
    const first = await list(township!);
    expect([first.total, codesOf(first), first.next]).toEqual([60, own.slice(0, 50), own[49]]);
    const second = await list(township!, { after: first.next! });
    expect([second.total, codesOf(second), second.next]).toEqual([60, own.slice(50), null]);
    const page = (await township!.get("/enterprises")).text;
    expect(page).toContain(`href="/enterprises?after=${own[49]}"`);
    expect(page).toContain('<a href="/enterprises" aria-current="page">');
  });

  it("finds by a part of the code, of the name and of a former name, and nothing beyond one's own", async () => {
    const renamed = codes.at(-1)!;
    for (const q of [renamed.toLowerCase(), "新名", "名100%"]) {
      const { total, enterprises } = await list(office!, { q });
      expect([q, total, enterprises.map(({ code, name }) => [code, name])]).toEqual([q, 1, [[renamed, "新名厂"]]]);
      expect([q, (await list(township!, { q })).total]).toEqual([q, 0]);
    }
    expect((await list(office!, { q: "%" })).total, "only the name that has the sign").toBe(1);
    const page = (await township!.get(`/enterprises?q=${encodeURIComponent("新名")}`)).text;
    expect(page).toContain('value="新名"');
    expect(page).toContain("请换一部分名称或代码");
  });

  it("tells the newest version of the newest month and the level of the open alert", async () => {
    const [{ id, month }] = (await db.query<{ id: number; month: number }>(
      "select e.id, max(h.month) as month from enterprise e join headcount h on h.enterprise_id = e.id where e.code = $1 group by e.id",
      [own[0]],
    )) as [{ id: number; month: number }];
    await db.query(
      "insert into headcount (enterprise_id, month, published_on, batch_id, headcount) select $1, $2, '2026-02-01', max(id), 4321 from batch",
      [id, month],
    );
    await db.query(
      `insert into run (month, as_of, vintage_batch, vintage_on, threshold_set_id, model, state)
       select $1, '2026-01-10', max(b.id), '2026-01-10', max(t.id), 'none', 'abandoned' from batch b, threshold_set t`,
      [month],
    );
    await alert("YJ-1", own[0]!, "red", "raised");
    await alert("YJ-2", own[1]!, "red", "closed");
    const [first, second] = (await list(township!)).enterprises;
    expect([first!.headcount, first!.level, second!.level]).toEqual([4321, "red", null]);
  });

  const alert = (number: string, code: string, level: string, state: string) =>
    db.query(
      `insert into alert (number, subject_kind, subject, opened_month, opened_run, level, state, outcome)
       select $1, 'enterprise', $2, 1, max(id), $3, $4, case when $4 = 'closed' then 'no-layoff' end from run`,
      [number, code, level, state],
    );

  it("says to whom nothing belongs why the list is empty and what to do", async () => {
    const nobodys = await signedIn(service, await person(service, "specialist", { specialist: "无此人" }));
    expect((await list(nobodys)).total).toBe(0);
    expect((await nobodys.get("/enterprises")).text).toContain("请联系领导小组办公室核对名册");
  });
});
