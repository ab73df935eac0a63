import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { chartDrawer } from "../../../reports/formats/draw-chart.ts";
import { pdfWriter } from "../../../reports/formats/pdf/pdf.ts";
import { shippedFont } from "../../../src/fonts.ts";
import { FIXTURE } from "./fixture.ts";

const write = pdfWriter([shippedFont("Regular"), shippedFont("Medium"), shippedFont("Bold")]);
const setting = { draw: chartDrawer(shippedFont("Regular")), colors: { red: "#c00000" } };
const POPPLER = existsSync("/usr/bin/pdftotext") ? null : "poppler-utils is not installed";

const paragraph = (text: string) => ({ kind: "paragraph", role: "body", runs: [{ text }] }) as const;
const LINES = Array.from({ length: 17 }, (_, i) => paragraph(`第${i + 1}段。`));
const LAST = paragraph("末段。");
const ANNEXES = ["甲", "乙", "丙"].flatMap((title) => [
  { kind: "annex", title } as const,
  paragraph(`${title}的正文。`),
]);

let folder: string;
let file: string;
let pdf: Buffer;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "wengang-pdf-"));
  file = join(folder, "report.pdf");
  pdf = write(FIXTURE, setting);
  writeFileSync(file, pdf);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const ask = (program: string, ...args: string[]): string =>
  execFileSync(program, [...args, file, ...(program === "pdftotext" ? ["-"] : [])], {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "ignore"],
  });

it("has the same bytes when it is made again, also after another report", () => {
  write({ ...FIXTURE, title: "另一份" }, setting);
  expect(write(FIXTURE, setting).equals(pdf)).toBe(true);
});

it("takes words that look like typst markup as words", () => {
  const hostile = ["#panic()", "*粗*", "$x$", "@ref", "<label>", '"', "\\", "= 标题", "//", "[a]"].join(" ");
  const said = { ...FIXTURE, blocks: [{ kind: "paragraph", role: "body", runs: [{ text: hostile }] } as const] };
  expect(write(said, setting).subarray(0, 5).toString()).toBe("%PDF-");
});

