import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Db } from "../../../src/db/db.ts";
import { migrate } from "../../../src/db/migrate.ts";
import { keepRecipient } from "../../../src/db/recipient.ts";
import { testDatabases } from "../../databases.ts";
import { type Client, person, type Service, serve, signedIn, withToken } from "./service.ts";

describe.each(testDatabases())("reports subscribed to in the browser on $name", ({ open }) => {
  let db: Db;
  let service: Service;
  let office: Client;
  let recipient: string;
  beforeAll(async () => {
    db = await open();
    await migrate(db);
    service = await serve(db);
    office = await signedIn(service, await person(service, "office"));
    const address = { channel: "mail", address: "sealed", hint: "z…@example.cn", fingerprint: "f" };
    const time = { validFrom: null, validTo: null, actor: "test", at: "2026-01-12T02:00:00Z" };
    recipient = String(
      await keepRecipient(db, { desk: "department:miit", name: "张三", language: "zh", ...address, ...time }),
    );
  });
  afterAll(async () => {
    await service?.close();
    await db?.close();
  });

  const told = async () =>
    (
      JSON.parse((await office.get("/api/recipients")).text) as {
        subscriptions: { id: number; kind: string; scope: string; formats: string[] }[];
      }
    ).subscriptions;
  const subscribe = (kind: string, rest: string) =>
    office.ask(
      "POST",
      "/subscriptions",
      `csrf=${encodeURIComponent(office.formToken())}&recipient=${recipient}&kind=${kind}${rest}`,
      { "content-type": "application/x-www-form-urlencoded" },
    );

  it("are listed with whom they go to, and end, and each change is in the log", async () => {
    const answer = await subscribe("monthly", "&scope=department%3Amiit&format=docx&format=pdf");
    expect([answer.status, answer.headers.location]).toEqual([303, "/recipients#subscriptions"]);
    const one = (await told()).find(({ scope }) => scope === "department:miit")!;
    expect(one).toMatchObject({ kind: "monthly", formats: ["docx", "pdf"] });
    const page = (await office.get("/recipients")).text;
    for (const words of ["县经济信息委", "张三", "月度分析报告", "docx、pdf"]) expect(page).toContain(words);
    const twice = await subscribe("monthly", "&scope=department%3Amiit&format=docx");
    expect([twice.status, twice.text.includes("subscribed-already")]).toEqual([400, true]);
    expect((await office.post(`/subscriptions/${one.id}/end`)).status).toBe(303);
    expect((await told()).map(({ id }) => id)).not.toContain(one.id);
    const gone = await office.post(`/subscriptions/${one.id}/end`);
    expect([gone.status, gone.text.includes("subscription-unknown")]).toEqual([404, true]);
    const notes = await db.query<{ action: string }>(
      "select action from audit where action like 'report-%' order by position",
    );
    const actions = notes.map(({ action }) => action);
    expect(actions).toEqual(expect.arrayContaining(["report-subscribe", "report-unsubscribe"]));
  });

  it("of one format, by a form or by a program, are of the whole place where nothing else is said", async () => {
    await subscribe("quarterly", "&scope=&format=xlsx");
    const sent = { csrf: office.formToken(), recipient, kind: "annual", format: ["pdf"] };
    const answer = await office.ask("POST", "/api/subscriptions", JSON.stringify(sent), {
      "content-type": "application/json",
    });
    expect(answer.status).toBe(200);
    const all = (await told()).map(({ kind, scope, formats }) => [kind, scope, ...formats]);
    expect(all).toEqual(expect.arrayContaining([...[["quarterly", "", "xlsx"]], ["annual", "", "pdf"]]));
  });

  it("are read by a token for reading, which begins none", async () => {
    const program = await withToken(service, await person(service, "office"), "read");
    expect((await program.get("/api/recipients")).status).toBe(200);
    const wanted = { recipient, kind: "monthly", scope: "", format: "pdf" };
    expect((await program.post("/api/subscriptions", wanted)).status).toBe(403);
  });

  it("that cannot be are refused with their cause", async () => {
    const refusals = [
      [await subscribe("annual", "&scope=region%3A500237001&format=pdf"), "scope-not-for-kind"],
      [await subscribe("monthly", "&scope=region%3A999999999&format=pdf"), "scope-unknown"],
      [await subscribe("monthly", "&scope="), "input-wrong"],
      [await subscribe("monthly", "&scope=&format=exe"), "input-wrong"],
      [await office.post("/subscriptions", { recipient: "999", kind: "monthly", format: "pdf" }), "recipient-unknown"],
    ] as const;
    for (const [answer, problem] of refusals) expect(answer.text).toContain(problem);
  });
});
