import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Page } from "playwright-core";
import { shippedFontPath } from "../../src/fonts.ts";

/**
 * A configuration by which the browser finds the Chinese font that comes with the dependencies beside what the machine has, so that
 * pages look on a bare machine as they do where people have a Chinese font.
 */
export function fontsOfOurs(): string {
  const folder = mkdtempSync(join(tmpdir(), "wengang-fonts-"));
  const file = join(folder, "fonts.conf");
  writeFileSync(
    file,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd"><fontconfig>
<dir>/usr/share/fonts</dir><dir>${dirname(shippedFontPath("Regular"))}</dir><cachedir>${join(folder, "cache")}</cachedir>
</fontconfig>`,
  );
  return file;
}

/** Characters of a page that the browser has no glyph for: each is drawn and held against what is drawn for one that nobody has. */
export const tofuOn = async (page: Page): Promise<string[]> => page.evaluate(`(${missing})()`);

const missing = `() => {
  const context = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  context.canvas.width = context.canvas.height = 40;
  context.font = "24px " + getComputedStyle(document.body).fontFamily;
  const drawn = (character) => {
    context.clearRect(0, 0, 40, 40);
    context.fillText(character, 4, 30);
    return context.getImageData(0, 0, 40, 40).data.join();
  };
  const nobodys = ["\\u{10FFFD}", "\\u{E0FF}"].map(drawn);
  return [...new Set(document.body.innerText)].filter((one) => one > "\\u007f" && nobodys.includes(drawn(one)));
}`;
