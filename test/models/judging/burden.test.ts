import { describe, expect, it } from "vitest";
import { burdenOf } from "../../../models/judging/burden.ts";
import { type AlertEpisode, episodesFrom, type LevelChange } from "../../../models/judging/episodes.ts";

const alert = (enterprise: number, openedMonth: number, closedMonth: number | null): AlertEpisode => ({
  ...{ enterprise, openedMonth, closedMonth },
  level: 0,
});
const change = (enterprise: number, month: number, before: number, after: number): LevelChange => ({
  ...{ enterprise, month, before, after },
});

describe("the burden of alerts", () => {
  it("is counted per 100 enterprises and month, and per enterprise and year", () => {
    // 50 enterprises, months 1–12: 600 enterprise-months. Opened: 3. Standing months: 2 + 3 + 4 = 9.
    const episodes = [alert(1, 2, 4), alert(1, 8, 11), alert(2, 9, null)];
    const changes = [change(1, 2, -1, 1), change(1, 3, 1, 0), change(1, 4, 0, -1), change(3, 13, -1, 0)];
    expect(burdenOf({ episodes, changes }, { enterpriseMonths: 600, from: 1, to: 12 })).toEqual({
      opened: 3,
      perHundred: 0.5,
      standing: 1.5,
      repeated: 1 / 3,
      flapping: expect.closeTo((3 * 12) / 600, 12),
    });
  });

  it("knows alerts from before: they stand on and make the next one a repeat, but were not opened here", () => {
    const episodes = [alert(1, -5, 3), alert(1, 6, 7)];
    const burden = burdenOf({ episodes, changes: [] }, { enterpriseMonths: 100, from: 1, to: 10 });
    expect(burden).toMatchObject({ opened: 1, repeated: 1, standing: 3 });
  });

  it("has no figure where nothing was watched or opened", () => {
    expect(burdenOf({ episodes: [], changes: [] }, { enterpriseMonths: 0, from: 1, to: 0 })).toEqual({
      ...{ opened: 0, perHundred: null, standing: null, repeated: null, flapping: null },
    });
  });
});

describe("the alerts a bare score would have raised", () => {
  it("stand while it reaches a threshold, at their most severe level, and say every change", () => {
    const rows = { enterprise: Int32Array.of(1, 1, 1, 1, 1), month: Int32Array.of(5, 4, 3, 2, 1) };
    const told = episodesFrom(rows, Float64Array.of(0.6, 0.1, 0.5, 0.95, 0.6), [0.9, 0.5]);
    expect(told.episodes).toEqual([
      { enterprise: 1, openedMonth: 1, closedMonth: 4, level: 0 },
      { enterprise: 1, openedMonth: 5, closedMonth: null, level: 1 },
    ]);
    expect(told.changes.map(({ month, before, after }) => [month, before, after])).toEqual([
      [1, -1, 1],
      [2, 1, 0],
      [3, 0, 1],
      [4, 1, -1],
      [5, -1, 1],
    ]);
  });

  it("end in a month without a row or without a score, in the middle as at the end", () => {
    const rows = { enterprise: Int32Array.of(1, 1, 2, 3, 3), month: Int32Array.of(1, 3, 2, 3, 4) };
    const told = episodesFrom(rows, Float64Array.of(1, 1, 1, 1, Number.NaN), [0.5]);
    expect(told.episodes.map((e) => [e.enterprise, e.openedMonth, e.closedMonth])).toEqual([
      [1, 1, 2],
      [1, 3, 4],
      [2, 2, 3],
      [3, 3, 4],
    ]);
  });
});
