import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Db } from "../../src/db/db.ts";
import { openMemory } from "../../src/db/pglite.ts";
import { fillCounty, runOn } from "../county.ts";
import { type Made, person, type Service, serve } from "../src/web/service.ts";
import { openBrowser, pageAs } from "./browser.ts";
import { ALLOWED_CLICKS, newHand } from "./hand.ts";

describe("the workplace in a headless Chromium", () => {
  let db: Db;
  let service: Service;
  let browser: Browser;
  let office: Made;
  beforeAll(async () => {
    db = await openMemory();
    const { last } = await fillCounty(db, 150, 26);
    await runOn(db, last - 1);
    await runOn(db, last);
    service = await serve(db, { origin: null });
    office = await person(service, "office");
    await db.query("update person set roles = '{office,analyst}' where id = $1", [office.id]);
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await service?.close();
    await db?.close();
  });

  /** The day of an alert: seen, acknowledged, taken in hand, visited, closed; with as few presses as promised. */
  it("leads from an alert to a closed case without JavaScript", async () => {
    const page = await pageAs(browser, service, office, "/alerts", { javaScriptEnabled: false });
    const hand = newHand();
    const row = page.locator("tbody tr:has(th a)", { has: page.locator("form[action$='/acknowledge']") }).first();
    const name = await row.locator("th a").textContent();
    await hand.click(row.locator("th a"));
    const why = hand.clicks();
    expect(why).toBeLessThanOrEqual(ALLOWED_CLICKS.why);
    expect(await page.textContent("h1")).toBe(name);
    expect((await page.textContent("p.lead"))!.length).toBeGreaterThan(20);
    await hand.click(page.locator("form[action$='/acknowledge'] button"));
    expect(why + hand.clicks(), "from the inbox, over the reason").toBeLessThanOrEqual(ALLOWED_CLICKS.acknowledge);
    expect(await page.textContent("main")).toContain("已签收");

    await page.goto(`${service.origin}/alerts`);
    await page.selectOption("select[name=state]", "acknowledged");
    await page.click("form.look button");
    const narrowed = page.url();
    expect(narrowed).toContain("state=acknowledged");
    const again = page.locator("tbody tr", { hasText: name! }).first();
    await hand.click(again.locator("summary", { hasText: "指派" }));
    await hand.write(again.locator("[name=owner]"), "李四");
    await page.keyboard.press("Enter");
    await again.getByText("· 李四").waitFor();
    expect(hand.clicks()).toBeLessThanOrEqual(ALLOWED_CLICKS.assign);
    expect(page.url(), "back where it was done").toBe(narrowed);

    await again.locator("th a").click();
    await page.click("form[action$='/take'] button");
    expect(await page.textContent("main")).toContain("处置中");
    await page.locator("a[href*='/cases/AJ']").first().click();
    await page.locator("summary", { hasText: "上门走访" }).click();
    await page.fill("#line-note-visit", "已走访，订单不足");
    await page.locator("button", { hasText: "上门走访" }).click();
    expect(await page.textContent("main")).toContain("已走访，订单不足");
    await page.locator("summary", { hasText: "结案" }).click();
    await page.fill("#line-note-close", "企业撤回方案");
    await page.locator("button", { hasText: "结案" }).click();
    expect(await page.textContent("p.lead")).toContain("已结案");
    const audit = await db.query<{ action: string }>("select action from audit order by position");
    const done = ["alert-acknowledge", "alert-assign", "alert-take", "case-visit", "case-close"];
    expect(audit.map(({ action }) => action)).toEqual(expect.arrayContaining(done));
    await page.context().close();
  });

  it("says on an open page that an alert has come, and shows it on a press", { timeout: 60_000 }, async () => {
    const page = await pageAs(browser, service, office, "/alerts");
    await db.query(
      `insert into alert (number, subject_kind, subject, opened_month, opened_run, level)
       select 'YJ2026-01-99999', 'place', '500237', 24312, max(id), 'red' from run`,
    );
    const line = page.locator("p.live a");
    await line.waitFor({ timeout: 20_000 });
    expect(await line.textContent()).toBe("有新预警 1 条，点此查看");
    await line.click();
    await page.waitForSelector("text=YJ2026-01-99999");
    expect(await page.locator("p.live a").count()).toBe(0);
    await page.context().close();
  });
});
