import { describe, expect, it } from "vitest";
import { text } from "../../../models/text.ts";
import { sharedTail } from "../../../reports/wording/shared-tail.ts";

const BELOW = text("余见表注", "see below");
const said = (...zh: string[]) =>
  sharedTail(
    zh.map((one) => text(one, one.replaceAll("；", "; "))),
    BELOW,
  );

describe("what most origins end with", () => {
  it("is said once, and each says where its own goes on", () => {
    const { heads, tail } = said("甲；先于减员；默认值", "乙；先于减员；默认值", "丙");
    expect(tail).toEqual(text("先于减员；默认值", "先于减员; 默认值"));
    expect(heads.map(({ zh }) => zh)).toEqual(["甲；余见表注", "乙；余见表注", "丙"]);
    expect(heads[1]!.en).toBe("乙; see below");
  });

  it.each([
    ["half of them", ["甲；默认值", "乙；默认值", "丙", "丁"]],
    ["one alone", ["甲；默认值"].concat("乙")],
    ["none", []],
    ["all, word for word, without a clause before it", ["默认值", "默认值"]],
  ])("is left where it stands when it is shared by %s", (_who, texts) => {
    expect(said(...texts)).toEqual({ heads: texts.map((t) => text(t, t.replaceAll("；", "; "))), tail: text("", "") });
  });
});
