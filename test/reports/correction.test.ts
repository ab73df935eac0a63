import { describe, expect, it } from "vitest";
import { parseMonth } from "../../models/month.ts";
import { text } from "../../models/text.ts";
import { changesBetween } from "../../reports/correction/compare.ts";
import { correctionDocument } from "../../reports/correction/document.ts";
import { correctionFacts } from "../../reports/correction/facts.ts";
import { passagesIn } from "../../reports/correction/passages.ts";
import { saidNumbers } from "../../reports/correction/said-numbers.ts";
import { type AnyFacts, documentOf } from "../../reports/document-of.ts";
import { monthlyFacts } from "../../reports/facts.ts";
import { flashFacts } from "../../reports/flash/facts.ts";
import type { FlashEvent } from "../../reports/flash/input.ts";
import { leadSentences } from "../../reports/wording/lead.ts";
import { same } from "../../reports/wording/say.ts";
import { loadProfile } from "../../src/profiles/profiles.ts";
import { handPanel, randomPanel } from "../models/panels.ts";
import { alert, monthlyInput, PROFILE } from "./monthly-input.ts";
import { outlookInput } from "./outlook-input.ts";

const ORIGINAL = { id: 7, title: text("专报", "Flash"), number: text("1号", "No. 1"), issuedOn: "2024-07-12" };
const wushan = loadProfile("wushan");

interface Told {
  readonly people?: number | null;
  readonly before?: number;
  readonly asOf?: string;
  readonly others?: readonly FlashEvent[];
}

/** A layoff plan at an enterprise of `before` people. */
const flash = ({ people = 25, before = 200, asOf = "2024-07-12", others = [] }: Told = {}) =>
  flashFacts({
    ...{ profile: wushan, id: "A/art41-notice/2024-07-10", month: parseMonth("2024-07"), asOf },
    ...{ vintage: same(`v ${asOf}`), model: "m", simulated: true, others, alert: null, rulesOnly: null },
    event: { kind: "art41-notice", occurredOn: "2024-07-10", people, note: null },
    enterprise: {
      ...{ code: "A", name: "甲", industry: null, region: null, departments: [], specialist: null },
      ...{ keyEnterprise: false, history: [before, before, null] },
    },
  });

const later = (told: Told) => flash({ asOf: "2024-08-12", ...told });
const corrected = (after: AnyFacts, before: AnyFacts = flash()) => correctionFacts(ORIGINAL, before, after);

describe("the correction of a flash report", () => {
  it("tells the sentence whose number changed, and the finding that follows from it", () => {
    const { changes, passages } = corrected(later({ people: 12 }))!;
    expect(changes).toEqual([]); // the number stands in no table
    // 12 of 200 is 6 %: neither twenty nor a tenth.
    const lead = passages!.find(({ before }) => before?.zh.includes("涉及25人"))!;
    expect(lead.after!.zh).toContain("涉及12人，占2024年6月用工200人的6.0%");
    expect(lead.after!.en).toContain("12 persons concerned, 6.0% of the 200 persons");
    expect(
      passages!.some(({ before, after }) => before?.zh.includes("二十人以上") && after?.zh.includes("未达到")),
    ).toBe(true);
  });

  it("tells that a number is known now which was not", () => {
    const { passages } = corrected(later({ people: 25 }), flash({ people: null }))!;
    expect(passages!.map(({ after }) => after?.zh ?? "").join("")).toContain("涉及25人");
  });

  it("says a revised headcount in the table of months and in the sentence that holds the share", () => {
    const { changes, passages } = corrected(later({ before: 240 }))!;
    expect(changes.map(({ row, before, after }) => [row.zh, before.zh, after.zh])).toEqual([
      ["2024-06", "200", "240"],
      ["2024-05", "200", "240"],
    ]);
    expect(passages!.map(({ after }) => after!.zh)).toEqual([expect.stringContaining("240人的10.4%")]); // 25 / 240
  });

  it.each([
    ["nothing changed but the day", later({})],
    ["a headcount moved by less than the bound", later({ before: 201 })], // half a per cent; 12.5 % → 12.4 %
    [
      "something happened since",
      later({ others: [{ kind: "closure", occurredOn: "2024-08-01", people: 200, note: null }] }),
    ],
  ])("is not written where %s", (_what, after) => {
    expect(corrected(after)).toBeNull();
  });

  it("keeps the report as corrected, so that the same is not corrected twice", () => {
    const after = later({ people: 12 });
    expect(corrected(later({ people: 12, asOf: "2024-09-01" }), corrected(after)!.said!)).toBeNull();
  });

  it.each(["zh", "en"] as const)("lists sentences with where they stand, in %s", (language) => {
    const { blocks } = correctionDocument(corrected(later({ people: 12 }))!, language, null);
    const tables = blocks.flatMap((block) => (block.kind === "table" ? [block] : []));
    expect(tables.map(({ id }) => id)).toEqual(["passages"]);
    expect(JSON.stringify(tables)).toContain(language === "zh" ? "涉及12人" : "12 persons concerned");
  });
});

