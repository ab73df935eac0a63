import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Db } from "../../../src/db/db.ts";
import { migrate } from "../../../src/db/migrate.ts";
import { keepRecipientState, rosterOf } from "../../../src/db/recipient.ts";
import { testDatabases } from "../../databases.ts";
import { NOWHERE } from "./notifying.ts";
import { type Client, person, type Service, serve, signedIn, withToken } from "./service.ts";

const NOW = Date.parse("2026-03-02T01:00:00Z");
const ADDRESS = "https://hooks.wushan.example/miit-9q2z";
const SECRET = `whsec_${Buffer.alloc(32, 3).toString("base64")}`;

interface Told {
  readonly id: number;
  readonly desk: string;
  readonly hint: string;
  readonly validTo: string | null;
  readonly broken: string | null;
}

describe.each(testDatabases())("recipients kept in the browser on $name", ({ open }) => {
  let db: Db;
  let service: Service;
  let office: Client;
  beforeAll(async () => {
    db = await open();
    await migrate(db);
    service = await serve(db, { now: NOW });
    office = await signedIn(service, await person(service, "office"));
  });
  afterAll(async () => {
    await service?.close();
    await db?.close();
  });

  const add = (more: Readonly<Record<string, string>> = {}) =>
    office.post("/api/recipients", {
      ...{ desk: "department:miit", name: "县经济信息委群", channel: "hook", address: `${ADDRESS} ${SECRET}` },
      ...more,
    });
  const added = async (more: Readonly<Record<string, string>> = {}) =>
    (JSON.parse((await add(more)).text) as { id: number }).id;
  const all = async () =>
    JSON.parse((await office.get("/api/recipients")).text) as {
      recipients: Told[];
      absences: object[];
      duties: object[];
    };
  const find = async (id: number) => (await all()).recipients.find((one) => one.id === id)!;
  const noted = async (action: string, subject: string) =>
    (
      await db.query<{ detail: string }>(
        "select detail::text as detail from audit where action = $1 and subject = $2",
        [...[action, subject]],
      )
    ).map(({ detail }) => detail);

  it("are added behind a desk, a specialist's too, and of their address nothing is shown but the last four signs", async () => {
    const id = await added();
    expect(await find(id)).toMatchObject({ desk: "department:miit", hint: "…9q2z" });
    const specialist = await added({ desk: "", specialist: "王小明" });
    expect((await find(specialist)).desk).toBe("specialist:王小明");
    const own = await added({ channel: "office-hook", address: "" });
    expect((await find(own)).hint).toBe("…9x7q");
    const page = (await office.get("/recipients")).text;
    for (const words of ["县经济信息委群", "…9q2z", "就业服务专员王小明"]) expect(page).toContain(words);
    const log = (await noted("recipient-add", "department:miit")).join();
    expect(log).toContain("县经济信息委群");
    for (const text of [page, log, service.lines.join()]) {
      expect(text).not.toContain(ADDRESS);
      expect(text).not.toContain(SECRET);
    }
  });

  it("are sent to at the address that was given", async () => {
    const id = await added();
    const { rows } = { rows: await db.query<{ address: string }>("select address from recipient where id = $1", [id]) };
    expect(rows[0]!.address).not.toContain("wushan.example");
    const shown = await office.post(`/api/recipients/${id}/address`);
    expect(JSON.parse(shown.text)).toEqual({ id, address: `${ADDRESS} ${SECRET}` });
  });

  it("show their address to who may see it, in person, and each time is in the log", async () => {
    const id = await added({ channel: "office-hook", address: "" });
    const page = await office.post(`/recipients/${id}/address`);
    expect([page.status, page.text.includes(NOWHERE.split(" ")[0]!)]).toEqual([200, true]);
    expect(await noted("reveal-address", `recipient:${id}`)).toHaveLength(1);
    const program = await withToken(service, await person(service, "office"), "change");
    expect((await program.post(`/api/recipients/${id}/address`)).status).toBe(403);
  });

  const amend = (id: number, more: Readonly<Record<string, string>> = {}) =>
    office.post(`/recipients/${id}/amend`, {
      ...{ desk: "department:miit", name: "县经济信息委群", channel: "hook", address: "", language: "zh" },
      ...more,
    });
  const addressOf = async (id: number) =>
    (JSON.parse((await office.post(`/api/recipients/${id}/address`)).text) as { address: string }).address;

  it("are changed in everything that was asked of them, and the log tells what stood before", async () => {
    const id = await added();
    const to = {
      desk: "",
      specialist: "李雷",
      name: "李雷",
      language: "en",
      validFrom: "2026-03-09",
      validTo: "2026-12-31",
    };
    const answer = await amend(id, to);
    expect([answer.status, answer.headers.location]).toEqual([303, "/recipients"]);
    const stands = { name: "李雷", language: "en", validFrom: "2026-03-09", validTo: "2026-12-31" };
    expect(await find(id)).toMatchObject({ desk: "specialist:李雷", hint: "…9q2z", ...stands });
    expect(await addressOf(id), "which was left blank").toBe(`${ADDRESS} ${SECRET}`);
    const [detail] = await noted("recipient-amend", `recipient:${id}`);
    expect(JSON.parse(detail!)).toMatchObject({
      ...{ desk: "specialist:李雷", ...stands, addressChanged: false },
      before: { desk: "department:miit", name: "县经济信息委群", language: "zh", validFrom: null, validTo: null },
    });
    const page = (await office.get("/recipients")).text;
    expect(page, "filled in as it stands").toContain(
      `id="line-specialist-amend-${id}" name="specialist" type="text" autocomplete="off" maxlength="500" value="李雷"`,
    );
  });

  it("are reached elsewhere once their address or channel is another, which then counts as working", async () => {
    const id = await added();
    const at = new Date(NOW).toISOString();
    await keepRecipientState(db, { recipient: id, working: false, reason: "机器人已停用", actor: "system", at });
    await amend(id, { name: "改名" });
    expect((await find(id)).broken, "a name mends nothing").toBe("机器人已停用");
    await amend(id, { address: `https://hooks.wushan.example/new-7777 ${SECRET}` });
    expect(await find(id)).toMatchObject({ hint: "…7777", broken: null });
    await amend(id, { channel: "office-hook" });
    expect([await addressOf(id), (await find(id)).hint], "the channel's own").toEqual([NOWHERE, "…9x7q"]);
    const log = (await noted("recipient-amend", `recipient:${id}`)).join();
    for (const secret of ["hooks.wushan.example", SECRET, NOWHERE]) expect(log).not.toContain(secret);
  });

  it("end on a day, are away with a deputy, and are on duty", async () => {
    const [id, deputy] = [await added(), await added()];
    const span = { recipient: String(id), from: "2026-03-02", until: "2026-03-06" };
    for (const [path, fields] of [
      ["/recipients/away", { ...span, deputy: String(deputy), reason: "出差" }],
      ["/recipients/duty", { ...span, until: "2026-03-08" }],
      [`/recipients/${id}/end`, { last: "2026-03-31" }],
    ] as const) {
      const answer = await office.post(path, fields);
      expect([path, answer.status, answer.headers.location]).toEqual([path, 303, "/recipients"]);
    }
    const roster = await rosterOf(db);
    expect(roster.absences).toContainEqual({ recipient: id, from: "2026-03-02", until: "2026-03-06", deputy });
    expect(roster.duties).toContainEqual({
      ...{ desk: "department:miit", recipient: id, from: "2026-03-02", until: "2026-03-08" },
    });
    expect((await find(id)).validTo).toBe("2026-03-31");
    const page = (await office.get("/recipients")).text;
    for (const words of ["外出 2026-03-02 – 2026-03-06，县经济信息委群代班", "值班 2026-03-02 – 2026-03-08"])
      expect(page).toContain(words);
    for (const action of ["recipient-away", "recipient-duty", "recipient-end"])
      expect([action, (await noted(action, `recipient:${id}`)).length]).toEqual([action, 1]);
  });

  it("whose address failed say so until somebody says that it works", async () => {
    const id = await added();
    const at = new Date(NOW).toISOString();
    await keepRecipientState(db, { recipient: id, working: false, reason: "机器人已停用", actor: "system", at });
    expect((await office.get("/recipients")).text).toContain("地址失效：机器人已停用");
    expect((await office.post(`/recipients/${id}/fixed`, { reason: "已重新启用" })).status).toBe(303);
    expect((await find(id)).broken).toBeNull();
  });

  it("that cannot be are refused with their cause", async () => {
    const id = String(await added());
    const span = { recipient: id, from: "2026-03-02", until: "2026-03-06" };
    const refusals = [
      [await add({ desk: "department:nobody" }), "desk-unknown"],
      [await add({ desk: "", specialist: "" }), "desk-unknown"],
      [await add({ channel: "pigeon" }), "channel-unknown"],
      [await add({ address: "" }), "channel-address-missing"],
      [await add({ address: "不是网址" }), "address"],
      [await add({ validFrom: "2026-03-31", validTo: "2026-03-01" }), "days-backwards"],
      [await office.post("/recipients/away", { ...span, until: "2026-03-01", reason: "出差" }), "days-backwards"],
      [await office.post("/recipients/away", { ...span, deputy: id, reason: "出差" }), "deputy-same"],
      [await office.post("/recipients/away", { ...span, recipient: "99999", reason: "出差" }), "recipient-unknown"],
      [await office.post("/recipients/duty", { ...span, recipient: "99999" }), "recipient-unknown"],
      [await amend(99999), "recipient-unknown"],
      [await amend(Number(id), { desk: "department:nobody" }), "desk-unknown"],
      [await amend(Number(id), { channel: "hook", address: "不是网址" }), "address"],
      [await amend(Number(id), { validFrom: "2026-03-31", validTo: "2026-03-01" }), "days-backwards"],
      [await office.post("/recipients/99999/end", { last: "2026-03-31" }), "recipient-unknown"],
      [await office.post("/recipients/99999/fixed", { reason: "好了" }), "recipient-unknown"],
      [await office.post("/recipients/99999/address"), "recipient-unknown"],
    ] as const;
    for (const [answer, problem] of refusals) {
      expect([problem, answer.status >= 400]).toEqual([problem, true]);
      expect(answer.text).toContain(problem);
    }
  });

  it("stand beside the routes, which say in words who is told of what and after how long", async () => {
    expect((await office.get("/recipients")).text).toContain('href="/routes"');
    const regulator = await signedIn(service, await person(service, "regulator", { departments: ["miit"] }));
    const page = (await regulator.get("/routes")).text;
    for (const words of [
      "行业主管部门与属地",
      "红色预警、橙色预警",
      "该企业的就业服务专员",
      "县就业工作领导小组办公室",
      "2小时",
      "红色预警立即通知，其余每个工作日09:00汇总成一条",
    ])
      expect(page).toContain(words);
    const { routes } = JSON.parse((await regulator.get("/api/routes")).text) as {
      routes: { id: string; parent: string | null }[];
    };
    expect(routes.find(({ id }) => id === "severe")!.parent).toBe("enterprise");
  });
});
