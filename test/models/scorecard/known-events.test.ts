import { expect, it } from "vitest";
import { countFeedback } from "../../../models/scorecard/feedback.ts";
import { knownEvents } from "../../../models/scorecard/known-events.ts";

it("a layoff that people told of is an event too, unless the headcounts tell of it within the horizon", () => {
  const event = (enterprise: number, month: number, people: number | null = null) => ({ enterprise, month, people });
  const seen = [event(1, 100, 30)];
  const told = [event(1, 103), event(1, 104), event(2, 100)];
  expect(knownEvents(seen, told, 3)).toEqual([event(1, 100, 30), event(1, 104), event(2, 100)]);
});

it("answers are counted by whether and why, the commonest reason first", () => {
  const answer = (useful: boolean, reason: string) => ({ useful, reason });
  expect(countFeedback([answer(true, "early"), answer(false, "season"), answer(false, "season")])).toEqual({
    ...{ useful: 1, notUseful: 2 },
    reasons: [
      { reason: "season", answers: 2 },
      { reason: "early", answers: 1 },
    ],
  });
});
