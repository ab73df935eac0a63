import type { Level } from "../../models/profile.ts";
import { text } from "../../models/text.ts";

/**
 * 红 > 橙 > 黄 > 蓝, Ⅰ–Ⅳ, the usual order of the emergency response law (general knowledge). 青岛's blue once meant full
 * employment and Shandong used three colours, so number, names and colours are settings.
 * Every colour has at least 4.5:1 contrast against white (WCAG 2.2 AA), which is why orange and yellow are dark.
 */
export const levels: readonly Level[] = [
  { code: "red", name: text("红色预警", "Red"), numeral: "Ⅰ", shape: "▲", color: "#b3121d" },
  { code: "orange", name: text("橙色预警", "Orange"), numeral: "Ⅱ", shape: "◆", color: "#b54708" },
  { code: "yellow", name: text("黄色预警", "Yellow"), numeral: "Ⅲ", shape: "●", color: "#8a6a00" },
  { code: "blue", name: text("蓝色预警", "Blue"), numeral: "Ⅳ", shape: "■", color: "#175cd3" },
];
