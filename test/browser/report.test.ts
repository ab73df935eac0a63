import { readFileSync } from "node:fs";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { formatMonth } from "../../models/month.ts";
import type { Db } from "../../src/db/db.ts";
import { openMemory } from "../../src/db/pglite.ts";
import { fillCounty, runOn } from "../county.ts";
import { person, type Service, serve } from "../src/web/service.ts";
import { openBrowser, pageAs } from "./browser.ts";
import { ALLOWED_CLICKS, newHand } from "./hand.ts";

describe("the monthly report in a headless Chromium", () => {
  let db: Db;
  let service: Service;
  let browser: Browser;
  let whole: string;
  beforeAll(async () => {
    db = await openMemory();
    const { last } = await fillCounty(db, 60, 15);
    await runOn(db, last);
    whole = `/reports/${formatMonth(last)}/monthly/place`;
    service = await serve(db, { origin: null });
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await service?.close();
    await db?.close();
  });

  const enter = async (role: "analyst" | "office"): Promise<Page> =>
    pageAs(browser, service, await person(service, role), "/", { javaScriptEnabled: false });

  it("goes from a draft over review to an issued one, by two people, without JavaScript", async () => {
    const reviewer = await enter("analyst");
    await reviewer.click(".bar a[href='/reports']");
    await reviewer.click(`th a[href='${whole}']`);
    expect(await reviewer.textContent("[role=status]")).toContain("草稿");
    await reviewer.click("form[action$='/review'] button");
    expect(await reviewer.textContent("[role=status]")).toContain("待签发");
    const office = await enter("office");
    await office.goto(`${service.origin}${whole}`);
    await office.click("form[action$='/issue'] button");
    expect(await office.textContent("[role=status]")).toMatch(/已印发：.+号/);
    for (const one of [reviewer, office]) await one.context().close();
  });

  it("is saved as a file with two clicks from the first page", async () => {
    const page = await enter("office");
    const hand = newHand();
    const saved = page.waitForEvent("download");
    await hand.click(page.locator(".bar a[href='/reports']"));
    await hand.click(page.locator(`main a[href='${whole}/files/docx']`));
    expect(readFileSync(await (await saved).path()).toString("latin1", 0, 2)).toBe("PK");
    expect(hand.clicks()).toBeLessThanOrEqual(ALLOWED_CLICKS.export);
    await page.context().close();
  });
});
