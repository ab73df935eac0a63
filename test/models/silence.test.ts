import { describe, expect, it } from "vitest";
import { decide } from "../../models/decision/decide.ts";
import type { AlertState } from "../../models/decision/decision.ts";
import { compileRules } from "../../models/levels.ts";
import { parseMonth } from "../../models/month.ts";
import { believed } from "../../models/risk/foretell.ts";
import { foretellPanel } from "../../models/risk/foretell-panel.ts";
import { compileModel } from "../../models/risk/model.ts";
import { shippedModel } from "../../models/risk/shipped.ts";
import { STATUS } from "../../models/score.ts";
import { cohortMedians } from "../../models/scoring/cohort-medians.ts";
import { cohortTree } from "../../models/scoring/cohort-tree.ts";
import { scorePanel } from "../../models/scoring/score-panel.ts";
import { isUnheard } from "../../models/silence.ts";
import { judgePanel } from "../../models/verdicts.ts";
import { loadProfile } from "../../src/profiles/profiles.ts";
import { handPanel } from "./panels.ts";

const { thresholds, levels, industries, regions, sizeBands, calendar } = loadProfile("wushan");
const tree = cohortTree(industries, regions.length, sizeBands, calendar.springFestival);

/** 60 people for some months, then nothing. */
const gone = (silent: number, persons = 60) =>
  handPanel("2025-06", [{ history: Array.from({ length: 24 }, (_, i) => (i < 24 - silent ? persons : null)) }]);

const scored = (silent: number, persons?: number) => {
  const panel = gone(silent, persons);
  return { panel, scores: scorePanel(panel, cohortMedians(panel, tree, thresholds.detector), thresholds.detector) };
};

describe("an enterprise that reports no more", () => {
  it("alerts from the second month to the twelfth, and then is the register's matter", () => {
    const months = [1, 2, 3, 12, 13, 20];
    const level = months.map((silent) => {
      const { panel, scores } = scored(silent);
      const found = judgePanel(
        panel,
        scores,
        compileRules(thresholds, { levels, industries: [], sizeBands }),
        new Map(),
      ).level[0]!;
      return levels[found]?.code ?? null;
    });
    expect(level).toEqual([null, "blue", "yellow", "yellow", null, null]);
  });

  it("keeps its alert while nobody knows how it stands, and loses it after a year", () => {
    let before: AlertState | null = null;
    const open: boolean[] = [];
    for (let silentMonths = 1; silentMonths <= 16; silentMonths++) {
      before = decide({
        ...{ month: parseMonth("2025-01") + silentMonths, before, reached: [], episodesBefore: 0 },
        found: silentMonths === 2 ? 3 : -1,
        noData: isUnheard(silentMonths, thresholds.decision),
        thresholds: thresholds.decision,
      }).after;
      open.push(before !== null);
    }
    // Told in month 2; unheard to month 12; closed after three months without any level: 13, 14, 15.
    expect(open).toEqual([false, ...Array(13).fill(true), false, false]);
  });

  it("still tells how many people it had, however long ago", () => {
    const { scores } = scored(5);
    expect([scores.status[0], scores.previous[0]]).toEqual([STATUS.silent, 60]);
  });

  it("has the risk of what was reported alone, and none where too few people worked", () => {
    const shipped = compileModel(shippedModel);
    const risk = (persons: number) => {
      const { scores } = scored(2, persons);
      foretellPanel(shipped, scores, new Map([[0, 0.3]]));
      return scores.risk[0];
    };
    expect(risk(60)).toBe(believed(shippedModel.eventBelief, 0.3));
    expect(risk(19)).toBe(0);
  });
});
