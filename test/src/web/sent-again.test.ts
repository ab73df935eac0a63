import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import type { Db } from "../../../src/db/db.ts";
import type { WebOptions } from "../../../src/web/options.ts";
import { isKnownField } from "../../../src/web/pages/field-words.ts";
import { routes } from "../../../src/web/routes.ts";
import { makeMetrics } from "../../../src/web/shell/metrics.ts";
import { fillCounty, runOn, wushan } from "../../county.ts";
import { oneDatabase } from "../../databases.ts";
import { type Client, person, type Service, serve, signedIn } from "./service.ts";

it("every field that a form sends has a name for its reader", () => {
  const forms = routes({ profile: wushan } as WebOptions, makeMetrics()).filter(
    ({ method, kind }) => method === "post" && kind === "page",
  );
  const sent = forms.flatMap(({ path, input }) => {
    const schema = z.toJSONSchema(input, { io: "input", unrepresentable: "any" }).properties!.body as {
      properties: object;
    };
    // The lab's limits are named after their rules.
    return Object.keys(schema.properties).flatMap((name) => (name.includes(".") ? [] : [`${name} of ${path}`]));
  });
  expect(sent.length).toBeGreaterThan(100);
  expect(sent.filter((one) => !one.startsWith("csrf ") && !isKnownField(one.split(" ")[0]!))).toEqual([]);
});

describe.each(oneDatabase())("a form that was refused on $name", ({ open }) => {
  let db: Db;
  let service: Service;
  let office: Client;
  let code: string;
  beforeAll(async () => {
    db = await open();
    const { last } = await fillCounty(db, 30, 14);
    await runOn(db, last);
    service = await serve(db, { now: Date.parse("2026-01-12T02:00:00Z") });
    office = await signedIn(service, await person(service, "office"));
    [{ code }] = (await db.query<{ code: string }>("select code from enterprise order by id limit 1")) as [
      { code: string },
    ];
  }, 120_000);
  afterAll(async () => {
    await service?.close();
    await db?.close();
  });

  const event = (fields: Readonly<Record<string, string>>) => office.post(`/enterprises/${code}/events`, fields);
  /** What a page's form would send if nobody changed it. */
  const fieldsOf = (page: string, action: string): Record<string, string> => {
    const form = page.split(`action="${action}"`)[1]!.split("</form>")[0]!;
    return Object.fromEntries(
      [...form.matchAll(/<input [^>]*?name="(\w+)"[^>]*? value="([^"]*)"/g)].map(([, name, value]) => [name!, value!]),
    );
  };

  it("comes back with all that was written, its fields by their names, and is taken once it is right", async () => {
    const refused = await event({ kind: "closure", on: "月初", people: "12", note: "订单<减少>" });
    expect(refused.status).toBe(400);
    expect(refused.text).toContain("以下内容缺少或填写有误：日期。");
    expect(refused.text).toContain('<label for="again-note">说明</label>');
    expect(refused.text, "as words, not as markup").toContain("订单&lt;减少&gt;");
    const { csrf, ...again } = fieldsOf(refused.text, `/enterprises/${code}/events`);
    expect(again).toEqual({ kind: "closure", on: "月初", people: "12", note: "订单&lt;减少&gt;" });
    expect(csrf).toBe(office.formToken());
    expect((await event({ ...again, on: "2026-01-09" })).status).toBe(303);
  });

  it("comes back when what it says cannot be, too", async () => {
    const refused = await event({ kind: "closure", on: "2027-01-09", people: "12", note: "以后" });
    expect([refused.status, fieldsOf(refused.text, `/enterprises/${code}/events`).note]).toEqual([422, "以后"]);
  });

  it("is not given back to another's page, nor where there is a secret in it", async () => {
    const forged = await office.ask("POST", `/enterprises/${code}/events`, "csrf=x&kind=closure&on=x&note=假", {
      "content-type": "application/x-www-form-urlencoded",
    });
    expect([forged.status, forged.text.includes("假")]).toEqual([403, false]);
    const secret = await office.post("/account/password", { current: "hunter2-hunter2", password: "x" });
    expect(secret.status).toBe(400);
    expect(secret.text).not.toContain("hunter2");
  });

  it("names the fields to programs as they sent them", async () => {
    const answer = await office.post(`/api/enterprises/${code}/events`, { kind: "closure", on: "月初" });
    expect(JSON.parse(answer.text).cause).toBe("以下内容缺少或填写有误：on。");
  });
});
