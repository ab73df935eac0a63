import chromium from "@sparticuz/chromium";
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium as launcher,
  type Page,
} from "playwright-core";
import { type Made, type Service, signedIn } from "../src/web/service.ts";
import { fontsOfOurs } from "./tofu.ts";

/** The headless Chromium that comes with the development packages. */
export async function openBrowser(): Promise<Browser> {
  // Its usual arguments are for a place that allows one process; closing a page there ends the browser.
  const args = chromium.args.filter((argument) => !["--single-process", "--no-zygote"].includes(argument));
  const env = { ...process.env, FONTCONFIG_FILE: fontsOfOurs() } as Record<string, string>;
  return launcher.launch({ executablePath: await chromium.executablePath(), args, env });
}

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
