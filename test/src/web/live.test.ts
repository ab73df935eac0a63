import { request } from "node:http";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Db } from "../../../src/db/db.ts";
import { fillCounty, runOn } from "../../county.ts";
import { testDatabases } from "../../databases.ts";
import { type Client, type Made, person, type Service, serve, signedIn } from "./service.ts";

interface Following {
  readonly ids: string[];
  readonly events: string[];
  /** When the head of the answer came. */
  readonly begun: Promise<void>;
  readonly ended: Promise<void>;
  cut(): void;
}

/** Reads a stream as a browser would: whole events only, each with its id. */
function follow(service: Service, browser: Client, query: string, last?: string): Following {
  const ids: string[] = [];
  const events: string[] = [];
  const cookie = [...browser.jar].map(([name, value]) => `${name}=${value}`).join("; ");
  const headers = { host: new URL(service.origin).host, cookie, ...(last ? { "last-event-id": last } : {}) };
  let [begin, end] = [() => {}, () => {}];
  const begun = new Promise<void>((resolve) => {
    begin = resolve;
  });
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  const asked = request({ port: service.port, host: "127.0.0.1", path: `/live${query}`, headers }, (response) => {
    let rest = "";
    begin();
    response.setEncoding("utf8").on("data", (chunk: string) => {
      const parts = (rest + chunk).split("\n\n");
      rest = parts.pop()!;
      for (const part of parts) {
        const id = /^id: (.+)$/m.exec(part)?.[1];
        if (id === undefined) continue;
        ids.push(id);
        events.push(/^event: (.+)$/m.exec(part)![1]!);
      }
    });
    response.on("close", end);
  });
  asked.on("error", end);
  asked.end();
  return { ids, events, begun, ended, cut: () => asked.destroy() };
}

describe.each(testDatabases())("live updates on $name", ({ open }) => {
  let db: Db;
  let service: Service;
  let office: Made;
  let town: string;
  let codes: { mine: string[]; others: string[] };
  let run: number;
  beforeAll(async () => {
    db = await open();
    const { last } = await fillCounty(db, 40, 14);
    run = (await runOn(db, last)).run.id;
    service = await serve(db);
    office = await person(service, "office");
    const rows = await db.query<{ code: string; region: string }>(
      "select e.code, s.region from enterprise e join enterprise_scope s on s.enterprise_id = e.id where s.region is not null order by e.id",
    );
    town = rows[0]!.region;
    codes = {
      mine: rows.filter(({ region }) => region === town).map(({ code }) => code),
      others: rows.filter(({ region }) => region !== town).map(({ code }) => code),
    };
  });
  afterAll(async () => {
    await service?.close();
    await db?.close();
  });
  beforeEach(() => db.query("update alert set state = 'closed', outcome = 'no-layoff'"));

  let month = 1;
  const raise = (tx: Db, subject: string, kind = "enterprise") =>
    tx.query(
      "insert into alert (number, subject_kind, subject, opened_month, opened_run, state, outcome) values ('YJ-' || $1::text || '-' || $2::integer, $3, $1::text, $2::integer, $4, 'closed', 'no-layoff')",
      [subject, month++, kind, run],
    );
  /** Where a page begins once nothing of before is told again: another test's open transaction on the same server holds that up. */
  const now = async (browser: Client) => {
    await settled();
    return JSON.parse((await browser.get("/api/overview")).text).since as string;
  };
  const settled = async () => {
    const rest = "select from live_event where xid >= pg_snapshot_xmin(pg_current_snapshot()) limit 1";
    for (let i = 0; i < 600 && (await db.query(rest)).length > 0; i++)
      await new Promise((resolve) => setTimeout(resolve, 50));
  };
  const until = async (holds: () => boolean) => {
    for (let i = 0; i < 200 && !holds(); i++) await new Promise((resolve) => setTimeout(resolve, 50));
    expect(holds()).toBe(true);
  };

  it("tells of each alert once, through cuts, whatever order their transactions end in", {
    timeout: 60_000,
  }, async () => {
    const browser = await signedIn(service, office);
    const since = await now(browser);
    const seen: string[] = [];
    let last: string | undefined;
    for (let round = 0; round < 4; round++) {
      const stream = follow(service, browser, `?since=${since}`, last);
      // Begun one after the other and ended the other way round, where the database lets transactions run beside each other.
      const begun = [0, 1, 2].map((i) =>
        db.transaction(async (tx) => {
          await raise(tx, codes.others[i]!);
          await new Promise((resolve) => setTimeout(resolve, (2 - i) * 150));
        }),
      );
      await Promise.all(begun);
      await until(() => seen.length + stream.ids.length >= round * 5 + 3);
      stream.cut();
      seen.push(...stream.ids);
      last = seen.at(-1);
      await raise(db, codes.others[0]!); // while nobody listens
      await raise(db, codes.others[1]!);
    }
    const stream = follow(service, browser, `?since=${since}`, last);
    await until(() => seen.length + stream.ids.length >= 20);
    seen.push(...stream.ids);
    stream.cut();
    expect(new Set(seen).size, "none doubled").toBe(seen.length);
    const stored = await db.query<{ place: string }>(
      `select xid || '-' || id as place from live_event where xid >= $1::text::xid8 order by xid, id`,
      [since.split("-")[0]],
    );
    expect(seen, "none lost").toEqual(stored.map(({ place }) => place));
  });

  it("tells a township of its own enterprises alone, and of a finished run", { timeout: 60_000 }, async () => {
    const browser = await signedIn(service, await person(service, "township", { regions: [town] }));
    const stream = follow(service, browser, `?since=${await now(browser)}`);
    await raise(db, codes.others[2]!);
    await raise(db, "500237", "place");
    await raise(db, codes.mine[0]!);
    await db.query("update run set state = 'running' where id = $1", [run]);
    await db.query("update run set state = 'done' where id = $1", [run]);
    await until(() => stream.events.includes("run"));
    stream.cut();
    expect(stream.events).toEqual(["alert", "run"]);
  });

  it("ends when the session does, and lets nobody in who may not read alerts", { timeout: 60_000 }, async () => {
    const made = await person(service, "office");
    const browser = await signedIn(service, made);
    const stream = follow(service, browser, `?since=${await now(browser)}`);
    await raise(db, codes.others[0]!);
    await until(() => stream.ids.length === 1);
    await db.query("update session set ended_at = now() where person_id = $1", [made.id]);
    await raise(db, codes.others[1]!);
    await stream.ended;
    expect(stream.ids).toHaveLength(1);
    expect((await browser.get("/live")).status).toBe(401);
    expect((await (await signedIn(service, await person(service, "auditor"))).get("/live")).status).toBe(403);
  });

  it("takes no more streams of one person than a browser opens", async () => {
    const browser = await signedIn(service, await person(service, "office"));
    const streams = Array.from({ length: 6 }, () => follow(service, browser, ""));
    await Promise.all(streams.map(({ begun }) => begun));
    expect((await browser.get("/live")).status).toBe(429);
    for (const stream of streams) stream.cut();
    await Promise.all(streams.map(({ ended }) => ended));
  });

  it("stands on the pages of those who watch, in a script of our own", async () => {
    const browser = await signedIn(service, office);
    for (const path of ["/", "/alerts"]) {
      const page = (await browser.get(path)).text;
      expect(page).toMatch(/data-live="\d+-0" data-alerts="有新预警 \{n\} 条，点此查看"/);
      const script = /src="(\/assets\/[^"]+\/live\.js)"/.exec(page)![1]!;
      expect((await browser.get(script)).text).toContain("EventSource");
    }
  });
});
