import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Db } from "../../../src/db/db.ts";
import { migrate } from "../../../src/db/migrate.ts";
import { keepRecipient } from "../../../src/db/recipient.ts";
import { keepSending } from "../../../src/db/sending.ts";
import { testDatabases } from "../../databases.ts";
import { NOWHERE } from "./notifying.ts";
import { type Client, person, type Service, serve, signedIn } from "./service.ts";

const AT = "2026-01-12T02:00:00.000Z";

describe.each(testDatabases())("the page of channels on $name", ({ open }) => {
  let db: Db;
  let service: Service;
  let administrator: Client;
  beforeAll(async () => {
    db = await open();
    await migrate(db);
    service = await serve(db);
    administrator = await signedIn(service, await person(service, "administrator"));
    await message("office-hook", { outcome: "delivered", code: null });
    await message("office-hook", { outcome: "temporary", code: "http-503" });
    await message("gone-mail", null);
  });
  afterAll(async () => {
    await service?.close();
    await db?.close();
  });

  let made = 0;

  /** A message to somebody of a channel, and how its one try ended; null: it waits. */
  async function message(channel: string, end: { outcome: string; code: string | null } | null): Promise<void> {
    const recipient = await keepRecipient(db, {
      ...{ desk: "department:miit", name: "张三", channel, address: "sealed", hint: "…", fingerprint: channel },
      ...{ language: "zh", validFrom: null, validTo: null, actor: "test", at: AT },
    });
    const what = { title: "题", lines: ["行"], urgent: false };
    const kept = { recipient, desk: "department:miit", why: "member", day: "2026-01-12", message: what, at: AT };
    await keepSending(db, { key: `k${++made}`, ...kept, notices: [] });
    if (!end) return;
    const minute = `2026-01-12T02:0${made}:00Z`;
    await db.query(
      `with s as (update sending set state = $1, attempts = 1 where key = $2 returning id)
       insert into sending_attempt (sending_id, attempt, started_at, finished_at, outcome, code, detail)
       select id, 1, $3, $3, $4, $5, $6::jsonb from s`,
      [
        ...[end.outcome === "delivered" ? "delivered" : "waiting", `k${made}`, minute, end.outcome, end.code],
        JSON.stringify(end.code === null ? null : { zh: "对方繁忙", en: "busy" }),
      ],
    );
  }

  it("tells of each how it does, what waits, and where it is set up, of secrets the last four signs", async () => {
    const { file, channels } = JSON.parse((await administrator.get("/api/channels")).text) as {
      file: string;
      channels: { name: string }[];
    };
    expect(file).toBe("/etc/wengang/channels.json");
    const hook = channels.find(({ name }) => name === "office-hook")!;
    expect(hook).toMatchObject({
      ...{ kind: "webhook", own: true, recipients: 2, waiting: 1, deliveredAt: "2026-01-12T02:01:00.000Z" },
      ...{ failure: { code: "http-503" }, settings: [{ variable: "OFFICE_HOOK", hint: "…9x7q" }] },
    });
    const page = (await administrator.get("/channels")).text;
    for (const words of ["OFFICE_HOOK …9x7q", "对方繁忙", "2026-01-12 10:01", "WENGANG_CHANNELS", "已配置3个渠道"])
      expect(page).toContain(words);
    expect(page).not.toContain(NOWHERE.split(" ")[0]);
    expect(page).not.toContain("whsec_");
  });

  it("names what recipients use and nobody set up, with what waits for it", async () => {
    const page = (await administrator.get("/channels")).text;
    expect(page).toContain("另有1个渠道有接收人使用却未配置");
    const { channels } = JSON.parse((await administrator.get("/api/channels")).text) as { channels: object[] };
    expect(channels).toContainEqual(expect.objectContaining({ name: "gone-mail", kind: null, waiting: 1 }));
  });

  it("sends a test, says at once what became of it, and notes it in the log", async () => {
    const sent = await administrator.post("/channels/console/test");
    expect([sent.status, sent.text.includes("接收方已受理")]).toEqual([200, true]);
    const failed = await administrator.post("/api/channels/office-hook/test");
    expect(JSON.parse(failed.text)).toMatchObject({ channel: "office-hook", delivered: false });
    expect(failed.text).not.toContain("9x7q");
    const audit = await db.query<{ subject: string; delivered: string }>(
      "select subject, detail::json ->> 'delivered' as delivered from audit where action = 'channel-test' order by position",
    );
    expect(audit).toMatchObject([
      { subject: "channel:console", delivered: "true" },
      { subject: "channel:office-hook", delivered: "false" },
    ]);
  });

  it("refuses a test that cannot be", async () => {
    expect((await administrator.post("/channels/nowhere/test")).text).toContain("channel-unknown");
    expect((await administrator.post("/channels/hook/test")).text).toContain("channel-address-missing");
  });

  it("is the administrator's alone", async () => {
    const office = await signedIn(service, await person(service, "office"));
    expect((await office.get("/channels")).status).toBe(403);
    expect((await administrator.get("/")).text).toContain('href="/channels"');
  });
});
