import { expect, it } from "vitest";
import { LARGE_REDUCTION, lineOf } from "../../models/judging/event-definition.ts";
import { eventChance, foretellingsOf } from "../../models/risk/event-chance.ts";
import { loadProfile, profileNames } from "../../src/profiles/profiles.ts";

it.each(profileNames)("%s says of every kind of event how often it foretells a large reduction, and whence", (name) => {
  const { eventKinds } = loadProfile(name);
  expect(eventKinds).not.toEqual([]);
  for (const { code, chance } of eventKinds) {
    expect(chance?.value, code).toBeGreaterThan(0);
    expect(chance!.value, code).toBeLessThan(1);
    expect(chance!.origin.note.en, code).not.toBe("");
  }
});

it("in Kaunas a notice foretells as much as a layoff plan in Wushan, where it names enough people for the event", () => {
  const kinds = foretellingsOf(loadProfile("kaunas").eventKinds);
  const chance = (people: number | null, headcount: number) =>
    eventChance(
      [{ kind: "redundancy-notice", monthsAgo: 1, day: 0, people }],
      kinds,
      lineOf(LARGE_REDUCTION),
      headcount,
    );
  expect([chance(30, 200), chance(null, 200)]).toEqual([0.6, 0.6]);
  expect([chance(19, 100), chance(20, 201)]).toEqual([0, 0]);
});
