import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

let script: string | undefined;

/** The chart library as the browser loads it, safe to stand inside a script element. */
export function chartScript(): string {
  if (script === undefined) {
    const main = createRequire(import.meta.url).resolve("chart.js");
    script = readFileSync(join(dirname(main), "chart.umd.min.js"), "utf8").replaceAll("</script", "<\\/script");
  }
  return script;
}
