import { readFileSync } from "node:fs";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { formatMonth } from "../../models/month.ts";
import type { Role } from "../../models/rights/roles.ts";
import type { Db } from "../../src/db/db.ts";
import { openMemory } from "../../src/db/pglite.ts";
import { fillCounty, runOn } from "../county.ts";
import { codeNow, PASSWORD, person, type Service, serve } from "../src/web/service.ts";
import { workbook } from "../src/web/workbook.ts";
import { openBrowser, pageAs } from "./browser.ts";
import { type Keyboard, keyboardOf } from "./keyboard.ts";

describe("with the keyboard alone", { timeout: 120_000 }, () => {
  let db: Db;
  let service: Service;
  let browser: Browser;
  let month: string;
  beforeAll(async () => {
    db = await openMemory();
    const { last } = await fillCounty(db, 120, 14);
    await runOn(db, last);
    month = formatMonth(last);
    // more than one page of alerts
    await db.query(
      `insert into alert (number, subject_kind, subject, opened_month, opened_run, level)
       select 'YJ2026-01-' || (90000 + e.id), 'enterprise', e.code, 24312, (select max(id) from run), 'blue'
       from enterprise e where not exists (select 1 from alert a where a.subject = e.code) order by e.id limit 60`,
    );
    service = await serve(db, { origin: null });
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await service?.close();
    await db?.close();
  });

  async function enter(role: Role, path: string, javaScriptEnabled = false): Promise<{ page: Page; keys: Keyboard }> {
    const page = await pageAs(browser, service, await person(service, role), path, { javaScriptEnabled });
    return { page, keys: keyboardOf(page) };
  }

  it("one signs in, skips to the content, changes the language and signs out", async () => {
    const made = await person(service, "office");
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    const keys = keyboardOf(page);
    await page.goto(`${service.origin}/alerts`);
    await keys.to(page.locator("a.skip"));
    await keys.press("Enter");
    await keys.write(page.locator("[name=account]"), made.account);
    await keys.write(page.locator("[name=password]"), PASSWORD);
    await keys.press("Enter");
    await page.waitForURL(/code/);
    await keys.write(page.locator("[name=code]"), codeNow(service));
    await keys.press("Enter");
    await page.waitForURL(`${service.origin}/alerts`);

    await keys.use(page.locator("a.skip"));
    await keys.press("Tab");
    expect(await page.evaluate("document.activeElement.closest('main') !== null"), "past the head").toBe(true);
    await keys.to(page.locator(".bar [hreflang=en]"), "Shift+Tab");
    await keys.press("Enter");
    await page.waitForURL(/lang=en/);
    expect(await page.textContent("h1")).toBe("Alerts");
    await keys.use(page.locator(".bar form button"), "Space");
    await page.waitForURL(/sign-in/);
    await context.close();
  });

  it("an inbox is narrowed and paged", async () => {
    const { page, keys } = await enter("office", "/alerts");
    await keys.to(page.locator("select[name=level]"));
    await keys.press("End", "Enter");
    if (!page.url().includes("level=")) await keys.use(page.locator("form.look button"));
    await page.waitForURL(/level=blue/);
    const first = await page.locator("tbody th").first().textContent();
    await keys.use(page.getByText("下一页"));
    await page.waitForURL(/level=blue.*after=/);
    expect(await page.locator("tbody th").first().textContent()).not.toBe(first);
    await page.context().close();
  });

  it("an alert leads to its reason, is acknowledged, assigned, visited and closed", async () => {
    const { page, keys } = await enter("office", "/alerts");
    const row = page.locator("tbody tr:has(th a)", { has: page.locator("form[action$='/acknowledge']") }).first();
    const name = await row.locator("th a").textContent();
    await keys.use(row.locator("th a"));
    await page.waitForURL(/enterprises/);
    expect(await page.textContent("h1")).toBe(name);
    await keys.use(page.locator("form[action$='/acknowledge'] button"));
    await page.locator("p.note", { hasText: "已签收" }).waitFor();

    const assign = page.locator("details", { has: page.locator("form[action$='/assign']") }).first();
    await keys.use(assign.locator("summary"));
    expect(await assign.getAttribute("open"), "opened by Enter").not.toBeNull();
    await keys.press("Enter");
    expect(await assign.getAttribute("open"), "closed by Enter").toBeNull();
    await keys.press("Space", "Tab");
    await keys.type("李四");
    await keys.press("Enter");
    await page.locator("p.note", { hasText: "李四" }).waitFor();

    await keys.use(page.locator("form[action$='/take'] button"));
    await page.locator("p.note", { hasText: "处置中" }).waitFor();
    await keys.use(page.locator("a[href*='/cases/AJ']").first());
    await page.waitForURL(/cases/);
    await keys.use(page.locator("summary", { hasText: "上门走访" }), "Space");
    await keys.write(page.locator("#line-note-visit"), "已走访，订单不足");
    await keys.press("Enter");
    await page.locator("td", { hasText: "已走访，订单不足" }).waitFor();
    await keys.use(page.locator("summary", { hasText: "结案" }));
    await keys.to(page.locator("#choose-outcome-close"));
    await keys.press("ArrowDown");
    await keys.write(page.locator("#line-note-close"), "企业撤回方案");
    await keys.press("Enter");
    await page.locator("p.lead", { hasText: "已结案" }).waitFor();
    await page.context().close();
  });

  it("a report is reviewed, issued by somebody else, and saved", async () => {
    const whole = `/reports/${month}/monthly/place`;
    const analyst = await enter("analyst", "/reports");
    await analyst.keys.use(analyst.page.locator(`th a[href='${whole}']`));
    await analyst.page.waitForURL(/monthly/);
    await analyst.keys.use(analyst.page.locator("form[action$='/review'] button"));
    await analyst.page.locator("[role=status]", { hasText: "待签发" }).waitFor();
    const { page, keys } = await enter("office", whole);
    await keys.use(page.locator("form[action$='/issue'] button"), "Space");
    await page.locator("[role=status]", { hasText: "已印发" }).waitFor();
    const saved = page.waitForEvent("download");
    await keys.use(page.locator(`a[href='${whole}/files/docx']`));
    expect(readFileSync(await (await saved).path()).toString("latin1", 0, 2)).toBe("PK");
    for (const one of [analyst.page, page]) await one.context().close();
  });

  it("a slider of the lab moves by arrows, and its set is saved and approved", async () => {
    const { page, keys } = await enter("analyst", "/thresholds", true);
    const yellow = page.locator("details.limits", { hasText: "黄色" }).first();
    await keys.use(yellow.locator("summary").first());
    const field = page.locator("#dial-yellow-line-fallPeople");
    const before = await field.inputValue();
    await keys.to(page.locator("input[type=range][data-for=dial-yellow-line-fallPeople]"));
    await keys.press("ArrowLeft", "ArrowLeft");
    await page.waitForURL(/yellow-line\.fallPeople=/);
    expect(Number(await field.inputValue())).toBeLessThan(Number(before));
    await page.waitForTimeout(500); // until the preview has been put in place
    await keys.use(page.locator(".save summary"));
    await keys.write(page.locator("#line-reason-save"), "少漏小企业");
    await keys.press("Enter");
    await page.waitForURL(/#versions/);
    const reviewer = await enter("office", "/thresholds");
    await reviewer.keys.use(reviewer.page.locator("form[action$='/approve'] button"));
    await reviewer.page.locator("tr", { hasText: "少漏小企业" }).getByText("现行").waitFor();
    for (const one of [page, reviewer.page]) await one.context().close();
  });

  it("a workbook is chosen, checked, repaired, imported and accepted", async () => {
    const [{ code } = { code: "" }] = await db.query<{ code: string }>(
      "select code from enterprise order by id limit 1",
    );
    const { page, keys } = await enter("analyst", "/data");
    const handIn = async (headcount: number) => {
      const chooser = page.waitForEvent("filechooser");
      await keys.use(page.locator("#upload-file"));
      const buffer = workbook([[code, "2025-12", headcount]]);
      await (await chooser).setFiles({ name: "十二月.xlsx", mimeType: "application/octet-stream", buffer });
      await keys.use(page.locator("form[action='/data/uploads'] button"));
      await page.waitForURL(/uploads\/\d+/);
    };
    await handIn(-3);
    expect(await page.textContent("p.lead")).toContain("不能导入");
    await keys.use(page.getByText("返回数据页"));
    await page.waitForURL(/data$/);
    await handIn(31);
    await keys.use(page.locator("form[action$='/import'] button"));
    await page.locator("p.lead", { hasText: "等待审核" }).waitFor();
    const reviewer = await enter("office", new URL(page.url()).pathname);
    await reviewer.keys.use(reviewer.page.locator("form[action$='/accept'] button.main").first());
    await reviewer.page.locator("p.lead", { hasText: "已入库" }).waitFor();
    for (const one of [page, reviewer.page]) await one.context().close();
  });

  it("a figure is corrected, a layoff plan registered, and those in work again are counted", async () => {
    const [{ code } = { code: "" }] = await db.query<{ code: string }>(
      "select code from enterprise order by id desc limit 1",
    );
    const { page, keys } = await enter("office", `/enterprises/${code}`);
    await keys.use(page.locator("summary", { hasText: "登记裁员方案" }));
    await keys.write(page.locator("#line-people-plan"), "12");
    await keys.write(page.locator("#line-staff-plan"), "90");
    await keys.to(page.locator("#line-startsOn-plan"));
    await keys.type("03312026");
    await keys.use(page.locator("form[action$='/layoff-plans'] button"));
    await page.locator("td", { hasText: "12 ÷ 90 = 13.33%" }).waitFor();
    await keys.use(page.locator("form[action$='/take'] button"));
    await page.locator("p.note", { hasText: "处置中" }).waitFor();
    await keys.use(page.locator("a[href*='/cases/AJ']").first());
    await page.waitForURL(/cases/);
    await keys.use(page.locator("summary", { hasText: "登记再就业人数" }));
    await keys.write(page.locator("#line-dismissed-placed"), "12");
    await keys.write(page.locator("#line-placed1-placed"), "3");
    await keys.press("Enter");
    await page.locator("p", { hasText: "已再就业3人（25.0%）" }).waitFor();

    await page.goto(`${service.origin}/enterprises/${code}`);
    await keys.use(page.locator("summary", { hasText: "更正某月用工人数" }));
    await keys.write(page.locator("#line-headcount-correct"), "91");
    await keys.write(page.locator("#line-reason-correct"), "与社保核对");
    await keys.press("Enter");
    await page.waitForURL(/uploads\/\d+/);
    await page.locator("p.lead", { hasText: "等待审核" }).waitFor();
    await page.context().close();
  });

  it("the focus goes round every stop of a page on a phone and is held nowhere", async () => {
    const { page, keys } = await enter("office", "/", true);
    await page.setViewportSize({ width: 360, height: 740 });
    for (const path of ["/", "/alerts?level=orange", "/data", `/reports/${month}/monthly/place`]) {
      await page.goto(`${service.origin}${path}`);
      await keys.to(page.locator("main :is(a, button, summary, [tabindex='0']):visible").last());
      await keys.to(page.locator("a.skip"), "Tab");
    }
    await page.context().close();
  });
});
