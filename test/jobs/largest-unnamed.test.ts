import { describe, expect, it } from "vitest";
import { withheldOfMonth } from "../../jobs/run/reports/withheld.ts";
import { withoutLargest } from "../../jobs/run/reports/without-largest.ts";
import { WITHOUT_DOMINANT } from "../../models/groups/printed-groups.ts";
import { membershipOf } from "../../models/membership.ts";
import type { Panel } from "../../models/panel.ts";
import { scopeMembers } from "../../models/scope-members.ts";
import { monthlyFacts } from "../../reports/facts.ts";
import { withoutNames } from "../../reports/told-groups.ts";
import { mainLosses } from "../../reports/wording/brief.ts";
import { withoutDominantSentences } from "../../reports/wording/without-largest.ts";
import { handPanel, type TestEnterprise } from "../models/panels.ts";
import { monthlyInput, PROFILE } from "../reports/monthly-input.ts";
import { outlookInput } from "../reports/outlook-input.ts";
import { pageOf } from "../reports/page.ts";

/** The largest four in an industry and a town each with many others; three of them moved most. */
const LARGEST: readonly TestEnterprise[] = [
  { history: [900, 860], industry: 4, region: 1 },
  { history: [800, 770], industry: 5, region: 2 },
  { history: [700, 720], industry: 4, region: 2 },
  { history: [600, 600], industry: 5, region: 1 },
];
const OTHERS: readonly TestEnterprise[] = Array.from({ length: 40 }, (_, i) => ({
  history: [100, 100 - (i % 5)],
  ...{ industry: 4 + (i % 2), region: 1 + (Math.floor(i / 2) % 2) },
}));

const panel = handPanel("2025-11", [...LARGEST, ...OTHERS]);
const outlook = outlookInput(panel);
const withheldIn = (of: Panel, alerted: readonly number[]) => {
  const membership = membershipOf(of, PROFILE, new Map());
  return withheldOfMonth({
    ...{ month: of.month, profile: PROFILE, panel: of, membership, members: scopeMembers(of, PROFILE, membership) },
    ...{ alerted: alerted.map((row) => ({ row })), outlook: outlookInput(of), figures: monthlyInput(of).figures },
  });
};
const withheldWith = (alerted: readonly number[]) => withheldIn(panel, alerted);

/** The same with eleven months more before, in which somebody had so many people, or was not there. */
const since = (one: TestEnterprise, persons: number | null): TestEnterprise => ({
  ...one,
  history: [...new Array<number | null>(11).fill(persons), ...one.history],
});

describe("the figures without the largest employers", () => {
  it("are told, because those employers are then not named among who moved most", () => {
    const { withheld, unnamed } = withheldWith([]);
    expect(withheld.has(WITHOUT_DOMINANT)).toBe(false);
    expect([...unnamed].toSorted()).toEqual([1, 2, 3, 4]);
    const facts = monthlyFacts(monthlyInput(panel, { withheld, outlook: withoutNames(outlook, unnamed) }));
    const { losses, gains } = facts.outlook!.place;
    for (const { enterprise } of [...losses, ...gains]) expect(unnamed.has(enterprise)).toBe(false);
    // 44 enterprises of 7,000 persons less the largest four: 40 of 4,000, of whom 8 × (0 + 1 + 2 + 3 + 4) = 80 left.
    expect(withoutDominantSentences(facts).zh).toContain("与上月共同样本40户相比，减少80人，环比下降2.00%");
    expect(mainLosses(facts.outlook!).zh).toMatch(/^除用工规模最大的4户外，减少较多的企业为/);
    expect(pageOf(facts)).toContain("用工规模最大的4户企业不在此列名");
  });

  it("leave out more where one alone of the largest was there a year ago, whose persons the comparison with then would tell", () => {
    const [last, ...rest] = LARGEST.toReversed();
    const others = OTHERS.map((one) => since(one, 100));
    const grown = handPanel("2025-11", [...rest.map((one) => since(one, null)), since(last!, 555), ...others]);
    const more = withheldIn(grown, []);
    expect([more.withheld.has(WITHOUT_DOMINANT), more.leftOut > 4, more.leftOut <= 8]).toEqual([false, true, true]);
    const all = handPanel("2025-11", [...LARGEST.map((one) => since(one, 700)), ...others]);
    expect(withheldIn(all, [])).toMatchObject({ leftOut: 4 });
    expect(withheldIn(all, []).withheld.has(WITHOUT_DOMINANT)).toBe(false);
  });

  // Alerts name three of the four, so that the fourth would follow; with two more left out three are not known.
  it("leave out more where alerts name all but one of them, and the report says so", async () => {
    const { withheld, leftOut } = withheldWith([0, 1, 2]);
    expect([withheld.has(WITHOUT_DOMINANT), leftOut]).toEqual([false, 6]);
    const input = monthlyInput(panel, { withheld, outlook });
    const { figures, profile } = input;
    const stored = { scope: input.scope, all: figures, withoutDominant: figures, trend: [], dominant: input.dominant };
    const { withoutDominant, dominant } = await withoutLargest(stored, leftOut, {
      ...{ panel, profile, membership: membershipOf(panel, PROFILE, new Map()) },
    });
    // 7,000 − 860 − 770 − 720 − 600 − two of the eight with 100: 4,000 − 80 − 200 = 3,720 of 38.
    const said = withoutDominantSentences(monthlyFacts({ ...input, withoutDominant, dominant })).zh;
    expect(said).toContain("剔除用工规模最大的6户企业");
    expect(said).toContain("期末用工3,720人，与上月共同样本38户相比，减少80人");
    expect(said).toContain("通常剔除4户；本期只剔除4户可推算个别企业用工，故多剔除几户。");
  });

  it("are withheld, and all are named, where alerts name too many of them anyway; the lead says so", () => {
    const { withheld, unnamed } = withheldWith([0, 1, 2, 9, 14, 19]); // all but two of the eight largest
    expect([withheld.has(WITHOUT_DOMINANT), unnamed.size]).toEqual([true, 0]);
    const facts = monthlyFacts(monthlyInput(panel, { withheld, outlook }));
    expect(withoutDominantSentences(facts)).toEqual({
      zh: "剔除用工规模最大的4户企业后的数字可推算个别企业用工，本期不予公布。",
      en: "The figures without the largest 4 enterprises are withheld: single enterprises would follow from them.",
    });
    expect(mainLosses(facts.outlook!).zh).toMatch(/^减少较多的企业为第1号企业（40人）/);
  });
});
