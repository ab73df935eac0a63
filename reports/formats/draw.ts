import type { ChartConfig } from "../charts.ts";

/** Draws a chart as PNG for paper; width and height in CSS pixels of the page, the picture itself is sharper. */
export type DrawChart = (config: ChartConfig, size: { readonly width: number; readonly height: number }) => Buffer;
