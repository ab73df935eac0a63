import chromium from "@sparticuz/chromium";
import { type Browser, chromium as launcher } from "playwright-core";

/** The headless Chromium that comes with the development packages. @param env left out: as this process's own */
export async function launchBrowser(env?: Record<string, string>): Promise<Browser> {
  // Its usual arguments are for a place that allows one process; closing a page there ends the browser.
  const args = chromium.args.filter((argument) => !["--single-process", "--no-zygote"].includes(argument));
  return launcher.launch({ executablePath: await chromium.executablePath(), args, ...(env ? { env } : {}) });
}
