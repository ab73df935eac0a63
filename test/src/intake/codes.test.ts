import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { CODES } from "../../../src/intake/codes.ts";

const SOURCES = new URL("../../../src/intake/", import.meta.url);
const written = readdirSync(SOURCES, { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".ts") && !name.startsWith("codes"))
  .map((name) => readFileSync(new URL(name, SOURCES), "utf8"))
  .join("\n");

test.each(Object.entries(CODES))("%s says in both languages what is wrong and what to do", (_, { message, repair }) => {
  for (const words of [message, repair]) {
    expect(words.zh).toMatch(/[\u4e00-\u9fff]|^\{\w+\}$/);
    expect(words.en).not.toMatch(/^$|[，。]/);
    const holes = (text: string) => [...new Set(text.match(/\{\w+\}/g) ?? [])].sort();
    expect(holes(words.zh)).toEqual(holes(words.en));
  }
});

test("every code is told somewhere", () => {
  expect(Object.keys(CODES).filter((code) => !written.includes(`"${code}"`))).toEqual([]);
});
