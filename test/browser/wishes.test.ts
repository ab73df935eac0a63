import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { deliverDue } from "../../jobs/deliver/deliver.ts";
import { groupNotices } from "../../jobs/deliver/group.ts";
import { MINUTE } from "../../models/instant.ts";
import type { Db } from "../../src/db/db.ts";
import { openMemory } from "../../src/db/pglite.ts";
import { fillCounty, runOn, wushan } from "../county.ts";
import { behind, hook } from "../desks.ts";
import { openReceiver, type Receiver } from "../receiver.ts";
import { type Client, type Made, person, type Service, serve, signedIn } from "../src/web/service.ts";
import { openBrowser, pageAs } from "./browser.ts";
import { ALLOWED_CLICKS, newHand } from "./hand.ts";
import { keyboardOf } from "./keyboard.ts";

const OFFICE = "department:employment-office";

/** Wishes of users of other alerting tools (test/jobs/wishes.test.ts) that are granted on pages, without JavaScript. */
describe("wishes about alerts in a headless Chromium", () => {
  let db: Db;
  let service: Service;
  let browser: Browser;
  let receiver: Receiver;
  let office: Made;
  let client: Client;
  let quiet: { code: string }[];
  beforeAll(async () => {
    db = await openMemory();
    const { last } = await fillCounty(db, 60, 14);
    await runOn(db, last);
    service = await serve(db, { origin: null });
    receiver = await openReceiver();
    await behind(db, OFFICE, receiver, "办公室值班群");
    office = await person(service, "office");
    client = await signedIn(service, office);
    // The largest: that they close is told at once.
    quiet = await db.query(
      `select code from enterprise e where not exists (select from alert a where a.subject = e.code)
       order by (select max(headcount) from headcount h where h.enterprise_id = e.id) desc, id`,
    );
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await service?.close();
    await receiver?.close();
    await db?.close();
  });

  /** A red alert of today about an enterprise that had none. */
  async function raised(): Promise<{ code: string; number: string }> {
    const { code } = quiet.shift()!;
    const day = new Date(service.clock.now).toISOString().slice(0, 10);
    await client.post(`/enterprises/${code}/events`, { kind: "closure", on: day });
    const [alert] = await db.query<{ number: string }>("select number from alert where subject = $1", [code]);
    return { code, number: alert!.number };
  }

  let sentAt = 0;

  /** Sends what is due, a quarter of an hour after the last time: tests come in any order. */
  async function deliver(): Promise<void> {
    sentAt = Math.max(sentAt, service.clock.now) + 15 * MINUTE;
    const now = sentAt;
    await groupNotices(db, { profile: wushan, simulated: false, now, which: "all" });
    const carriers = new Map([["hook", hook]]);
    const signal = new AbortController().signal;
    const order = { profile: wushan, carriers, holder: "test", clock: () => now, chance: () => 0.5, signal };
    await deliverDue(db, order);
  }

  const openPage = (path: string) => pageAs(browser, service, office, path, { javaScriptEnabled: false });
  const section = (page: Page, title: string) => page.getByRole("region", { name: title, exact: true });

  it("wish 2: acknowledge and own an alert, with a comment", async () => {
    const { number } = await raised();
    const page = await openPage("/alerts");
    const hand = newHand();
    await hand.click(page.getByRole("link", { name: number }));
    await page.locator(`#line-reason-acknowledge-${number}`).fill("已电话联系");
    await hand.click(page.getByRole("button", { name: "签收" }));
    expect(hand.clicks()).toBeLessThanOrEqual(ALLOWED_CLICKS.acknowledge);
    await hand.click(page.locator("summary", { hasText: "指派" }));
    await hand.write(page.locator(`#line-owner-assign-${number}`), "李四");
    await page.keyboard.press("Enter");
    await page.locator("dd", { hasText: "李四" }).waitFor();
    expect(hand.clicks()).toBeLessThanOrEqual(ALLOWED_CLICKS.assign);
    await page.locator("summary", { hasText: "写备注" }).click();
    await page.fill(`#line-reason-comment-${number}`, "企业称订单减少");
    await page.getByRole("button", { name: "写备注" }).click();
    const course = await section(page, "经过").textContent();
    for (const words of ["签收", "已电话联系", "负责人李四", "企业称订单减少"]) expect(course).toContain(words);
    await page.context().close();
  });

  it("wish 3: who was told what and when", async () => {
    await deliver(); // what others have to be told
    const { code, number } = await raised();
    receiver.status = 503;
    await deliver();
    receiver.status = 200;
    await deliver();
    const page = await openPage(`/enterprises/${code}`);
    await page.getByRole("link", { name: number }).first().click();
    const told = await section(page, "通知了谁").textContent();
    for (const words of [
      /办公室值班群/,
      /新预警/,
      /已送达 2026-03-0\d \d\d:\d\d/,
      /第1次 2026-03-0\d \d\d:\d\d 失败，将重试：503/,
    ])
      expect(told).toMatch(words);
    expect(await section(page, "历次判定").textContent()).toContain("发送：新增");
    await page.context().close();
  });

  it("wish 12: was this alert useful?", async () => {
    const { code, number } = await raised();
    const page = await openPage(`/enterprises/${code}/alerts/${number}`);
    await page.locator("summary", { hasText: "有用吗" }).click();
    await page.selectOption(`#choose-reason-useful-${number}`, "season");
    await page.fill(`#line-note-useful-${number}`, "年年如此");
    await page.getByRole("button", { name: "评价" }).click();
    const answers = await section(page, "评价").textContent();
    for (const words of ["无用", "年年如此"]) expect(answers).toContain(words);
    await page.context().close();
  });

  it("wish 13: planned pause, with an end", async () => {
    const { code, number } = await raised();
    const page = await openPage(`/enterprises/${code}/alerts/${number}`);
    await page.getByRole("link", { name: "停提醒安排" }).click();
    await page.fill("#line-until-enterprise", "2026-03-20");
    await page.fill("#line-reason-enterprise", "年度检修");
    await page.getByRole("button", { name: "停一户企业的提醒" }).click();
    expect(await section(page, "正在停提醒").textContent()).toContain("年度检修");
    await deliver();
    const path = `${service.origin}/enterprises/${code}/alerts/${number}`;
    await page.goto(path);
    expect(await section(page, "通知了谁").textContent()).toContain("待发送：停提醒安排");
    await page.goto(`${service.origin}/pauses`);
    await page.locator("summary", { hasText: "提前结束" }).click();
    await page.locator("[name=reason]:visible").fill("检修提前完成");
    await page.getByRole("button", { name: "提前结束" }).click();
    expect(await section(page, "已结束").textContent()).toContain("提前结束：检修提前完成");
    await deliver();
    await page.goto(path);
    expect(await section(page, "通知了谁").textContent()).toContain("已送达");
    await page.context().close();
  });

  it("are granted to a keyboard alone", async () => {
    const { code, number } = await raised();
    const page = await openPage(`/enterprises/${code}/alerts/${number}`);
    const keys = keyboardOf(page);
    await keys.use(page.locator("summary", { hasText: "暂缓提醒" }));
    await keys.write(page.locator(`#line-reason-snooze-${number}`), "等企业回复");
    await keys.press("Enter");
    await page.locator("dd", { hasText: "至2026-03-09" }).waitFor();
    await keys.use(page.getByRole("button", { name: "恢复提醒" }));
    await page.locator("td", { hasText: "恢复提醒" }).waitFor();
    await page.goto(`${service.origin}/recipients`);
    await keys.use(page.locator("summary", { hasText: "添加接收人" }));
    await keys.write(page.locator("#line-specialist-add"), "王小明");
    await keys.write(page.locator("#line-name-add"), "王小明");
    await keys.press("Enter");
    await page.locator("th", { hasText: "就业服务专员王小明" }).waitFor();
    await page.context().close();
  });
});
