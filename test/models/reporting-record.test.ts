import { describe, expect, it } from "vitest";
import { reportingRecords } from "../../models/reporting-record.ts";
import { handPanel } from "./panels.ts";

const recordOf = (history: readonly (number | null)[], closed = false) =>
  reportingRecords(handPanel("2025-12", [{ history, closed }]), 3)[0];
const none = (n: number) => Array<null>(n).fill(null);

describe("reports due and come over three months", () => {
  it.each<[string, readonly (number | null)[], boolean, number, number]>([
    ["all came", [5, 5, 5, 5], false, 3, 3],
    ["one is missing", [5, 5, null, 5], false, 3, 2],
    ["silent since last month", [5, 5, 5, null], false, 3, 2],
    ["silent for the sixth month in the last of the three", [5, ...none(6)], false, 3, 0],
    ["silent for the sixth month in the first of the three", [5, ...none(8)], false, 1, 0],
    ["silent for seven months before", [5, ...none(9)], false, 0, 0],
    ["came back after a year", [5, ...none(12), 5], false, 1, 1],
    ["began in the second month", [null, null, 5, 5], false, 2, 2],
    ["never reported", none(4), false, 0, 0],
    ["ceased after the first month", [5, 5, null, null], true, 1, 1],
    ["ceased before", [5, null, null, null], true, 0, 0],
  ])("%s", (_, history, closed, expected, reported) => {
    expect(recordOf(history, closed)).toEqual({ expected, reported });
  });
});
