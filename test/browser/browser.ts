import type { Browser, BrowserContext, BrowserContextOptions, Page } from "playwright-core";
import { launchBrowser } from "../../jobs/bench/web/browser.ts";
import { type Made, type Service, signedIn } from "../src/web/service.ts";
import { fontsOfOurs } from "./tofu.ts";

/** The headless Chromium, which finds the fonts that come with the dependencies. */
export const openBrowser = (): Promise<Browser> =>
  launchBrowser({ ...process.env, FONTCONFIG_FILE: fontsOfOurs() } as Record<string, string>);

/** Gives a browser the session of somebody who is signed in. */
export async function enterAs(context: BrowserContext, service: Service, made: Made): Promise<void> {
  const { jar } = await signedIn(service, made);
  await context.addCookies([...jar].map(([name, value]) => ({ name, value, url: service.origin })));
}

/** A page that somebody who is signed in has opened, in a browser of their own. */
export async function pageAs(
  browser: Browser,
  service: Service,
  made: Made,
  path: string,
  options: BrowserContextOptions = {},
): Promise<Page> {
  const context = await browser.newContext(options);
  await enterAs(context, service, made);
  const page = await context.newPage();
  await page.goto(`${service.origin}${path}`);
  return page;
}
