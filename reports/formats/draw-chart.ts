import { type Canvas, createCanvas, GlobalFonts } from "@napi-rs/canvas";
import { Chart, type ChartConfiguration, registerables } from "chart.js";
import type { ChartConfig } from "../charts.ts";
import { LIGHT, SANS } from "../tokens.ts";
import type { DrawChart } from "./draw.ts";

/** Always the font that ships with the project, so that a chart is the same on every machine and never without letters. */
const FAMILY = "Wengang Sans";
/** Pixels of the picture per pixel of the page. */
const SHARPNESS = 2;

/** font: the bytes of an OpenType font with Chinese in it. */
export function chartDrawer(font: Buffer): DrawChart {
  GlobalFonts.register(font, FAMILY);
  Chart.register(...registerables);
  return (config, { width, height }) => {
    const canvas = createCanvas(width, height);
    const chart = new Chart(canvas as unknown as ConstructorParameters<typeof Chart>[0], onPaper(config));
    try {
      return canvas.toBuffer("image/png");
    } finally {
      chart.destroy();
    }
  };
}

/** The browser's configuration with our font, on white, at paper's sharpness. */
function onPaper(config: ChartConfig): ChartConfiguration {
  const own = JSON.parse(JSON.stringify(config).replaceAll(JSON.stringify(SANS).slice(1, -1), FAMILY)) as ChartConfig;
  const font = { ...(own.options.font as object | undefined), family: FAMILY };
  const options = { ...own.options, font, responsive: false, animation: false, devicePixelRatio: SHARPNESS };
  return { ...own, options, plugins: [PAPER] } as unknown as ChartConfiguration;
}

const PAPER = {
  id: "paper",
  beforeDraw({ canvas }: { readonly canvas: unknown }) {
    const sheet = canvas as Canvas;
    const context = sheet.getContext("2d");
    context.save();
    context.fillStyle = LIGHT.paper;
    context.fillRect(0, 0, sheet.width, sheet.height);
    context.restore();
  },
};
