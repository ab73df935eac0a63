import { readFile } from "node:fs/promises";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Role } from "../../models/rights/roles.ts";
import { codeAt, stepAt } from "../../src/auth/totp.ts";
import type { Db } from "../../src/db/db.ts";
import { openMemory } from "../../src/db/pglite.ts";
import { PASSWORD, person, type Service, serve } from "../src/web/service.ts";
import { emptyPlace } from "../takes.ts";
import { openBrowser, pageAs } from "./browser.ts";
import { keyboardOf } from "./keyboard.ts";

describe("the three administrators' day", { timeout: 180_000 }, () => {
  let db: Db;
  let service: Service;
  let browser: Browser;
  beforeAll(async () => {
    db = await emptyPlace(await openMemory());
    service = await serve(db, { origin: null });
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await service?.close();
    await db?.close();
  });

  const as = async (role: Role, path: string) =>
    pageAs(browser, service, await person(service, role), path, { javaScriptEnabled: false });

  /** The administrator adds an account by the form and reads the one-time link. */
  async function add(page: Page, account: string, role: Role): Promise<string> {
    await page.goto(`${service.origin}/people`);
    await page.fill("#line-account", account);
    await page.fill("#line-name", "李四");
    await page.selectOption("#choose-role", role);
    await page.click("main form[action='/people/add'] button");
    const shown = await page.locator(".secret").allTextContents();
    return shown.find((line) => line.includes("/password/"))!.trim();
  }

  /** The person follows the link, sets password and second factor, and goes on. */
  async function follow(link: string): Promise<Page> {
    const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
    await page.goto(link);
    await page.fill("[name=password]", PASSWORD);
    await page.fill("[name=again]", PASSWORD);
    await page.click("main button");
    const letters = (await page.textContent(".secret"))!.replaceAll(" ", "");
    const bits = [...letters]
      .map((c) => "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(c).toString(2).padStart(5, "0"))
      .join("");
    const secret = Uint8Array.from(bits.match(/.{8}/g)!, (byte) => Number.parseInt(byte, 2));
    await page.fill("[name=code]", codeAt(secret, stepAt(service.clock.now)));
    await page.click("main button");
    await page.click("main a"); // recovery codes kept
    return page;
  }

  it("an account sees nothing until the security officer, with the keyboard alone, has granted it", async () => {
    const officer = await as("security-officer", "/rights");
    expect(await officer.textContent("main"), "yet").not.toContain("li.si");
    const administrator = await as("administrator", "/people");
    const desk = await follow(await add(administrator, "li.si", "office"));
    expect(new URL(desk.url()).pathname).toBe("/sign-in/waiting");
    expect(await desk.locator(".bar nav a").count(), "no page is offered").toBe(0);
    for (const path of ["/alerts", "/enterprises", "/account", "/people"]) {
      await desk.goto(service.origin + path);
      expect(new URL(desk.url()).pathname).toBe("/sign-in/waiting");
    }

    await officer.reload();
    const keys = keyboardOf(officer);
    await keys.use(officer.locator("a[href='/rights/li.si']").first());
    await officer.waitForURL(/li\.si/);
    await keys.use(officer.locator("form[action='/rights/li.si/grant'] button"));
    await officer.locator("dd", { hasText: "已授权" }).waitFor();

    await desk.click("text=重新查看");
    expect(await desk.textContent("h1")).toBe("总览");
    await desk.goto(`${service.origin}/alerts`);
    expect(await desk.textContent("h1")).toBe("预警");

    // Taken away again with a reason, which the person reads at the next click.
    await keys.use(officer.locator("summary", { hasText: "收回授权" }));
    await keys.write(officer.locator("#line-reason-withdraw"), "借调期满");
    await keys.press("Enter");
    await officer.locator("dd", { hasText: "授权已收回" }).first().waitFor();
    await desk.reload();
    expect(new URL(desk.url()).pathname).toBe("/sign-in/waiting");
    expect(await desk.textContent("main")).toContain("借调期满");
  });

  it("the security officer changes roles, unlocks an account and ends a session", async () => {
    const made = await person(service, "office");
    const officer = await as("security-officer", `/rights/${made.account}`);
    const keys = keyboardOf(officer);
    await keys.use(officer.locator("summary", { hasText: "变更角色并授权" }));
    await keys.use(officer.locator("[name=role][value=analyst]"), "Space");
    await keys.write(officer.locator("#line-reason-change"), "兼任分析员");
    await keys.press("Enter");
    await officer.locator("dd", { hasText: "领导小组办公室、分析员" }).waitFor();

    const stranger = await (await browser.newContext()).newPage();
    for (let i = 0; i < 5; i++) {
      await stranger.goto(`${service.origin}/sign-in`);
      await stranger.fill("[name=account]", made.account);
      await stranger.fill("[name=password]", "wrong");
      await stranger.keyboard.press("Enter");
      await stranger.waitForSelector("[role=alert]");
    }
    const desk = await pageAs(browser, service, made, "/alerts");
    await officer.goto(`${service.origin}/security`);
    await keys.use(officer.locator("form", { has: officer.locator(`[value='${made.account}']`) }).locator("button"));
    await officer.locator("p.note", { hasText: "锁定的账号：没有" }).waitFor();
    const row = officer.locator("tr", { hasText: made.account });
    await keys.use(row.locator("button"));
    await officer.waitForFunction(`!document.body.textContent.includes(${JSON.stringify(made.account)})`);
    await desk.reload();
    expect(new URL(desk.url()).pathname).toBe("/sign-in");
  });

  it("the auditor finds who did it, checks the chain and takes the rows out", async () => {
    const administrator = await as("administrator", "/people");
    await add(administrator, "wang.wu", "analyst");
    const auditor = await as("auditor", "/audit");
    const keys = keyboardOf(auditor);
    await auditor.selectOption("[name=action]", "person-added");
    await keys.use(auditor.locator("form.look button"));
    await auditor.waitForURL(/action=person-added/);
    const row = auditor.locator("tbody tr", { hasText: "账号 wang.wu" });
    expect(await row.textContent()).toMatch(/新建账号.*角色：分析员/);
    expect(await row.textContent()).toContain("授权：待授权");

    const [download] = await Promise.all([
      auditor.waitForEvent("download"),
      auditor.click("a[href^='/audit/export.csv']"),
    ]);
    const csv = await readFile((await download.path())!, "utf8");
    expect([csv.startsWith("\ufeff序号"), csv.includes("账号 wang.wu")]).toEqual([true, true]);

    await keys.use(auditor.locator("form[action='/audit/check'] button"));
    await auditor.locator(".lead", { hasText: "哈希链完整" }).waitFor();
    await auditor.click("text=返回审计记录");
    expect(await auditor.locator("tbody tr").first().textContent()).toContain("核对审计记录");
  });
});
