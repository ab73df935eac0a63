import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openBrowser } from "./browser.ts";
import { tofuOn } from "./tofu.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

it("a character that no font has is told from those that the shipped font has", async () => {
  const page = await browser.newPage();
  await page.setContent('<body style="font-family: sans-serif">稳岗预警 ▲◆●■ — “” é \u{10fffe}\u{2ffff}');
  expect(await tofuOn(page)).toEqual(["\u{10fffe}", "\u{2ffff}"]);
  await page.close();
});
