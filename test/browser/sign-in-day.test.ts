import { mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { setUpLines } from "../../jobs/web/set-up-link.ts";
import { codeAt, stepAt } from "../../src/auth/totp.ts";
import type { Db } from "../../src/db/db.ts";
import { openMemory } from "../../src/db/pglite.ts";
import { type Made, PASSWORD, person, SECRET, type Service, serve } from "../src/web/service.ts";
import { emptyPlace } from "../takes.ts";
import { enterAs, openBrowser } from "./browser.ts";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
/** Where pictures go when somebody wants to look at them. */
const PICTURES = process.env.WENGANG_PICTURES;

const LOOKS = ["zh", "en"].flatMap((language) =>
  (["light", "dark"] as const).flatMap((colorScheme) =>
    [360, 768, 1440].map((width) => ({ language, colorScheme, width })),
  ),
);

describe("the day one signs in", () => {
  let db: Db;
  let service: Service;
  let browser: Browser;
  beforeAll(async () => {
    db = await emptyPlace(await openMemory());
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await service?.close();
    await db?.close();
  });

  /** Looks at a page as it is: nothing wrong in the console, nothing sideways, nothing against WCAG 2.2 AA. */
  async function look(page: Page, name: string, width: number): Promise<void> {
    expect(await page.evaluate("document.documentElement.scrollWidth"), `${name} scrolls sideways`).toBeLessThanOrEqual(
      width,
    );
    await page.evaluate(AXE);
    const found = (await page.evaluate(`axe.run({ runOnly: ${JSON.stringify(WCAG)} })`)) as {
      violations: { id: string; nodes: { html: string }[] }[];
    };
    expect(
      found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`),
      name,
    ).toEqual([]);
    if (!PICTURES) return;
    mkdirSync(PICTURES, { recursive: true });
    await page.screenshot({ path: join(PICTURES, `${name}.png`), fullPage: true });
  }

  const forget = async () => {
    for (const table of [
      "session",
      "one_time_link",
      "recovery_code",
      "sign_in_attempt",
      "api_token",
      "rights_decision",
      "person",
    ])
      await db.query(`delete from ${table}`);
  };

  // biome-ignore format: one story
  it.each(LOOKS)("reads and works in $language, $colorScheme, at $width px", { timeout: 120_000 }, async ({ language, colorScheme, width }) => {
    await service?.close();
    await forget();
    service = await serve(db, { origin: null, now: Date.now() });
    const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme });
    await context.addCookies([{ name: "lang", value: language, url: service.origin }]);
    const page = await context.newPage();
    const problems: string[] = [];
    page.on("console", (message) => message.type() === "error" && problems.push(message.text()));
    page.on("pageerror", (error) => problems.push(String(error)));
    const see = (name: string) => look(page, `${name}-${language}-${colorScheme}-${width}`, width);

    await page.goto((await setUpLines(db, service.origin, service.clock.now)).at(-1)!.zh.trim());
    await see("set-up");
    await page.fill("[name=account]", "wangwu");
    await page.fill("[name=name]", "王五");
    await page.fill("[name=password]", "short");
    await page.fill("[name=again]", "other");
    await page.click("main button");
    await see("set-up-refused");
    await page.fill("[name=account]", "wangwu");
    await page.fill("[name=name]", "王五");
    await page.fill("[name=password]", PASSWORD);
    await page.fill("[name=again]", PASSWORD);
    await page.click("main button");
    await see("enrol");
    const letters = (await page.textContent(".secret"))!.replaceAll(" ", "");
    const bits = [...letters].map((c) => "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(c).toString(2).padStart(5, "0")).join("");
    const secret = Uint8Array.from(bits.match(/.{8}/g)!, (byte) => Number.parseInt(byte, 2));
    await page.fill("[name=code]", codeAt(secret, stepAt(service.clock.now)));
    await page.click("main button");
    await see("recovery-codes");
    await page.click("main a");
    await see("home");
    await page.click(".bar nav a[href='/account']");
    await see("account");
    await page.fill("[name=name]", "月报接口");
    await page.click("form[action='/account/tokens'] button");
    await see("token");
    await page.goto(`${service.origin}/account`);
    await see("account-with-token");
    await page.click(".bar form button");
    expect(page.url()).toBe(`${service.origin}/sign-in`);
    await see("sign-in");
    await page.fill("[name=account]", "wangwu");
    await page.fill("[name=password]", "wrong");
    await page.keyboard.press("Enter");
    await page.waitForSelector("[role=alert]");
    expect(problems.splice(0).filter((line) => !/401|422/.test(line)), "a refusal is a 401 or a 422").toEqual([]);
    await see("sign-in-refused");
    await page.fill("[name=account]", "wangwu");
    await page.fill("[name=password]", PASSWORD);
    await page.keyboard.press("Enter");
    await page.waitForURL(/code/);
    await see("code");
    await page.fill("[name=code]", codeAt(secret, stepAt(service.clock.now) + 1));
    await page.keyboard.press("Enter");
    await page.waitForURL(`${service.origin}/`);
    await page.goto(`${service.origin}/report`);
    await see("refused");
    await page.goto(`${service.origin}/password/dead`);
    await see("link-dead");
    expect(problems.every((line) => /40[134]|422/.test(line)), problems.join("\n")).toBe(true);
    await context.close();
  });

  it("needs no JavaScript and no mouse", async () => {
    await service?.close();
    service = await serve(db, { origin: null });
    const made = await person(service, "office");
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`${service.origin}/`);
    const keys = async (...pressed: string[]) => {
      for (const key of pressed) await page.keyboard.press(key);
    };
    await keys("Tab", "Tab", "Tab"); // skip link, home, the other language
    await keys("Tab");
    await page.keyboard.type(made.account);
    await keys("Tab");
    await page.keyboard.type(PASSWORD);
    await keys("Enter");
    await page.waitForURL(/code/);
    await page.focus("[name=code]");
    await page.keyboard.type(codeAt(SECRET, stepAt(service.clock.now)));
    await keys("Enter");
    await page.waitForURL(`${service.origin}/`);
    expect(await page.textContent("main")).toContain("您的权限");
    await context.close();
  });

  it("shows the auditor's page as well", async () => {
    await service?.close();
    service = await serve(db, { origin: null });
    const auditor: Made = await person(service, "auditor");
    for (const width of [360, 1440]) {
      const context = await browser.newContext({ viewport: { width, height: 900 } });
      await enterAs(context, service, auditor);
      const page = await context.newPage();
      await page.goto(`${service.origin}/audit`);
      await look(page, `audit-zh-light-${width}`, width);
      await context.close();
    }
  });
});
