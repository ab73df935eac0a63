import { argv } from "node:process";
import type { Browser } from "playwright-core";
import { launchBrowser } from "./browser.ts";

/** What the process of the browser is told, as JSON in its only argument. */
export interface Look {
  readonly origin: string;
  readonly secret: string;
  readonly seconds: number;
  /** An enterprise to look at. */
  readonly code: string;
}

/** Milliseconds from asking for a page to the first of it on the screen, by page. */
export type Paints = Readonly<Record<string, readonly number[]>>;

/** Between two pages a person reads for so long. */
const READING_MS = 500;

/** Asked in the page: when the first of it was on the screen. */
const PAINTED = `new Promise((resolve) => {
  new PerformanceObserver((list) => {
    const found = list.getEntriesByName("first-contentful-paint")[0];
    if (found) resolve(found.startTime);
  }).observe({ type: "paint", buffered: true });
})`;

const look = JSON.parse(argv[2]!) as Look;
const pages: readonly (readonly [string, string])[] = [
  ["overview", "/"],
  ["alerts", "/alerts"],
  ["enterprise", `/enterprises/${look.code}`],
  ["threshold lab", "/thresholds"],
];
const paints: Record<string, number[]> = Object.fromEntries(pages.map(([page]) => [page, []]));

const browser = await launchBrowser();
await firstPaint(browser, "/sign-in"); // the browser's own start is nobody's page
const until = performance.now() + look.seconds * 1000;
for (let i = 0; performance.now() < until; i++) {
  const [page, path] = pages[i % pages.length]!;
  paints[page]!.push(await firstPaint(browser, path));
  await new Promise((resolve) => setTimeout(resolve, READING_MS));
}
await browser.close();
console.log(JSON.stringify(paints satisfies Paints));

/** In a browser that has nothing of the service kept. */
async function firstPaint(browser: Browser, path: string): Promise<number> {
  const context = await browser.newContext();
  await context.addCookies([{ name: "session", value: look.secret, url: look.origin }]);
  const page = await context.newPage();
  const answer = await page.goto(`${look.origin}${path}`);
  if (answer?.status() !== 200) throw new Error(`${path} answered ${answer?.status()}`);
  const painted = await page.evaluate<number>(PAINTED);
  await context.close();
  return painted;
}
