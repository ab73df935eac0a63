import { gzipSync } from "node:zlib";
import iconv from "iconv-lite";
import { describe, expect, test } from "vitest";
import { A, B, deliver, headcounts, known, M202401, recordsOf, take, takeText, told } from "./fixtures.ts";

const TABLE = `统一社会信用代码,单位名称,月份,用工人数\n${A},巫山县“䶮”恋橙公司,2024-01,5\n${B},乙,2024-01,6\n`;
const both = [
  [A, M202401, 5],
  [B, M202401, 6],
];
const many = (rows: number) =>
  `统一社会信用代码,单位名称,月份,用工人数\n${Array.from({ length: rows }, (_, i) => `E${i},单位${i},2024-01,${i % 90}`).join("\n")}\n`;
const own = known({ profile: { ...known().profile, codeScheme: "own" } });

describe("encodings", () => {
  test.each([
    ["UTF-8", Buffer.from(TABLE)],
    ["UTF-8 with a byte order mark", Buffer.from(`\ufeff${TABLE}`)],
    ["GB18030", iconv.encode(TABLE, "gb18030")],
    ["UTF-8 with Windows line ends", Buffer.from(TABLE.replaceAll("\n", "\r\n"))],
    ["UTF-8 with old Mac line ends", Buffer.from(TABLE.replaceAll("\n", "\r"))],
    ["UTF-8 without a last line end", Buffer.from(TABLE.trimEnd())],
  ])("%s is read", async (_, bytes) => {
    for (const chunk of [7, 1 << 20]) {
      const taken = await take(deliver(bytes, "a.csv", chunk));
      expect(headcounts(taken)).toEqual(both);
      expect(recordsOf(taken, "register")[0]!.name).toBe("巫山县“䶮”恋橙公司");
      expect(told(taken)).toEqual([]);
    }
  });

  test.each(["utf-16le", "utf-16be"])("%s is refused and told so", async (encoding) => {
    expect(told(await take(deliver(iconv.encode(TABLE, encoding, { addBOM: true }))))).toEqual(["text-utf16 -"]);
    expect(
      told(await take(deliver(iconv.encode(`code,month,headcount${TABLE}`, encoding, { addBOM: false })))),
    ).toEqual(["text-utf16 -"]);
  });

  test("bytes that are no text in the middle block the whole batch and name the line", async () => {
    const bytes = Buffer.from(many(30_000));
    const at = bytes.indexOf("单位20000");
    bytes[at + 1] = 0xff;
    const taken = await take(deliver(bytes), own);
    expect(taken.kind).toBe("blocked");
    expect(taken.findings).toMatchObject([{ code: "text-encoding-invalid", row: 20_002, severity: "block" }]);
  });

  test("a NUL in the middle blocks: no database could keep it", async () => {
    const taken = await takeText(many(30_000).replace("单位20000", "单\0位"), own);
    expect(taken.findings).toMatchObject([{ code: "text-binary", row: 20_002 }]);
  });

  test("a file cut off inside a character is UTF-8 that broke, not GB18030", async () => {
    const bytes = Buffer.from(TABLE);
    expect(told(await take(deliver(bytes.subarray(0, bytes.indexOf("乙") + 1))))).toEqual(["text-encoding-invalid -"]);
  });
});

describe("what a file is", () => {
  test.each([
    ["empty", Buffer.alloc(0), "file-empty"],
    ["a web page called xls", Buffer.from("<html><table><tr><td>1</td></tr></table>"), "file-html"],
    ["a PDF", Buffer.from("%PDF-1.7 …"), "file-type-unknown"],
    ["noise", Buffer.from([1, 0, 2, 0, 0, 3]), "file-type-unknown"],
    ["a gzip of nothing", gzipSync(""), "file-empty"],
  ])("%s is refused", async (_, bytes, code) => {
    const taken = await take(deliver(bytes, "table"));
    expect([taken.kind, ...told(taken)]).toEqual(["blocked", `${code} -`]);
  });

  test("decides, and an extension that lies is told", async () => {
    const taken = await take(deliver(TABLE, "table.xlsx"));
    expect(told(taken)).toEqual(["file-type-mismatch -"]);
    expect(headcounts(taken)).toEqual(both);
    expect(told(await take(deliver(gzipSync(TABLE), "table.csv")))).toEqual(["file-type-mismatch -"]);
  });
});

