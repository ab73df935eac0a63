import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { formatMonth, type Month } from "../../models/month.ts";
import type { Db } from "../../src/db/db.ts";
import { openMemory } from "../../src/db/pglite.ts";
import { thresholdSet } from "../../src/db/threshold-set.ts";
import { fillCounty, runOn } from "../county.ts";
import { type Made, person, type Service, serve } from "../src/web/service.ts";
import { openBrowser, pageAs } from "./browser.ts";
import { ALLOWED_CLICKS, newHand } from "./hand.ts";

describe("the threshold lab in a headless Chromium", () => {
  let db: Db;
  let service: Service;
  let browser: Browser;
  let last: Month;
  let analyst: Made;
  let office: Made;
  beforeAll(async () => {
    db = await openMemory();
    ({ last } = await fillCounty(db, 120, 14));
    for (let month = last - 3; month < last; month++) await runOn(db, month);
    service = await serve(db, { origin: null });
    analyst = await person(service, "analyst");
    office = await person(service, "office");
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await service?.close();
    await db?.close();
  });

  const pageOf = (made: Made, javaScriptEnabled: boolean): Promise<Page> =>
    pageAs(browser, service, made, "/thresholds", { javaScriptEnabled });

  it("leads from a moved slider to the next run: tried, compared, saved, approved, in force", async () => {
    const page = await pageOf(analyst, true);
    const wrong: string[] = [];
    page.on("console", (message) => message.type() === "error" && wrong.push(message.text()));
    page.on("pageerror", (error) => wrong.push(String(error)));
    const hand = newHand();
    await hand.click(page.locator("details.limits", { hasText: "黄色" }).locator("summary").first());
    const answered = page.waitForResponse((response) => response.url().includes("yellow-line.fallPeople=3"));
    await hand.write(page.locator("#dial-yellow-line-fallPeople"), "3");
    await answered;
    expect(hand.clicks()).toBeLessThanOrEqual(ALLOWED_CLICKS.preview);
    await page.waitForURL(/yellow-line\.fallPeople=3/);
    expect(new URL(page.url()).searchParams.size).toBe(3); // only what was changed, and which sets
    expect(await page.textContent("p.lead")).toContain("与对照方案相比");
    await page.locator(".save summary").click();
    await page.fill("#line-reason-save", "少漏小企业");
    await page.locator(".save button").click();
    await page.waitForURL(/#versions/);
    expect(await page.locator("table", { hasText: "少漏小企业" }).textContent()).toContain("待审核");
    expect(await page.locator("form[action='/thresholds/2/approve']").count()).toBe(0); // nobody approves their own
    expect(wrong).toEqual([]);

    const reviewer = await pageOf(office, false);
    await reviewer.locator("form[action='/thresholds/2/approve'] button").click();
    expect(await reviewer.locator("table", { hasText: "少漏小企业" }).textContent()).toContain("现行");
    const { run } = await runOn(db, last);
    const { set } = await thresholdSet(db, run.thresholdSetId);
    expect([run.thresholdSetId, set.validFrom]).toEqual([2, formatMonth(last)]);
    expect(set.rules.find(({ id }) => id === "yellow-line")!.when.fallPeople!.value).toBe(3);
    for (const one of [page, reviewer]) await one.context().close();
  });

  it("shows a preview with as few clicks without JavaScript", async () => {
    const page = await pageOf(analyst, false);
    const hand = newHand();
    await hand.click(page.locator("details.limits", { hasText: "黄色" }).locator("summary").first());
    const field = page.locator("#lab [name='yellow-line.fallPeople']");
    await hand.write(field, "4");
    await hand.click(page.locator("#lab button"));
    expect(hand.clicks()).toBeLessThanOrEqual(ALLOWED_CLICKS.preview);
    expect(page.url()).toContain("yellow-line.fallPeople=4");
    expect(await field.inputValue()).toBe("4");
    expect(await page.locator("table").count()).toBeGreaterThan(3);
    await page.context().close();
  });
});
