import { describe, expect, it } from "vitest";
import type { AlertEpisode } from "../../../models/judging/episodes.ts";
import { leadSummary } from "../../../models/judging/lead-summary.ts";
import { leadTimes, type TruthEvent } from "../../../models/judging/lead-time.ts";

const WINDOWS = { before: 3, after: 1, observedTo: 100 };
const at = (month: number, enterprise = 1, people: number | null = null): TruthEvent => ({ enterprise, month, people });
const alert = (openedMonth: number, closedMonth: number | null, enterprise = 1): AlertEpisode => ({
  ...{ enterprise, openedMonth, closedMonth },
  level: 1,
});
const judge = (events: TruthEvent[], alerts: AlertEpisode[], interventions: TruthEvent[] = []) => {
  const { events: told, alerts: judged } = leadTimes(events, alerts, WINDOWS, interventions);
  return { events: told.map((e) => [e.verdict, e.lead]), alerts: judged.map((a) => a.verdict) };
};

describe("an event", () => {
  it.each<[string, AlertEpisode[], [string, number | null], string[]]>([
    ["an alert opened two months before", [alert(8, null)], ["warned", 2], ["hit"]],
    ["an alert opened in its month", [alert(10, null)], ["warned", 0], ["hit"]],
    ["an alert that opened and closed within three months before", [alert(7, 8)], ["warned", 3], ["hit"]],
    ["an alert that last stood three months before", [alert(5, 8)], ["warned", 3], ["hit"]],
    ["an alert that last stood four months before", [alert(5, 7)], ["missed", null], ["false"]],
    ["an alert that has stood for a year, whose lead ends with the window", [alert(0, null)], ["warned", 3], ["hit"]],
    ["an alert opened in the month after", [alert(11, null)], ["late", -1], ["late"]],
    ["an alert opened two months after", [alert(12, null)], ["missed", null], ["false"]],
    ["an alert of another enterprise", [alert(9, null, 2)], ["missed", null], ["false"]],
    ["an alert withdrawn in the month it opened", [alert(9, 9)], ["missed", null], []],
    ["no alert", [], ["missed", null], []],
  ])("with %s", (_, alerts, event, verdicts) => {
    expect(judge([at(10)], alerts)).toEqual({ events: [event], alerts: verdicts });
  });

  it("takes its first alert; a second one near it is repeated, not false", () => {
    expect(judge([at(10)], [alert(9, 10), alert(7, 8)])).toEqual({
      events: [["warned", 3]],
      alerts: ["repeated", "hit"],
    });
  });
});

describe("an alert", () => {
  it("serves one event: the next needs its own", () => {
    expect(judge([at(10), at(12)], [alert(9, null)])).toEqual({
      events: [
        ["warned", 1],
        ["missed", null],
      ],
      alerts: ["hit"],
    });
  });

  it("is dealt so that as many events as possible are warned of, in whatever order they are told", () => {
    // The first alert reaches months 8–12, the second 11–15; month 12 must take the second, or 11 has none.
    expect(judge([at(12), at(11)], [alert(11, 13), alert(8, 10)])).toEqual({
      events: [
        ["warned", 1],
        ["warned", 3],
      ],
      alerts: ["hit", "hit"],
    });
  });

  it("without an event is intervened, not false, when help was given while it counted", () => {
    expect(judge([], [alert(8, 10)], [at(9)]).alerts).toEqual(["intervened"]);
    expect(judge([], [alert(8, 10)], [at(12)]).alerts).toEqual(["intervened"]);
    expect(judge([], [alert(8, 10)], [at(7)]).alerts).toEqual(["false"]);
    expect(judge([], [alert(8, 10)], [at(13)]).alerts).toEqual(["false"]);
  });

  it("is pending while its window reaches beyond the months known, but not for ever", () => {
    expect(judge([], [alert(98, null), alert(97, null, 2), alert(50, null, 3)]).alerts).toEqual([
      "pending",
      "false",
      "false",
    ]);
  });
});

describe("the summary", () => {
  const events = [at(10, 1, 30), at(10, 2, 50), at(10, 3, 20), at(10, 4)];

  it("counts an event never warned of as missed, in the median and in the share as well", () => {
    // Leads 2, 0, −1 (late) and none: sorted −∞, −1, 0, 2, so the median is −½.
    const told = leadTimes(events, [alert(8, null), alert(10, null, 2), alert(11, null, 3), alert(50, 51, 9)], WINDOWS);
    expect(leadSummary(told)).toEqual({
      ...{ events: 4, warned: 2, late: 1, missed: 1, recall: 0.5 },
      ...{ medianLead: -0.5, medianLeadWarned: 1, ahead: 0.25 },
      ...{ people: 100, peopleWarned: 80, alerts: 4 },
      verdicts: { hit: 2, late: 1, repeated: 0, intervened: 0, pending: 0, false: 1 },
      precision: 2 / 3,
    });
  });

  it("has no median when half of the events were never warned of, and no shares without events", () => {
    expect(leadSummary(leadTimes(events, [alert(8, null), alert(8, null, 2)], WINDOWS)).medianLead).toBeNull();
    const { recall, medianLead, ahead, precision } = leadSummary(leadTimes([], [], WINDOWS));
    expect([recall, medianLead, ahead, precision]).toEqual([null, null, null, null]);
  });
});
