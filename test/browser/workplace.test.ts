import { mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Db } from "../../src/db/db.ts";
import { openMemory } from "../../src/db/pglite.ts";
import { fillCounty, runOn } from "../county.ts";
import { type Made, person, type Service, serve, signedIn } from "../src/web/service.ts";
import { sendFile, workbook } from "../src/web/workbook.ts";
import { enterAs, openBrowser, pageAs } from "./browser.ts";
import { ALLOWED_CLICKS, newHand } from "./hand.ts";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
/** Where pictures go when somebody wants to look at them. */
const PICTURES = process.env.WENGANG_PICTURES;

const LOOKS = ["zh", "en"].flatMap((language) =>
  (["light", "dark"] as const).flatMap((colorScheme) =>
    [360, 768, 1440].map((width) => ({ language, colorScheme, width })),
  ),
);

describe("the workplace in a headless Chromium", () => {
  let db: Db;
  let service: Service;
  let browser: Browser;
  let office: Made;
  let administrator: Made;
  let code: string;
  let deliveries: number;
  let upload: string;
  let town: string;
  beforeAll(async () => {
    db = await openMemory();
    const { last } = await fillCounty(db, 150, 26);
    await runOn(db, last - 1);
    await runOn(db, last);
    service = await serve(db, { origin: null });
    office = await person(service, "office");
    await db.query("update person set roles = '{office,analyst}' where id = $1", [office.id]);
    administrator = await person(service, "administrator");
    [{ code } = { code: "" }] = await db.query<{ code: string }>(
      "select subject as code from alert where subject_kind = 'enterprise' and state <> 'closed' order by id limit 1",
    );
    [{ deliveries } = { deliveries: 0 }] = await db.query<{ deliveries: number }>(
      "select max(id) as deliveries from batch",
    );
    const analyst = await signedIn(service, await person(service, "analyst"));
    const handedIn = {
      name: "坏表.xlsx",
      bytes: workbook([
        [code, "2025-12", -3],
        [code, "2025-11", 12],
      ]),
    };
    upload = String((await sendFile(analyst, handedIn)).headers.location)
      .split("/")
      .at(-1)!;
    await analyst.post(`/data/uploads/${upload}/import`);
    [{ town } = { town: "" }] = await db.query<{ town: string }>("select min(region) as town from enterprise_scope");
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
    const again = page.locator("tbody tr", { hasText: name! }).first();
    await hand.click(again.locator("summary", { hasText: "指派" }));
    await hand.write(again.locator("[name=owner]"), "李四");
    await page.keyboard.press("Enter");
    await again.getByText("· 李四").waitFor();
    expect(hand.clicks()).toBeLessThanOrEqual(ALLOWED_CLICKS.assign);

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

  // biome-ignore format: one list
  const pages = (): readonly (readonly [name: string, path: string, who: Made])[] => [
    ["home", "/", office], ["industry", "/industries/C", office], ["region", `/regions/${town}`, office], ["alerts", "/alerts?state=all", office],
    ["enterprise", `/enterprises/${code}`, office], ["cases", "/cases?state=all", office], ["reports", "/reports", office],
    ["policies", "/policies", office], ["scorecard", "/scorecard", office], ["thresholds", "/thresholds?yellow-line.fallPeople=4&curve=yes", office],
    ["data", "/data", office], ["upload", `/data/uploads/${upload}`, office], ["delivery", `/data/${deliveries}`, office], ["recipients", "/recipients", office],
    ["api", "/api", office], ["people", "/people", administrator], ["start", "/", administrator],
  ];

  // biome-ignore format: one story
  it.each(LOOKS)("reads in $language, $colorScheme, at $width px", { timeout: 240_000 }, async ({ language, colorScheme, width }) => {
    const [one] = await db.query<{ number: string; enterprise: string }>("select number, enterprise from enterprise_case order by id limit 1");
    const all = [...pages(), ...(one ? [["case", `/enterprises/${one.enterprise}/cases/${one.number}`, office] as const] : [])];
    const wrong: string[] = [];
    for (const who of [office, administrator]) {
      const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme });
      await enterAs(context, service, who);
      await context.addCookies([{ name: "lang", value: language, url: service.origin }]);
      const page = await context.newPage();
      let now = "";
      page.on("console", (message) => message.type() === "error" && wrong.push(`${now}: ${message.text()}`));
      page.on("pageerror", (error) => wrong.push(`${now}: ${String(error)}`));
      for (const [name, path] of all.filter(([, , whose]) => whose === who)) {
        now = `${name}-${language}-${colorScheme}-${width}`;
        const answer = await page.goto(`${service.origin}${path}`);
        if (answer?.status() !== 200) wrong.push(`${now}: ${answer?.status()}`);
        wrong.push(...(await faultsOf(page, now, width)));
      }
      await context.close();
    }
    expect(wrong).toEqual([]);
  });

  /** Nothing sideways, nothing against WCAG 2.2 AA. */
  async function faultsOf(page: Page, name: string, width: number): Promise<string[]> {
    const wide = (await page.evaluate("document.documentElement.scrollWidth")) as number;
    await page.evaluate(AXE);
    const found = (await page.evaluate(`axe.run({ runOnly: ${JSON.stringify(WCAG)} })`)) as {
      violations: { id: string; nodes: { html: string }[] }[];
    };
    if (PICTURES) {
      mkdirSync(PICTURES, { recursive: true });
      await page.screenshot({ path: join(PICTURES, `${name}.png`), fullPage: true });
    }
    const sideways = wide > width ? [`${name} is ${wide} px wide`] : [];
    return [...sideways, ...found.violations.map(({ id, nodes }) => `${name}: ${id}: ${nodes[0]?.html}`)];
  }
});
