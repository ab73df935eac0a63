import { execFileSync } from "node:child_process";
import { createCanvas } from "@napi-rs/canvas";
import { beforeAll, describe, expect, it } from "vitest";
import type { Block, ReportDocument } from "../../../../reports/document/document.ts";
import { docxOf } from "../../../../reports/formats/docx/docx.ts";
import { headLines } from "../../../../reports/formats/docx/head-lines.ts";
import type { DrawChart } from "../../../../reports/formats/draw.ts";
import { FIXTURE } from "../fixture.ts";
import { noOffice, partsOf, throughOffice } from "../office-file.ts";

const blank: DrawChart = (_config, { width, height }) => createCanvas(width, height).toBuffer("image/png");
const SETTING = { at: "2026-11-08T00:00:00Z", draw: blank, colors: { red: "#c00000" } };
const make = (document: ReportDocument) => docxOf(document, SETTING);

const sentence = (text: string): Block => ({ kind: "paragraph", role: "body", runs: [{ text }] });

let file: Buffer;
let parts: Readonly<Record<string, string>>;
beforeAll(async () => {
  file = await make(FIXTURE);
  parts = partsOf(file);
});

const styleOf = (id: string): string =>
  new RegExp(`w:styleId="${id}".*?</w:style>`).exec(parts["word/styles.xml"]!)![0];
const paragraphs = (): string[] => parts["word/document.xml"]!.match(/<w:p>.*?<\/w:p>|<w:p .*?<\/w:p>/g)!;
const textOf = (xml: string): string => [...xml.matchAll(/<w:t[^>]*>([^<]*)/g)].map((match) => match[1]).join("");

describe("the page of GB/T 9704-2012", () => {
  // 1 mm = 56.69 twips: 37 mm = 2098, 28 = 1587, 26 = 1474, 35 = 1984; A4 is 11906 × 16838.
  it("is A4 with margins of 37, 28, 26 and 35 mm", () => {
    const xml = parts["word/document.xml"]!;
    expect(xml).toMatch(/<w:pgSz w:w="11906" w:h="16838"/);
    const margins = /<w:pgMar[^>]*>/.exec(xml)![0];
    for (const [side, twips] of [
      ["top", 2098],
      ["left", 1587],
      ["right", 1474],
      ["bottom", 1984],
    ] as const)
      expect(margins).toContain(`w:${side}="${twips}"`);
  });

  // 225 mm in 22 lines = 28.99 pt = 580 twentieths of a point.
  it("has lines of 28.99 pt, in its grid and in its text", () => {
    expect(parts["word/document.xml"]).toMatch(/<w:docGrid w:type="lines" w:linePitch="580"/);
    expect(styleOf("BodyText")).toMatch(/w:line="580" w:lineRule="exact"/);
  });

  it("sets text in 16 pt, 28 characters a line, and titles in 22 pt", () => {
    expect(styleOf("BodyText")).toContain('<w:sz w:val="32"/>');
    expect(styleOf("BodyText")).toContain('<w:spacing w:val="-5"/>'); // 15.75 pt × 28 = 441 of 442.2 pt; 29 would not fit
    expect(styleOf("Title")).toContain('<w:sz w:val="44"/>');
  });

  it("puts the page number on the right of odd pages and on the left of even ones", () => {
    expect(parts["word/settings.xml"]).toContain("<w:evenAndOddHeaders/>");
    const footers = Object.entries(parts).filter(([path]) => /footer\d+\.xml$/.test(path));
    expect(footers.map(([, xml]) => /<w:jc w:val="(\w+)"/.exec(xml)![1]).toSorted()).toEqual(["left", "right"]);
    for (const [, xml] of footers) expect(textOf(xml)).toBe("—  —");
  });

  it.each([
    ["Title", "方正小标宋简体"],
    ["BodyText", "仿宋_GB2312"],
    ["Heading1", "黑体"],
    ["Heading2", "楷体_GB2312"],
    ["Heading3", "仿宋_GB2312"],
  ])("names the font of %s: %s, with another to take in its place", (id, font) => {
    expect(styleOf(id)).toContain(`w:eastAsia="${font}"`);
    expect(parts["word/fontTable.xml"]).toMatch(new RegExp(`<w:font w:name="${font}"><w:altName`));
  });
});

