import { describe, expect, it } from "vitest";
import { industryDigits, resolveIndustry, sectionOf, sectorOf } from "../../models/industry.ts";
import { loadProfile } from "../../src/profiles/profiles.ts";

const wushan = loadProfile("wushan");
const kaunas = loadProfile("kaunas");

describe("resolveIndustry", () => {
  it.each([
    ["C20", "20"],
    ["20", "20"],
    ["2011", "20"],
    ["C2011", "20"],
    [" c2011 ", "20"],
    ["Ｃ２０", "20"],
    ["C", "C"],
    ["0111", "01"],
    ["C99", "C"],
    ["C13农副食品加工业", "13"],
    ["农副食品加工业", "13"],
    ["农副食品加工", "13"],
    ["制造业", "C"],
    ["房地产业", "70"],
    ["教育", "83"],
    ["Retail trade", "52"],
    ["A20", null],
    ["99", null],
    ["", null],
    ["养蜂大户", null],
  ])("%j is %j", (raw, code) => {
    expect(resolveIndustry(wushan, raw)).toBe(code);
  });

  it.each([
    ["222300", "22"],
    ["949100", "94"],
    ["01.11", "01"],
    ["", null],
  ])("a NACE code %j is %j", (raw, code) => {
    expect(resolveIndustry(kaunas, raw)).toBe(code);
  });

  it("the digits written stay as fine as they were written", () => {
    expect(industryDigits(wushan, "L7263")).toBe("7263");
    expect(industryDigits(wushan, "零售业")).toBe("52");
    expect(industryDigits(wushan, "A20")).toBe("");
    expect(industryDigits(wushan, "C")).toBe("");
  });
});

describe("sectors", () => {
  // NBS division of the three sectors, domain.md 2.6.
  it.each([
    ["01", 1],
    ["04", 1],
    ["05", 3],
    ["06", 2],
    ["11", 3],
    ["12", 2],
    ["42", 2],
    ["43", 3],
    ["4330", 3],
    ["44", 2],
    ["50", 2],
    ["51", 3],
    ["97", 3],
    ["E", 2],
    ["F", 3],
  ])("%s is of sector %i", (code, sector) => {
    expect(sectorOf(wushan, code)).toBe(sector);
  });

  it.each(["A", "B", "C"])("the letter %s alone says no sector, because it holds two", (letter) => {
    expect(sectorOf(wushan, letter)).toBeNull();
  });

  it("a section is found from any depth", () => {
    expect(sectionOf(wushan, "2011")).toBe("C");
    expect(sectionOf(wushan, "C")).toBe("C");
    expect(sectionOf(kaunas, "222300")).toBe("C");
    expect(sectionOf(wushan, "99")).toBeNull();
  });
});
