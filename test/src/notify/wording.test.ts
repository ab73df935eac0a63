import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bytes, characters, cut, fitText, jsonBytes } from "../../../src/notify/wording/fit-text.ts";
import { plain, plainInMarkdown } from "../../../src/notify/wording/plain.ts";
import { mentionsOf, wordingOf } from "../../../src/notify/wording/wording.ts";
import { message } from "./given.ts";

describe("text from outside", () => {
  it.each([
    ["神女药业\r\nBcc: a@b.c", "神女药业 Bcc: a@b.c"],
    ["a\u2028b\u2029c\u0000d\u0085e", "a b c d e"],
    ["a\u202Eb\u200Bc\uFEFFd\u2066e", "abcde"],
    ["看 https://evil.example/ 和 ftp://x", "看 https：//evil.example/ 和 ftp：//x"],
    ["  两  头 ", "两 头"],
    ["减少 23 人（-12.5%），A&B_C* [1]", "减少 23 人（-12.5%），A&B_C* [1]"],
  ])("%j becomes %j: one line, no hidden signs, no address", (written, expected) => {
    expect(plain(written)).toBe(expected);
  });

  it.each([
    ["[点我](https://evil.example)", "［点我］(https：//evil.example)"],
    ["![图](x)", "！［图］(x)"],
    ["# 标题", "＃ 标题"],
    ["> 引用", "＞ 引用"],
    ["**粗** _斜_ `码` ~删~ <b>", "＊＊粗＊＊ ＿斜＿ ｀码｀ ～删～ ＜b＞"],
    ["-12.5% 与 3.5", "-12.5% 与 3.5"],
  ])("in Markdown %j becomes %j", (written, expected) => {
    expect(plainInMarkdown(written)).toBe(expected);
  });

  it("is never longer than a line and never a link, whatever it is", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 60 }), (written) => {
        expect(plain(written)).not.toMatch(/[\r\n\u2028\u2029\u202E]|:\/\//);
        expect(plainInMarkdown(written)).not.toMatch(/[[\]*_`#<>|~\\!]/);
      }),
    );
  });
});

describe("fitting", () => {
  const number = "消息编号：n-1"; // 4 × 3 + 3 + 3 = 18 bytes
  it.each([
    // 红 is 3 bytes; 18 of the number, 1 of the line end, 3 of "…"
    [28, "红红红", `红红红\n${number}`],
    [27, "红红红", `红…\n${number}`],
    [25, "红红红", `红…\n${number}`],
    [24, "红红红", `…\n${number}`],
    [22, "红红红", `…\n${number}`],
    [21, "红红红", number],
    [18, "红红红", number],
    // 😀 is 4 bytes and never half
    [29, "😀😀😀", `😀…\n${number}`],
    [30, "😀😀😀", `😀😀…\n${number}`],
  ])("into %i bytes %s becomes %j", (limit, body, expected) => {
    expect(fitText(body, [number], "\n", limit, bytes)).toBe(expected);
  });

  it("gives up the link before the number, and cuts the number only when nothing else is left", () => {
    const link = `https://x.example/${"a".repeat(50)}`;
    expect(fitText("红红红红", [link, number], "\n", 30, bytes)).toBe(`红红…\n${number}`);
    expect(fitText("红红红红", [link, number], "\n", 100, bytes)).toBe(`红红红红\n${link}\n${number}`);
    expect(fitText("红", [number], "\n", 12, bytes)).toBe("消息编号");
  });

  it("never goes over, never breaks a character and keeps the number while there is room for it", () => {
    const measures = fc.constantFrom(bytes, jsonBytes, characters);
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.nat(200), measures, (body, limit, measure) => {
        const fitted = fitText(body, [number], "\n", limit, measure);
        expect(measure(fitted)).toBeLessThanOrEqual(limit);
        expect(() => encodeURIComponent(fitted)).not.toThrow(); // it would on half a character
        if (limit >= measure(`…\n${number}`)) expect(fitted.endsWith(number)).toBe(true);
      }),
    );
  });

  it("counts bytes as JSON writes them, and characters as telephones do", () => {
    expect(jsonBytes('"\n红')).toBe(2 + 2 + 3); // \" and \n
    expect(characters("红😀")).toBe(3);
    expect(cut("红😀", 2, characters)).toBe("红");
  });
});

describe("a message our own code makes", () => {
  it.each(["", "a b", "a.b", "a\r\nb", "键", "a".repeat(65)])("has no key such as %j", (key) => {
    expect(() => wordingOf(message({ key }))).toThrow(RangeError);
  });

  it.each(["javascript:alert(1)", "/alerts/17", "data:text/html,x"])("has no link such as %j", (url) => {
    expect(() => wordingOf(message({ url }))).toThrow(RangeError);
  });

  it("points at nobody whose name could be more than a name", () => {
    const mentions = ["13800001234", "ou_1a2b", "zhang.san", '"></at><at user_id="all', "a b", "", "all\n"];
    expect(mentionsOf(message({ mentions }))).toEqual(["13800001234", "ou_1a2b", "zhang.san"]);
  });
});
