import { describe, expect, it } from "vitest";
import type { EnterpriseView } from "../../../src/web/enterprise/enterprise-view.ts";
import { timeline } from "../../../src/web/enterprise/timeline.ts";
import { marksTold, monthTold } from "../../../src/web/enterprise/timeline-words.ts";
import { wushan } from "../../county.ts";

const told = (month: string, headcount: number) => ({ month, headcount, expected: null, lower: null });
const [first, second] = wushan.eventKinds;

const alert = (openedMonth: string, level: string | null): NonNullable<EnterpriseView["alerts"]>[number] => ({
  ...{ kind: "enterprise", number: "1", code: "A", name: null, level, state: "raised", owner: null, openedMonth },
  ...{ raisedAt: "2025-04-10T00:00:00Z", headline: null, explanation: null, industry: null, region: null },
  departments: [],
});
const event = (kind: string, occurredOn: string) => ({ kind, occurredOn, publishedOn: "2025-06-01", people: null });

// New Year's day of 2025 was 29 January.
const months = timeline(
  {
    history: [told("2025-01", 300), told("2025-02", 298), told("2025-04", 240)],
    alerts: [alert("2025-04", "orange"), alert("2024-06", "red")],
    events: [
      event(first!.code, "2025-04-30"),
      event(first!.code, "2025-04-02"),
      event(second!.code, "2025-04-01"),
      event(first!.code, "2025-05-01"),
    ],
    judgement: {
      ...{ risk: null, riskKind: null, riskLow: null, riskHigh: null },
      level: null,
      rules: [],
      breakMonth: "2025-02",
    },
  },
  wushan,
);

describe("the time line of an enterprise", () => {
  it("has every month from the first to the last, that nobody told of too", () => {
    expect(months.map(({ month, headcount }) => [month, headcount])).toEqual([
      ["2025-01", 300],
      ["2025-02", 298],
      ["2025-03", null],
      ["2025-04", 240],
    ]);
  });

  it("carries alerts, events and the level shift in their months, each kind of event once", () => {
    expect(months.map(({ alerts }) => alerts.map((level) => level?.code))).toEqual([[], [], [], ["orange"]]);
    expect(months.map(({ events }) => events)).toEqual([[], [], [], [first!.code, second!.code]]);
    expect(months.map(({ breaks }) => breaks)).toEqual([false, true, false, false]);
    expect(months.map(({ springFestival }) => springFestival)).toEqual([true, false, false, false]);
  });

  it("says in both languages what is marked and when", () => {
    const { zh, en } = marksTold(months, wushan);
    expect(zh).toBe(
      `图中标记：2025-02┆水平变动；2025-04◆橙色预警；2025-04×动态（${first!.name.zh}、${second!.name.zh}）。浅灰竖带为春节所在月。`,
    );
    expect(en).toBe(
      ` Marked: 2025-02 ┆ level shift; 2025-04 ◆ Orange; 2025-04 × event (${first!.name.en}, ${second!.name.en}). The light bands are the months of Spring Festival.`,
    );
  });

  it("says it at the month's row too, and nothing at a month without", () => {
    const rows = months.map((one) => monthTold(one, wushan).zh);
    expect(rows).toEqual([...["春节", "┆水平变动", ""], `◆橙色预警；×动态（${first!.name.zh}、${second!.name.zh}）`]);
  });

  it("tells a reader without alerts of none, nor of a judgement", () => {
    const plain = timeline({ history: [told("2025-04", 240)] }, wushan);
    expect(plain).toMatchObject([{ alerts: [], events: [], hasEvents: false, breaks: false }]);
    expect(marksTold(plain, wushan)).toEqual({ zh: "", en: "" });
    expect(timeline({ history: [] }, wushan)).toEqual([]);
  });
});