describe("the correction of a monthly report", () => {
  const panel = randomPanel(300, PROFILE, parseMonth("2025-12"));
  const input = monthlyInput(panel, { alerts: [alert()], outlook: outlookInput(panel) });
  const before = monthlyFacts(input);

  it("says that a row is listed no more, and that one is listed now", () => {
    const other = alert({ code: "91500237999999999B", name: "大宁河纺织有限公司" });
    const { large } = changesBetween(before, monthlyFacts({ ...input, alerts: [other] }));
    expect(large).toContainEqual(
      expect.objectContaining({
        row: text("巫峡电子有限公司", "巫峡电子有限公司"),
        after: text("不再列出", "no longer listed"),
      }),
    );
    expect(large).toContainEqual(
      expect.objectContaining({
        row: text("大宁河纺织有限公司", "大宁河纺织有限公司"),
        before: text("未列", "not listed"),
      }),
    );
  });

  it("tells a number once: a sentence that repeats a changed cell is not listed beside it", () => {
    const of = (last: number) =>
      monthlyFacts(
        monthlyInput(
          handPanel(
            "2025-12",
            [200, 90, 80].map((n) => ({ history: [n, n === 200 ? last : n] })),
          ),
        ),
      );
    const [was, is] = [of(190), of(150)];
    expect(leadSentences(was).zh).toContain("期末用工360人");
    const { large, passages } = changesBetween(was, is);
    expect(large).toContainEqual(
      expect.objectContaining({
        row: text("期末用工（共同样本）", "End of this month, common sample"),
        after: same("320"),
      }),
    );
    for (const { before: said } of passages) expect(said?.zh ?? "").not.toContain("期末用工360人");
  });

  it("knows a row again whose name holds a count that changed", () => {
    const movements = { ...input.movements!, enterprises: input.movements!.enterprises - 1 };
    const { large } = changesBetween(before, monthlyFacts({ ...input, movements }));
    expect(large.filter(({ column }) => column.en === "the whole row")).toEqual([]);
  });

  it("finds nothing to correct in the same report", () => {
    expect(changesBetween(before, monthlyFacts(input))).toEqual({ beyond: false, large: [], passages: [], small: 0 });
  });

  it("reads the same number of passages in both languages, each with words in both", () => {
    const both = { zh: documentOf(before, "zh", null), en: documentOf(before, "en", null) };
    const passages = passagesIn(both);
    expect(both.en.blocks.map(({ kind }) => kind)).toEqual(both.zh.blocks.map(({ kind }) => kind));
    expect(passages.length).toBeGreaterThan(50);
    for (const { said } of passages) expect([said.zh, said.en]).not.toContain("");
  });
});

describe("the numbers of a sentence", () => {
  it.each([
    ["2025年12月，应报211户，报送率98.5%，期末用工7.61万人。", [211, 0.985, 76100]],
    ["截至2026-01-31获知、第12批及以前的数据", []],
    ["截至2026年1月31日获知、第12批及以前的数据", []],
    ["减少1,234人（-0.56%），比上月多0.3个百分点", [1234, 0.0056, 0.003]],
    ["统一社会信用代码91500237MA60000084", [91500237]],
  ])("%s", (sentence, values) => {
    expect(saidNumbers(sentence).map(({ value }) => Number(value.toPrecision(12)))).toEqual(values);
  });
});