describe.skipIf(POPPLER !== null)(`read by poppler${POPPLER === null ? "" : ` (skipped: ${POPPLER})`}`, () => {
  it("is tagged, has a title, and stands on A4", () => {
    const info = ask("pdfinfo");
    expect(info).toMatch(/Tagged:\s+yes/);
    expect(info).toMatch(/Title:\s+巫山县重点企业用工监测分析报告（2026年10月）/);
    expect(info).toMatch(/Page size:.*\(A4\)/);
  });

  it("embeds every font", () => {
    const fonts = ask("pdffonts").trim().split("\n").slice(2);
    expect(fonts.length).toBeGreaterThan(0);
    for (const font of fonts) expect(font).toMatch(/Identity-H\s+yes yes yes/);
  });

  it("lets its text be selected, with headings, numbers, signature and marks", () => {
    const text = ask("pdftotext", "-layout").replace(/[ \t]/g, "");
    for (const said of [
      "一、总体情况",
      "（一）用工趋势",
      "1.订单不足",
      "（1）外销",
      "35,244",
      "-1.28%",
      "2026年11月8日",
      "附件2",
    ])
      expect(text).toContain(said);
    expect(text.match(/【模拟数据】/g)!.length).toBe(Number(/Pages:\s+(\d+)/.exec(ask("pdfinfo"))![1]));
    expect(text).toContain("=SUM(A1)与<b>标记</b>均按原文印出。");
  });

  it.each([11, 12, 13, 14, 15, 16, 17])(
    "keeps the list of annexes whole beneath the last words of %d paragraphs",
    (count) => {
      const long = write({ ...FIXTURE, blocks: [...LINES.slice(0, count), LAST, ...ANNEXES] }, setting);
      const path = join(folder, `list-${count}.pdf`);
      writeFileSync(path, long);
      const pages = execFileSync("pdftotext", ["-layout", path, "-"], { encoding: "utf8" }).split("\f");
      const page = pages.find((one) => one.includes("附件："))!.replace(/\s/g, "");
      for (const said of ["末段", "附件：1.甲", "2.乙", "3.丙", "2026年11月8日"]) expect(page).toContain(said);
    },
  );

  // 37 mm = 104.9 pt, 28 mm = 79.4 pt; lines 28.99 pt apart.
  it("keeps the margins and the line pitch of the standard", () => {
    const words = [
      ...ask("pdftotext", "-bbox-layout", "-f", "1", "-l", "1").matchAll(
        /<line xMin="([\d.]+)" yMin="([\d.]+)"[^>]*>\s*<word[^>]*>([^<]*)/g,
      ),
    ].map(([, x, y, word]) => ({ x: Number(x), y: Number(y), word: word! }));
    const inText = words.filter(({ y }) => y > 104 && y < 297 * 2.8346 - 35 * 2.8346);
    expect(Math.min(...inText.map(({ x }) => x))).toBeGreaterThanOrEqual(79.3);
    const at = (start: string) => words.find(({ word }) => word.startsWith(start))!.y;
    expect(at("人，下降") - at("10")).toBeCloseTo(28.99, 1);
  });

  it("sets text in 16 pt and titles in 22 pt", () => {
    const xml = execFileSync("pdftohtml", ["-xml", "-i", "-zoom", "1", "-stdout", file], { encoding: "utf8" });
    const sizes = new Map(
      [...xml.matchAll(/<fontspec id="(\d+)" size="(\d+)"/g)].map(([, id, size]) => [id!, Number(size)]),
    );
    const fontOf = (words: string) => new RegExp(`font="(\\d+)">(?:<[^>]+>)*[^<]*${words}`).exec(xml)![1]!;
    const sizeOf = (words: string) => sizes.get(fontOf(words));
    expect([sizeOf("人，下降"), sizeOf("巫山县重点企业")]).toEqual([16, 22]);
  });

  // 210 − 26 mm = 521.6 pt from the left, 297 − 35 mm = 742.7 pt from the top; the page number stands below, the marks above.
  // A mark at the end of a line is half empty: that half of its 16 pt hangs over the edge.
  it("keeps text, tables and pictures inside the type area on every page", () => {
    const words = [
      ...ask("pdftotext", "-bbox").matchAll(/<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">/g),
    ];
    const boxes = words.map((word) => word.slice(1).map(Number) as [number, number, number, number]);
    const inside = boxes.filter(([, top]) => top > 104 && top < 742.7);
    expect(inside.length).toBeGreaterThan(200);
    expect(Math.min(...inside.map(([left]) => left))).toBeGreaterThanOrEqual(79.3 - 8.1);
    expect(Math.max(...inside.map(([, , right]) => right))).toBeLessThanOrEqual(521.7 + 8.1);
  });

  it("tears no minus from its number at the end of a line, wherever the line ends", () => {
    const shifted = Array.from({ length: 40 }, (_, i) => ({
      ...({ kind: "paragraph", role: "body" } as const),
      runs: [{ text: `${"变".repeat(i + 6)}-0.56%，截至2025-12-31下降。` }],
    }));
    const one = join(folder, "minus.pdf");
    writeFileSync(one, write({ ...FIXTURE, blocks: shifted }, setting));
    const lines = execFileSync("pdftotext", ["-layout", one, "-"], { encoding: "utf8" }).split("\n");
    expect(lines.join("").match(/-0\.56%/g)).toHaveLength(40);
    expect(lines.join("").match(/2025-12-31/g)).toHaveLength(40);
    expect(lines.filter((line) => /-\s*$/.test(line))).toEqual([]);
  });

  it("has bookmarks from its headings", () => {
    expect(pdf.toString("latin1")).toMatch(/\/Outlines \d+ 0 R/);
  });
});
