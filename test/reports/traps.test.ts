import { describe, expect, it } from "vitest";
import { monthlyFacts } from "../../reports/facts.ts";
import { monthlyDocument } from "../../reports/monthly/document.ts";
import { leadSentences } from "../../reports/wording/lead.ts";
import { stateSentence } from "../../reports/wording/state.ts";
import { loadProfile } from "../../src/profiles/profiles.ts";
import { handPanel, randomPanel } from "../models/panels.ts";
import { alert, monthlyInput, PROFILE } from "./monthly-input.ts";
import { outlookInput } from "./outlook-input.ts";

/** What those who write such reports most often get wrong, as far as no test nearer to the thing is named after it. */
describe("a report falls into none of the traps of the trade", () => {
  it("a headcount that stands still while work has stopped: idle people and lost dispatch workers are told beside it", () => {
    const idle = { history: [200, 200], hidden: 80, dispatch: 10, dispatchBefore: 30 };
    const facts = monthlyFacts(monthlyInput(handPanel("2025-12", [idle, { history: [9, 9] }, { history: [9, 9] }])));
    expect(leadSentences(facts).zh).toContain("环比持平");
    // 80 of the 200 now on the books of those that told: 40 %.
    expect(stateSentence(facts).zh).toContain("劳务派遣10人，比上月减少20人；隐性失业80人，占填报企业期末用工的40.00%");
    expect(stateSentence(facts).en).toContain("hidden unemployment 80 persons, 40.00% of those reported on");
  });

  it("a prefecture that is not there: every town stands right below the county, and the county is the whole", () => {
    const { place, regions } = loadProfile("wushan");
    expect(regions.length).toBeGreaterThan(0);
    for (const { code, parent } of regions) expect([code, parent]).toEqual([code, place]);
  });

  it.each(["zh", "en"] as const)("the look of Markdown: no word of a report in %s has its marks", (language) => {
    const panel = randomPanel(200, PROFILE, handPanel("2025-12", [{ history: [1] }]).month);
    const facts = monthlyFacts(monthlyInput(panel, { alerts: [alert()], outlook: outlookInput(panel) }));
    const { title, blocks } = monthlyDocument(facts, language, null);
    const words = [...JSON.stringify(blocks).matchAll(/"(?:text|title|caption|head|says)":"((?:[^"\\]|\\.)*)"/g)];
    expect(words.length).toBeGreaterThan(500);
    for (const said of [title, ...words.map(([, word]) => word!)])
      expect(said).not.toMatch(/\*\*|__|`|^#+ |^[-+] |^\* .|\]\(|^>|\|/);
  });
});
