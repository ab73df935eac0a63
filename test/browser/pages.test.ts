import type { Browser, BrowserContext } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { formatMonth } from "../../models/month.ts";
import type { Db } from "../../src/db/db.ts";
import { openMemory } from "../../src/db/pglite.ts";
import { fillCounty, runOn } from "../county.ts";
import { type Made, person, type Service, serve } from "../src/web/service.ts";
import { enterAs, openBrowser } from "./browser.ts";

describe("the pages in a headless Chromium", () => {
  let db: Db;
  let service: Service;
  let browser: Browser;
  let address: string;
  let month: string;
  let before: string;
  let office: Made;
  beforeAll(async () => {
    db = await openMemory();
    const { last } = await fillCounty(db, 120, 15);
    await runOn(db, last - 1);
    await runOn(db, last);
    [before, month] = [formatMonth(last - 1), formatMonth(last)];
    service = await serve(db, { origin: null });
    address = service.origin;
    office = await person(service, "office");
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await service?.close();
    await db?.close();
  });

  const openPage = async (options: Parameters<Browser["newContext"]>[0] = {}) => {
    const context: BrowserContext = await browser.newContext(options);
    await enterAs(context, service, office);
    return context.newPage();
  };

  it.each([360, 768, 1440])(
    "show the newest report at %i px without errors, sideways scrolling or requests elsewhere",
    async (width) => {
      const page = await openPage({ viewport: { width, height: 900 } });
      const problems: string[] = [];
      page.on("console", (message) => message.type() === "error" && problems.push(message.text()));
      page.on("pageerror", (error) => problems.push(String(error)));
      page.on("request", (request) => request.url().startsWith(address) || problems.push(request.url()));
      await page.goto(`${address}/reports/${month}/monthly/place`);
      await page.waitForTimeout(500);
      expect(problems).toEqual([]);
      expect(await page.title()).toContain("模拟数据");
      expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(width);
      expect(await page.locator("canvas").count()).toBeGreaterThan(1);
      await page.context().close();
    },
  );

  it("fit the 174 mm between the margins of an A4 page in print", async () => {
    const page = await openPage({ viewport: { width: 658, height: 1000 } });
    await page.emulateMedia({ media: "print" });
    await page.goto(`${address}/reports/${month}/monthly/place`);
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(658);
    await page.context().close();
  });

  it.each(["/alerts", "/enterprises"])(
    "print %s within the same width, without what only a screen can use",
    async (path) => {
      const page = await openPage({ viewport: { width: 658, height: 1000 } });
      await page.emulateMedia({ media: "print" });
      await page.goto(`${address}${path}`);
      expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(658);
      expect(await page.locator("form.look").count()).toBeGreaterThan(0);
      expect(await page.locator("form.look:visible").count()).toBe(0);
      await page.context().close();
    },
  );

  it("lead from month to month, and say what is missing for one that was not run", async () => {
    const page = await openPage();
    await page.goto(`${address}/reports`);
    expect(await page.inputValue("select[name=month]")).toBe(month);
    await page.selectOption("select[name=month]", before);
    await page.click("form.look button");
    await page.locator(`a[href='/reports/${before}/monthly/place']`).click();
    expect(await page.locator("canvas").count()).toBeGreaterThan(1);
    const missing = await page.goto(`${address}/reports/1999-01/monthly/place`);
    expect(missing?.status()).toBe(404);
    expect(await page.locator("body").textContent()).toContain("没有这个页面或内容");
    await page.context().close();
  });

  it("carry all their numbers without JavaScript", async () => {
    const page = await openPage({ javaScriptEnabled: false });
    await page.goto(`${address}/reports/${month}/monthly/place`);
    expect(await page.locator("table").count()).toBeGreaterThan(5);
    await page.context().close();
  });
});