describe("a Word document", () => {
  it("numbers headings by Word's own list levels: 一、 （一） 1. （1）", () => {
    const levels = [...parts["word/numbering.xml"]!.matchAll(/<w:lvlText w:val="([^"]*)"/g)].map((match) => match[1]);
    expect(levels).toEqual(expect.arrayContaining(["%1、", "（%2）", "%3.", "（%4）"]));
    const heading = paragraphs().find((xml) => textOf(xml) === "总体情况")!;
    expect(heading).toContain('<w:pStyle w:val="Heading1"/>');
    expect(heading).toMatch(/<w:numId w:val="\d+"\/>/);
  });

  it("repeats a table's head row and splits no row", () => {
    const tables = parts["word/document.xml"]!.match(/<w:tbl>.*?<\/w:tbl>/g)!;
    expect(tables).toHaveLength(2);
    for (const table of tables) {
      const rows = table.match(/<w:tr>.*?<\/w:tr>|<w:tr .*?<\/w:tr>/g)!;
      expect(rows[0]).toContain("<w:tblHeader/>");
      expect(rows.every((row) => row.includes("<w:cantSplit/>"))).toBe(true);
    }
  });

  it("tears no minus from its number in sentences, and leaves numbers of tables as a spreadsheet reads them", async () => {
    const said: ReportDocument = {
      ...FIXTURE,
      blocks: [sentence("净变动率（-0.56%），截至2026-11-08"), ...FIXTURE.blocks],
    };
    const xml = partsOf(await make(said))["word/document.xml"]!;
    expect(xml).toContain("（\u22120.56%），截至2026-11-08");
    expect(xml).toMatch(/<w:tc>(?:(?!<\/w:tc>).)*>-1\.28%<\/w:t>/);
  });

  it.each([
    ["共同样本", 3.6, ["共同", "样本"]],
    ["共同样本", 4, ["共同样本"]],
    ["上年同期数", 3, ["上年同", "期数"]],
    ["评分80%下限", 3, ["评分", "80%", "下限"]],
    ["Common sample", 3, ["Common sample"]],
    ["2026-03", 1, ["2026-03"]],
  ])("breaks the head %s in its middle where %d characters have room", (head, room, lines) => {
    expect(headLines(head, room)).toEqual(lines);
  });

  it("puts nothing between a table and the annex after it, which would be a page of its own where the table fills one", () => {
    const after = parts["word/document.xml"]!.split("</w:tbl>").slice(1);
    expect(after[0]).toMatch(/^<w:p><w:pPr><w:pStyle w:val="AfterTable"/);
    expect(after[1]).toMatch(/^<w:p><w:pPr><w:pStyle w:val="AnnexName"/);
  });

  it("gives a chart its sentence as alternative text", () => {
    expect(parts["word/document.xml"]).toContain('descr="用工人数由6月的35244人降至10月的34794人。"');
  });

  it("says 模拟数据 on odd and even pages", () => {
    const headers = Object.entries(parts).filter(([path]) => /header\d+\.xml$/.test(path));
    expect(headers.map(([, xml]) => textOf(xml))).toEqual(["【模拟数据】  内部使用", "【模拟数据】  内部使用"]);
  });

  it("keeps what looks like markup or a formula as text", () => {
    expect(parts["word/document.xml"]).toContain("=SUM(A1) 与 &lt;b&gt;标记&lt;/b&gt; 均按原文印出。");
  });

  it("leaves a last table not alone on its page: what stands before it comes along", async () => {
    const table = FIXTURE.blocks.find(({ kind }) => kind === "table")!;
    const blocks = [sentence("一"), sentence("说明"), table];
    const xml = partsOf(await make({ ...FIXTURE, blocks }))["word/document.xml"]!;
    const all = xml.match(/<w:p>.*?<\/w:p>|<w:p .*?<\/w:p>/g)!;
    const kept = (text: string) => all.find((one) => textOf(one) === text)!.includes("<w:keepNext/>");
    expect([kept("一"), kept("说明")]).toEqual([false, true]);
  });

  it("keeps the list of annexes on the page of the text's last words", () => {
    const all = paragraphs();
    const from = all.findIndex((xml) => textOf(xml) === "外销订单减少是主要原因。");
    const list = all.slice(from, from + 4); // the last words, an empty line, two annexes
    expect(list.map(textOf)).toEqual(["外销订单减少是主要原因。", "", "附件：1. 预警企业清单", "2. 方法与阈值说明"]);
    for (const xml of list) expect(xml).toContain("<w:keepNext/>");
  });

  it("has neither signature nor date as a draft", async () => {
    const draft = { ...FIXTURE, head: { ...FIXTURE.head, number: null, date: null } };
    const text = textOf(partsOf(await make(draft))["word/document.xml"]!);
    expect(text).toContain("（未编号）");
    expect(text).not.toContain("2026年11月8日");
  });

  it("has the same bytes when it is made again", async () => {
    expect((await make(FIXTURE)).equals(file)).toBe(true);
  });
});

const reason = noOffice();
describe.skipIf(reason !== null)(`opened by LibreOffice${reason === null ? "" : ` (skipped: ${reason})`}`, () => {
  it("comes back with its headings, numbers and signature", () => {
    const text = throughOffice(file, "docx", "txt:Text (encoded):UTF8").toString("utf8");
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
      expect(text.replace(/[ \t]/g, "")).toContain(said);
  });

  it("ends no line with a minus, wherever in a line a number stands", async () => {
    const before = Array.from({ length: 28 }, (_, i) => "用".repeat(i)); // 28 characters are a line
    const blocks = before.flatMap((words) => [sentence(`${words}（-0.56%）`), sentence(`${words}变动-1,234人`)]);
    const lines = linesOf(throughOffice(await make({ ...FIXTURE, blocks }), "docx", "pdf"));
    expect(lines.filter((line) => /\u2212\d/.test(line))).toHaveLength(blocks.length);
    expect(lines.filter((line) => /[-\u2010\u2011\u2212]\s*$/.test(line))).toEqual([]);
  });
});

const linesOf = (pdf: Buffer): readonly string[] =>
  execFileSync("pdftotext", ["-layout", "-", "-"], { input: pdf, encoding: "utf8" }).split("\n");