describe("gzip", () => {
  test("is read", async () => {
    const taken = await take(deliver(gzipSync(TABLE), "table.csv.gz"));
    expect([headcounts(taken), told(taken)]).toEqual([both, []]);
  });

  test("that is cut off blocks the whole batch after its first blocks", async () => {
    const bytes = gzipSync(many(100_000));
    const taken = await take(deliver(bytes.subarray(0, bytes.length - 500), "table.csv.gz"), own);
    expect(taken.kind).toBe("blocked");
    expect(taken.blocks.length).toBeGreaterThan(0);
    expect(told(taken)).toEqual(["gzip-broken -"]);
  });

  test("that inflates like a bomb is refused within two seconds", { retry: 2 }, async () => {
    const header = "统一社会信用代码,月份,用工人数\n";
    const bomb = gzipSync(header + `${A},2024-01,5\n`.repeat(4_000_000), { level: 9 });
    const started = performance.now();
    const taken = await take(deliver(bomb, "table.csv.gz"));
    expect(told(taken)).toContain("file-inflates -");
    expect(performance.now() - started).toBeLessThan(2000);
  });
});

describe("quotes", () => {
  const header = "统一社会信用代码,单位名称,月份,用工人数";

  test("hold commas, quotes and line ends, and lines are counted as the file has them", async () => {
    const taken = await takeText(`${header}\n${A},"甲,""乙""\n丙",2024-01,5\n${B},丁,2024-01,-5\n`);
    expect(recordsOf(taken, "register")[0]!.name).toBe('甲,"乙"\n丙');
    expect(told(taken)).toEqual(["headcount-negative D4"]);
  });

  test("around every cell make no difference", async () => {
    const quoted = TABLE.trim()
      .split("\n")
      .map((line) =>
        line
          .split(",")
          .map((cell) => `"${cell}"`)
          .join(","),
      )
      .join("\r\n");
    expect(headcounts(await takeText(`\ufeff${quoted}`))).toEqual(both);
  });

  test("inside an unquoted cell are characters", async () => {
    const taken = await takeText(`${header}\n${A},5" 管件厂,2024-01,5\n${B},乙,2024-01,6\n`);
    expect(headcounts(taken)).toEqual(both);
    expect(recordsOf(taken, "register")[0]!.name).toBe('5" 管件厂');
  });

  test("that are not closed block the batch and name the line they open on", async () => {
    const taken = await takeText(`${header}\n${A},甲,2024-01,5\n${B},"乙,2024-01,6\n${A},甲,2024-02,5\n`);
    expect(taken.findings).toMatchObject([{ code: "quote-unclosed", row: 3, severity: "block" }]);
  });

  test("keep line numbers right over many blocks", async () => {
    const text = many(60_000)
      .replaceAll(/(单位\d*7),/g, '"$1\n",')
      .concat("X,坏,2024-01,-1\n");
    const lines = text.split("\n").length - 1;
    expect(told(await takeText(text, own))).toEqual([`headcount-negative D${lines}`]);
  });
});

test("a file without line ends is refused before it fills the memory", async () => {
  const taken = await takeText(`统一社会信用代码,月份,用工人数\n${"x".repeat(6 * 1024 * 1024)}`);
  expect(taken.findings).toMatchObject([{ code: "line-too-long", row: 2 }]);
});

test("a million bad rows do not fill the memory: the batch is blocked with its first findings", async () => {
  const taken = await takeText(`统一社会信用代码,月份,用工人数\n${`${A},2024-01,-5\n`.repeat(150_000)}`);
  expect(taken.findings[0]).toMatchObject({ code: "rows-mostly-bad", severity: "block" });
  expect(taken.findings).toHaveLength(1001);
});
