import chromium from "@sparticuz/chromium";
import { type Browser, type BrowserContext, chromium as launcher } from "playwright-core";
import { type Made, type Service, signedIn } from "../src/web/service.ts";

/** The headless Chromium that comes with the development packages. */
export async function openBrowser(): Promise<Browser> {
  // Its usual arguments are for a place that allows one process; closing a page there ends the browser.
  const args = chromium.args.filter((argument) => !["--single-process", "--no-zygote"].includes(argument));
  return launcher.launch({ executablePath: await chromium.executablePath(), args });
}

/** Gives a browser the session of somebody who is signed in. */
export async function enterAs(context: BrowserContext, service: Service, made: Made): Promise<void> {
  const { jar } = await signedIn(service, made);
  await context.addCookies([...jar].map(([name, value]) => ({ name, value, url: service.origin })));
}
