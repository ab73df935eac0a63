import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { formatMonth, type Month } from "../../../models/month.ts";
import type { Db } from "../../../src/db/db.ts";
import { thresholdsIn } from "../../../src/db/threshold-set.ts";
import { fillCounty, runOn } from "../../county.ts";
import { oneDatabase } from "../../databases.ts";
import { type Client, person, type Service, serve, signedIn, withToken } from "./service.ts";

describe.each(oneDatabase())("the threshold lab on $name", ({ open }) => {
  let db: Db;
  let service: Service;
  let last: Month;
  let analyst: Client;
  let other: Client;
  let next: string;
  beforeAll(async () => {
    db = await open();
    ({ last } = await fillCounty(db, 200, 15));
    for (let month = last - 5; month < last; month++) await runOn(db, month);
    service = await serve(db);
    next = formatMonth(last);
    analyst = await signedIn(service, await person(service, "analyst"));
    other = await signedIn(service, await person(service, "office"));
  }, 240_000);
  afterAll(async () => {
    await service?.close();
    await db?.close();
  });

  const api = async (query: string) => {
    const program = await withToken(service, await person(service, "analyst"), "read");
    return JSON.parse((await program.get(`/api/thresholds${query}`)).text);
  };

  const audited = async () =>
    (
      await db.query<{ action: string }>("select action from audit where action like 'threshold-%' order by position")
    ).map(({ action }) => action);
  const newest = async () => (await db.query<{ id: number }>("select max(id) as id from threshold_set"))[0]!.id;

  it("wish 1: try a rule on history before saving: a moved limit shows other alerts, and nothing is stored", async () => {
    const before = await db.query("select count(*)::integer as n from threshold_set");
    const view = await api("?yellow-line.fallPeople=3&yellow-line.fallShare=0.02&yellow-line.z=-2&decision.budget=50");
    const { first, second, difference, months } = view.result;
    const opened = (side: { months: { opened: number[] }[] }) =>
      side.months.reduce((sum, month) => sum + month.opened.reduce((all, n) => all + n, 0), 0);
    expect(months).toBeGreaterThanOrEqual(5);
    expect(opened(second)).toBeGreaterThan(opened(first));
    expect(difference.counts.added).toBeGreaterThan(0);
    expect(difference.added[0].name).toBeTruthy();
    expect(view.chosen.edits["yellow-line.fallPeople"]).toBe(3);
    expect(await db.query("select count(*)::integer as n from threshold_set")).toEqual(before);
  });

  it("moves the limits of one industry alone, and says whom that adds", async () => {
    const all = await api("?yellow-line.fallPeople=3&decision.budget=50");
    const view = await api("?yellow-line.fallPeople=3&decision.budget=50&industry.C=0.7");
    const alerts = (one: typeof view, code: string) =>
      one.result.groups.industries.find((row: { code: string }) => row.code === code)?.alerts[1] ?? 0;
    expect(alerts(view, "C")).toBeGreaterThan(alerts(all, "C"));
    for (const code of ["F", "E", "I"]) expect(alerts(view, code), code).toBe(alerts(all, code));
    expect((await analyst.get("/thresholds?industry.C=0.7")).text).toContain(
      'name="industry.C" type="number" step="any" value="0.7"',
    );
  });

  it("moves the limits of one size alone, and says whom that adds", async () => {
    const moved = "?yellow-line.fallPeople=3&decision.budget=50";
    const [all, view] = [await api(moved), await api(`${moved}&size.50=0.7`)];
    const alerts = (one: typeof view, code: string) =>
      one.result.groups.sizes.find((row: { code: string }) => row.code === code)?.alerts[1] ?? 0;
    expect(alerts(view, "50")).toBeGreaterThan(alerts(all, "50"));
    for (const code of ["0", "10", "300"]) expect(alerts(view, code), code).toBe(alerts(all, code));
    expect((await analyst.get("/thresholds?size.50=0.7")).text).toContain(
      'name="size.50" type="number" step="any" value="0.7"',
    );
  });

  it("shows the page without JavaScript, with the moved limit in its field and in the form that saves", async () => {
    const page = await analyst.get("/thresholds?yellow-line.fallPeople=3&curve=yes");
    expect(page.status).toBe(200);
    expect(page.text).toContain('name="yellow-line.fallPeople" type="number" step="any" value="3"');
    expect(page.text).toContain('<input type="hidden" name="yellow-line.fallPeople" value="3">');
    expect(page.text).toContain("界限倍数");
  });

  it("wish 10: version history of rules: saved by one, approved by another, in force from its month, rolled back", async () => {
    const before = (await audited()).length;
    const saved = await analyst.post("/thresholds/save", {
      ...{ set: "1", from: next, reason: "少漏小企业", "yellow-line.fallPeople": "8" },
    });
    expect([saved.status, saved.headers.location]).toEqual([303, "/thresholds#versions"]);
    expect((await thresholdsIn(db, last))!.id).toBe(1);
    const id = await newest();
    expect((await analyst.post(`/thresholds/${id}/approve`)).text).toContain("threshold-own-work");
    expect((await other.post(`/thresholds/${id}/approve`)).status).toBe(303);
    const inForce = (await thresholdsIn(db, last))!;
    expect([inForce.id, (await thresholdsIn(db, last - 1))!.id]).toEqual([id, 1]);
    const moved = inForce.set.rules.find(({ id }) => id === "yellow-line")!.when.fallPeople!;
    expect([moved.value, moved.validFrom, moved.origin.note.zh]).toEqual([
      8,
      next,
      expect.stringContaining("少漏小企业"),
    ]);
    const { run } = (await runOn(db, last)) as { run: { thresholdSetId: number } };
    expect(run.thresholdSetId).toBe(id);
    expect((await other.post(`/thresholds/${id}/withdraw`)).text).toContain("threshold-used");
    expect((await analyst.post("/thresholds/1/restore")).status).toBe(303);
    const again = (await thresholdsIn(db, last + 1))!;
    expect([again.id, again.set.validFrom]).toEqual([await newest(), formatMonth(last + 1)]);
    expect((await thresholdsIn(db, last))!.id).toBe(id);
    expect((await audited()).slice(before)).toEqual(["threshold-save", "threshold-approve", "threshold-restore"]);
    expect(inForce.set.rules.find(({ id }) => id === "yellow-line")!.name.zh).toContain("（现为：");
    expect([inForce.set.industries!.C!.value, inForce.set.sizes!["0"]!.value]).toEqual([1, 1]);
    const page = await analyst.get("/thresholds");
    for (const words of ["少漏小企业", "恢复版本1", "现行"]) expect(page.text).toContain(words);
    const english = (await analyst.get("/thresholds?lang=en")).text;
    expect(english).toMatch(/saved: 少漏小企业/);
    expect(english).toMatch(/<td[^>]*>[^<：]+: [^<]+<\/td>/);
    await analyst.get("/thresholds?lang=zh");
  });

  it("is not approved once the month it was to hold from is past", async () => {
    await analyst.post("/thresholds/save", { set: "1", from: formatMonth(last + 1), reason: "迟来" });
    const late = await newest();
    await db.query("update threshold_set set valid_from = $1 where id = $2", [last - 3, late]); // as time would
    expect((await other.post(`/thresholds/${late}/approve`)).text).toContain("threshold-month-past");
    expect((await thresholdsIn(db, last - 2))!.id).toBe(1);
  });

  it("refuses a month before the newest run, and rules that ask for less than was kept", async () => {
    const past = await analyst.post("/thresholds/save", { set: "1", from: formatMonth(last - 3), reason: "过去" });
    expect(past.text).toContain("threshold-month-past");
    const view = await api("?yellow-hidden.hiddenShare=0.01");
    expect([view.beyond, view.result]).toEqual([["yellow-hidden"], null]);
  });
});
