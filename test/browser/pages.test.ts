import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import chromium from "@sparticuz/chromium";
import { type Browser, chromium as launcher } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { monthlyPage } from "../../jobs/reports/page.ts";
import { formatMonth } from "../../models/month.ts";
import type { Db } from "../../src/db/db.ts";
import { openMemory } from "../../src/db/pglite.ts";
import { webApp } from "../../src/web/app.ts";
import { fillCounty, runOn, wushan } from "../county.ts";

describe("the pages in a headless Chromium", () => {
  let db: Db;
  let server: Server;
  let browser: Browser;
  let address: string;
  let month: string;
  beforeAll(async () => {
    db = await openMemory();
    const { last } = await fillCounty(db, 120, 15);
    await runOn(db, last - 1);
    await runOn(db, last);
    month = formatMonth(last);
    server = webApp({ db, profile: wushan, pageOf: (facts) => monthlyPage(facts, wushan) }).listen(0, "127.0.0.1");
    await new Promise((resolve) => server.once("listening", resolve));
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    // Its usual arguments are for a place that allows one process; closing a page there ends the browser.
    const args = chromium.args.filter((argument) => !["--single-process", "--no-zygote"].includes(argument));
    browser = await launcher.launch({ executablePath: await chromium.executablePath(), args });
  });
  afterAll(async () => {
    await browser?.close();
    server?.close();
    await db?.close();
  });

  it.each([360, 768, 1440])(
    "show the newest report at %i px without errors, sideways scrolling or requests elsewhere",
    async (width) => {
      const page = await browser.newPage({ viewport: { width, height: 900 } });
      const problems: string[] = [];
      page.on("console", (message) => message.type() === "error" && problems.push(message.text()));
      page.on("pageerror", (error) => problems.push(String(error)));
      page.on("request", (request) => request.url().startsWith(address) || problems.push(request.url()));
      await page.goto(`${address}/`);
      await page.waitForTimeout(500);
      expect(problems).toEqual([]);
      expect(await page.title()).toContain("模拟数据");
      expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(width);
      expect(await page.locator("canvas").count()).toBeGreaterThan(1);
      await page.close();
    },
  );

  it("fit the 174 mm between the margins of an A4 page in print", async () => {
    const page = await browser.newPage({ viewport: { width: 658, height: 1000 } });
    await page.emulateMedia({ media: "print" });
    await page.goto(`${address}/`);
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(658);
    await page.close();
  });

  it("lead from month to month, and say what is missing for one that was not run", async () => {
    const page = await browser.newPage();
    await page.goto(`${address}/`);
    expect(await page.locator("nav a[aria-current]").textContent()).toBe(month);
    await page.locator("nav a").first().click();
    expect(page.url()).toContain("/months/");
    const missing = await page.goto(`${address}/months/1999-01`);
    expect(missing?.status()).toBe(404);
    expect(await page.locator("body").textContent()).toContain("没有“1999-01”的报告");
    await page.close();
  });

  it("carry all their numbers without JavaScript", async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`${address}/`);
    expect(await page.locator("table").count()).toBeGreaterThan(5);
    await context.close();
  });
});
