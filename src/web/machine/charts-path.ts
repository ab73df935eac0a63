import { createHash } from "node:crypto";
import { Chart } from "chart.js";
import { BROWSER_SCRIPT } from "../../../reports/browser.ts";

const version = createHash("sha256").update(Chart.version).update(BROWSER_SCRIPT).digest("hex").slice(0, 12);

/** Part of the address says what is in it, so that browsers keep it until it changes. */
export const CHARTS_PATH = `/assets/${version}/charts.js`;
