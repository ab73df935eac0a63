import { mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { groupNotices } from "../../jobs/deliver/group.ts";
import type { Language } from "../../models/text.ts";
import type { ThresholdSet } from "../../models/threshold.ts";
import type { Db } from "../../src/db/db.ts";
import { openMemory } from "../../src/db/pglite.ts";
import { keepThresholds } from "../../src/db/threshold-set.ts";
import { fillCounty, runOn, wushan } from "../county.ts";
import { type Client, type Made, person, type Service, serve, signedIn } from "../src/web/service.ts";
import { sendFile, workbook } from "../src/web/workbook.ts";
import { type Administration, administrationPages, fillAdministration } from "./administration.ts";
import { enterAs, openBrowser } from "./browser.ts";
import { tofuOn } from "./tofu.ts";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
/** Where pictures go when somebody wants to look at them. */
const PICTURES = process.env.WENGANG_PICTURES;

const WIDTHS = [360, 768, 1440];

/** Every page in one language, light and dark, on phone, tablet and desktop; a file for each, so that both cores look. */
export function describeLooks(language: Language): void {
  describe(`every page in ${language}`, () => {
    let db: Db;
    let service: Service;
    let browser: Browser;
    let office: Made;
    let administration: Administration;
    let paths: Awaited<ReturnType<typeof fillWorkplace>>;
    beforeAll(async () => {
      db = await openMemory();
      const { last } = await fillCounty(db, 150, 26);
      await keepThresholds(db, soonCollective(wushan.thresholds), "test", "a county this small has few falls at once");
      await runOn(db, last - 1);
      await runOn(db, last);
      service = await serve(db, { origin: null });
      office = await person(service, "office");
      administration = await fillAdministration(service);
      paths = await fillWorkplace(db, service, office);
      browser = await openBrowser();
    });
    afterAll(async () => {
      await browser?.close();
      await service?.close();
      await db?.close();
    });

    it.each(["light", "dark"] as const)("reads in %s, at every width", { timeout: 900_000 }, async (colorScheme) => {
      const wrong: string[] = [];
      for (const [who, pages] of [[office, paths.office], ...administrationPages(administration)] as const) {
        const context = await browser.newContext({ colorScheme });
        await enterAs(context, service, who);
        await context.addCookies([{ name: "lang", value: language, url: service.origin }]);
        const page = await context.newPage();
        let now = "";
        page.on("console", (message) => message.type() === "error" && wrong.push(`${now}: ${message.text()}`));
        page.on("pageerror", (error) => wrong.push(`${now}: ${String(error)}`));
        for (const [name, path] of Object.entries(pages)) {
          now = `${name}-${language}-${colorScheme}`;
          const answer = await page.goto(`${service.origin}${path}`);
          if (answer?.status() !== 200) wrong.push(`${now}: ${answer?.status()}`);
          await page.evaluate(AXE);
          for (const width of WIDTHS) wrong.push(...(await faultsOf(page, `${now}-${width}`, width)));
        }
        await context.close();
      }
      expect(wrong).toEqual([]);
    });
  });
}

/** A set by which one enterprise's fall is one of the whole place: so that there is such an alert. */
const soonCollective = (set: ThresholdSet): ThresholdSet => ({
  ...set,
  collective: set.collective.map(({ beyondUsual: _, ...rule }) =>
    rule.enterprises.value > 1
      ? { ...rule, enterprises: { ...rule.enterprises, value: 1 }, fallPeople: { ...rule.fallPeople, value: 3 } }
      : rule,
  ),
});

/** Gives a county that was run a case and a handed-in file. The office's pages of it by name. */
async function fillWorkplace(db: Db, service: Service, office: Made) {
  await db.query("update person set roles = '{office,analyst}' where id = $1", [office.id]);
  const [alert] = await db.query<{ code: string; number: string }>(
    "select subject as code, number from alert where subject_kind = 'enterprise' and state <> 'closed' order by id limit 1",
  );
  const { code, number } = alert!;
  const client = await signedIn(service, office);
  for (const action of ["acknowledge", "take"]) await client.post(`/enterprises/${code}/alerts/${number}/${action}`);
  await tellSomebody(db, service, client, `/enterprises/${code}/alerts/${number}`);
  const [collective] = await db.query<{ number: string }>(
    "select number from alert where subject_kind = 'place' order by id limit 1",
  );
  const place = `/place/alerts/${collective!.number}`;
  for (const [action, more] of [
    ["acknowledge", {}],
    ["comment", { reason: "已请各乡镇街道核实，下周一会商" }],
  ] as const)
    await client.post(`${place}/${action}`, more);
  const pause = { kind: "enterprise", subject: code, from: "2026-03-01", until: "2026-03-20", reason: "年度检修" };
  await client.post("/pauses", pause);
  const [taken] = await db.query<{ number: string }>("select number from enterprise_case order by id limit 1");
  const [delivered] = await db.query<{ id: number }>("select max(id) as id from batch");
  const rows = [
    [code, "2025-12", -3],
    [code, "2025-11", 12],
  ];
  const upload = (await sendFile(client, { name: "坏表.xlsx", bytes: workbook(rows) })).headers.location!;
  await client.post(`${upload}/import`);
  const [region] = await db.query<{ town: string }>("select min(region) as town from enterprise_scope");
  return {
    office: {
      enterprises: "/enterprises",
      ...{ home: "/", industry: "/industries/C", region: `/regions/${region!.town}`, alerts: "/alerts?state=all" },
      ...{
        enterprise: `/enterprises/${code}`,
        cases: "/cases?state=all",
        case: `/enterprises/${code}/cases/${taken!.number}`,
        ...{ alert: `/enterprises/${code}/alerts/${number}`, collective: place },
        pauses: `/pauses?enterprise=${code}`,
      },
      ...{
        reports: "/reports",
        report: "/reports/2025-12/monthly/place",
        policies: "/policies",
        scorecard: "/scorecard",
      },
      thresholds: "/thresholds?yellow-line.fallPeople=4&curve=yes",
      ...{
        data: "/data",
        upload,
        delivery: `/data/${delivered!.id}`,
        recipients: "/recipients",
        routes: "/routes",
        api: "/api",
      },
    },
  };
}

/** Somebody is behind the desks that are told of an alert, and something is said about it. */
async function tellSomebody(db: Db, service: Service, client: Client, alert: string): Promise<void> {
  const desks = await db.query<{ desk: string }>("select distinct desk from notice order by desk");
  for (const { desk } of desks) {
    const wanted = desk.startsWith("specialist:") ? { specialist: desk.slice("specialist:".length) } : { desk };
    await client.post("/recipients", { ...wanted, name: "值班群", channel: "office-hook" });
  }
  const away = { recipient: "1", from: "2026-03-02", until: "2026-03-06", deputy: "2", reason: "出差" };
  await client.post("/recipients/away", away);
  await groupNotices(db, { profile: wushan, simulated: false, now: service.clock.now, which: "all" });
  await client.post(`${alert}/comment`, { reason: "已电话联系，企业称订单减少" });
  await client.post(`${alert}/snooze`, { until: "2026-03-20", reason: "等企业回复" });
}

const SETTLED_MS = 2000;
const PHONE = 360;
const CUT = `[...document.querySelectorAll(".stack")].filter((one) => one.scrollWidth > one.clientWidth + 1)
  .map((one) => one.querySelector("caption")?.textContent ?? "a table")`;

/** Nothing sideways, no character without a glyph, nothing against WCAG 2.2 AA. */
async function faultsOf(page: Page, name: string, width: number): Promise<string[]> {
  await page.setViewportSize({ width, height: 900 });
  const narrow = `document.documentElement.scrollWidth <= ${width}`;
  await page.waitForFunction(narrow, null, { timeout: SETTLED_MS }).catch(() => null); // charts follow a frame later
  const wide = (await page.evaluate("document.documentElement.scrollWidth")) as number;
  const found = (await page.evaluate(`axe.run({ runOnly: ${JSON.stringify(WCAG)} })`)) as {
    violations: { id: string; nodes: { html: string }[] }[];
  };
  if (PICTURES) {
    mkdirSync(PICTURES, { recursive: true });
    await page.screenshot({ path: join(PICTURES, `${name}.png`), fullPage: true });
  }
  const sideways = wide > width ? [`${name} is ${wide} px wide`] : [];
  // What would be cut off, though the page itself does not scroll: a table that stands as a list on a phone.
  const cut = width > PHONE ? [] : ((await page.evaluate(CUT)) as string[]).map((one) => `${name} cuts off ${one}`);
  const tofu = (await tofuOn(page)).map((one) => `${name} has no glyph for ${one}`);
  return [
    ...sideways,
    ...cut,
    ...tofu,
    ...found.violations.map(({ id, nodes }) => `${name}: ${id}: ${nodes[0]?.html}`),
  ];
}
