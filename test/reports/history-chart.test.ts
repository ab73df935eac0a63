import { describe, expect, it } from "vitest";
import { type HistoryPoint, historyChart } from "../../reports/history-chart.ts";
import { levels } from "../../src/profiles/levels.ts";

const [red, orange] = levels;

const month = (name: string, headcount: number | null, marks: Partial<HistoryPoint> = {}): HistoryPoint => ({
  ...{ month: name, headcount, expected: null, lower: null, springFestival: false },
  ...{ alerts: [], hasEvents: false, breaks: false },
  ...marks,
});

const drawn = (points: readonly HistoryPoint[]) => historyChart(points, "zh").data.datasets;
const named = (points: readonly HistoryPoint[], label: string) => drawn(points).filter((set) => set.label === label);

describe("the history of an enterprise", () => {
  it("is a line and a band where nothing happened", () => {
    const labels = drawn([month("2025-03", 300), month("2025-04", 310)]).map(({ label }) => label);
    expect(labels).toEqual(["用工人数", "用工人数", "下限至预计"]);
  });

  it("carries an alert on its line, in the shape and colour of its level", () => {
    const points = [month("2025-03", 300), month("2025-04", 240, { alerts: [orange!] }), month("2025-05", 235)];
    expect(named(points, "◆橙色预警")).toMatchObject([
      { data: [null, 240, null], pointStyle: "rectRot", pointBackgroundColor: orange!.color, showLine: false },
    ]);
  });

  it("draws each level once, and both of a month that had two", () => {
    const points = [month("2025-03", 300, { alerts: [red!] }), month("2025-04", 240, { alerts: [red!, orange!] })];
    expect(named(points, "▲红色预警")).toMatchObject([{ data: [300, 240], pointStyle: "triangle" }]);
    expect(named(points, "◆橙色预警")).toMatchObject([{ data: [null, 240] }]);
  });

  it("shows an alert without a level as an open circle, in no level's colour", () => {
    const points = [month("2025-03", 300, { alerts: [null] })];
    expect(named(points, "○预警（原因已消除）")).toMatchObject([{ data: [300], pointStyle: "circle" }]);
    const [alert] = named(points, "○预警（原因已消除）");
    expect(levels.map(({ color }) => color)).not.toContain(alert!.pointBorderColor);
  });

  it("leaves the gap of a silent month open and sets its alert at the figure before", () => {
    const points = [month("2025-03", 300), month("2025-04", null, { alerts: [red!] }), month("2025-05", 280)];
    expect(drawn(points)[1]).toMatchObject({ data: [300, null, 280], spanGaps: false });
    expect(named(points, "▲红色预警")).toMatchObject([{ data: [null, 300, null] }]);
  });

  it("sets the alert of a silence at the beginning at the first figure that there is, and none where there is none", () => {
    const silent = month("2025-03", null, { alerts: [red!] });
    expect(named([silent, month("2025-04", 280)], "▲红色预警")).toMatchObject([{ data: [280, null] }]);
    expect(named([silent], "▲红色预警")).toMatchObject([{ data: [null] }]);
  });

  it("marks a month with events by one neutral cross", () => {
    const points = [month("2025-03", 300), month("2025-04", 240, { hasEvents: true })];
    expect(named(points, "×动态")).toMatchObject([{ data: [null, 240], pointStyle: "crossRot" }]);
  });

  it("marks a level shift by a dashed line from foot to top", () => {
    const points = [month("2025-03", 300), month("2025-04", 240, { breaks: true })];
    expect(named(points, "┆水平变动")).toMatchObject([
      {
        data: [
          { x: "2025-04", y: 0 },
          { x: "2025-04", y: 1 },
        ],
        ...{ yAxisID: "shade", borderDash: [4, 4] },
      },
    ]);
  });

  it("shades the months of Spring Festival", () => {
    const points = [month("2025-01", 300, { springFestival: true }), month("2025-02", 290)];
    expect(named(points, "春节所在月")).toMatchObject([{ type: "bar", data: [1, null], yAxisID: "shade" }]);
  });
});
