import { readFileSync } from "node:fs";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Db } from "../../src/db/db.ts";
import { openMemory } from "../../src/db/pglite.ts";
import { fillCounty, runOn } from "../county.ts";
import { person, type Service, serve } from "../src/web/service.ts";
import { cellIn, workbook } from "../src/web/workbook.ts";
import { openBrowser, pageAs } from "./browser.ts";

describe("handing in a workbook in a headless Chromium", () => {
  let db: Db;
  let service: Service;
  let browser: Browser;
  let code: string;
  beforeAll(async () => {
    db = await openMemory();
    const { last } = await fillCounty(db, 30, 12);
    await runOn(db, last);
    service = await serve(db, { origin: null, now: Date.parse("2026-01-12T02:00:00Z") });
    [{ code } = { code: "" }] = await db.query<{ code: string }>("select code from enterprise order by id limit 1");
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await service?.close();
    await db?.close();
  });

  const table = (headcount: number) => ({
    ...{ name: "十二月.xlsx", mimeType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" },
    buffer: workbook([[code, "2025-12", headcount]]),
  });

  it.each([true, false])("upload, repair, import, accept; JavaScript: %s", { timeout: 120_000 }, async (scripts) => {
    const headcount = scripts ? 31 : 32;
    const enter = async (role: "analyst" | "office", path: string) =>
      pageAs(browser, service, await person(service, role), path, { javaScriptEnabled: scripts });
    const page = await enter("analyst", "/data");
    await page.setInputFiles("#upload-file", table(scripts ? -3 : -4));
    await page.click("form[action='/data/uploads'] button"); // the verdict: one press
    expect(await page.textContent("p.lead")).toContain("不能导入");
    expect(await page.textContent("table")).toContain("headcount-negative");
    const download = page.waitForEvent("download");
    await page.locator("a[href$='/marked']").click(); // the workbook with red cells: two
    expect(cellIn(readFileSync(await (await download).path()), "C2").fill).toBe("FFC7CE");

    await page.goto(`${service.origin}/data`);
    await page.setInputFiles("#upload-file", table(headcount));
    await page.click("form[action='/data/uploads'] button");
    await page.click("form[action$='/import'] button"); // imported: two presses after choosing the file
    expect(await page.textContent("p.lead")).toContain("等待审核");

    const reviewer = await enter("office", new URL(page.url()).pathname);
    await reviewer.click("form[action$='/accept'] button.main"); // accepted: one press
    expect(await reviewer.textContent("p.lead")).toContain("已入库");
    const told = await db.query<{ headcount: number }>(
      "select headcount from headcount order by batch_id desc limit 1",
    );
    expect(told).toEqual([{ headcount }]);
    for (const one of [page, reviewer]) await one.context().close();
  });
});
