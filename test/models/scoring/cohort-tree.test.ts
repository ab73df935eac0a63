import { expect, test } from "vitest";
import { cohortTree } from "../../../models/scoring/cohort-tree.ts";
import { industries, tree } from "./panels.ts";

test("every industry ranks right before its descendants", () => {
  const byRank = [...tree.industryRank.keys()].sort((a, b) => tree.industryRank[a] - tree.industryRank[b]);
  expect(byRank.map((i) => industries[i].code)).toEqual(["A", "11", "111", "112", "12", "B", "21"]);
});

test("a group's division is found, and a section is its own", () => {
  expect([...tree.industryDivision].map((i) => industries[i].code)).toEqual(["A", "11", "11", "11", "12", "B", "21"]);
});

test("unknown parents, rings and unsorted bands are refused by name", () => {
  expect(() => cohortTree([{ code: "11", parent: "X" }], 1, [0])).toThrow("industry 11 names an unknown parent X");
  const ring = [
    { code: "1", parent: "2" },
    { code: "2", parent: "1" },
  ];
  expect(() => cohortTree(ring, 1, [0])).toThrow("its own ancestor");
  expect(() => cohortTree([], 1, [10, 5])).toThrow("size bands must ascend from 0, got 10, 5");
});
