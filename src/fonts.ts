import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

export type FontWeight = "Light" | "Regular" | "Medium" | "Bold";

const kept = new Map<FontWeight, Buffer>();

/** Noto Sans Hans (OFL), which comes with the dependencies: documents and charts need no font of the machine. */
export function shippedFont(weight: FontWeight): Buffer {
  const known = kept.get(weight);
  if (known) return known;
  const font = readFileSync(shippedFontPath(weight));
  kept.set(weight, font);
  return font;
}

/** Where the file lies. */
export function shippedFontPath(weight: FontWeight): string {
  const main = createRequire(import.meta.url).resolve("@embedpdf/fonts-sc");
  return join(dirname(main), "..", "fonts", `NotoSansHans-${weight}.otf`);
}
