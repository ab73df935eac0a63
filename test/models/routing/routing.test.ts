import { describe, expect, it } from "vitest";
import { pauseOn } from "../../../models/alert/pause.ts";
import { HOUR, instantOn } from "../../../models/instant.ts";
import { deskKey, parseDesk } from "../../../models/routing/desk.ts";
import { acknowledgeBy, dueEscalation } from "../../../models/routing/escalation.ts";
import { type Absence, type Duty, type Recipient, recipientsOf } from "../../../models/routing/recipients.ts";
import { type Routed, routeAlert } from "../../../models/routing/route-alert.ts";
import { isWorkingDay, workingDayFrom } from "../../../models/routing/working-days.ts";
import { loadProfile } from "../../../src/profiles/profiles.ts";

const wushan = loadProfile("wushan");

describe("working days", () => {
  // 国办发明电 for 2026: Spring Festival 15–23 February, worked on Saturday 14 and 28; National Day 1–7 October, worked on
  // Sunday 20 September and Saturday 10 October.
  it.each([
    ["2026-02-13", true],
    ["2026-02-14", true],
    ["2026-02-15", false],
    ["2026-02-23", false],
    ["2026-02-24", true],
    ["2026-02-28", true],
    ["2026-09-20", true],
    ["2026-10-01", false],
    ["2026-10-10", true],
    ["2026-10-11", false],
    ["2026-03-14", false],
    ["2026-03-16", true],
  ])("%s is worked: %s", (day, worked) => {
    expect(isWorkingDay(day)).toBe(worked);
  });

  it("are counted from the first one at or after a day", () => {
    expect(workingDayFrom("2026-10-01")).toBe("2026-10-08");
    expect(workingDayFrom("2026-02-15")).toBe("2026-02-24");
  });
});

describe("a desk's key", () => {
  it("names a desk and reads back", () => {
    for (const desk of [
      { kind: "department", code: "miit" },
      { kind: "specialist", code: "王:小明" },
    ] as const)
      expect(parseDesk(deskKey(desk))).toEqual(desk);
    for (const wrong of ["miit", "office:x", "region:", ""]) expect(parseDesk(wrong)).toBeNull();
  });
});

describe("the routing tree of Wushan", () => {
  const alert: Routed = {
    ...{ subjectKind: "enterprise", level: "yellow", events: [], industry: "C13", ownership: "173" },
    ...{ region: "500237100", keyEnterprise: false, specialist: null },
  };
  const desks = (changes: Partial<Routed>) =>
    routeAlert(wushan, { ...alert, ...changes }, "2026-03-31").map(({ desk }) => deskKey(desk));

  it.each<[string, Partial<Routed>, string[]]>([
    ["a yellow one to the regulator and the town", {}, ["department:miit", "region:500237100"]],
    [
      "a mine's to all three regulators",
      { industry: "B06" },
      ["department:miit", "department:land", "department:emergency", "region:500237100"],
    ],
    [
      "a state-owned one's to the owner too",
      { ownership: "151" },
      ["department:miit", "region:500237100", "department:sasac"],
    ],
    [
      "a key enterprise's to its specialist",
      { specialist: "王小明" },
      ["department:miit", "region:500237100", "specialist:王小明"],
    ],
    [
      "an orange one to the leading group's office too",
      { level: "orange" },
      ["department:miit", "region:500237100", "department:employment-office"],
    ],
    [
      "arrears to labour inspection too",
      { events: ["wage-arrears"] },
      ["department:miit", "region:500237100", "department:labour-inspection"],
    ],
    [
      "one of unknown industry and town to the office that coordinates",
      { industry: null, region: null },
      ["department:employment-office"],
    ],
    [
      "one of the place itself to office and bureau",
      { subjectKind: "place", level: "orange" },
      ["department:employment-office", "department:hrss"],
    ],
  ])("sends %s", (_, changes, expected) => {
    expect(desks(changes)).toEqual(expected);
  });

  it("names the routes that led to a desk", () => {
    const routed = routeAlert(wushan, { ...alert, level: "red", events: ["art41-notice"] }, "2026-03-31");
    expect(Object.fromEntries(routed.map(({ desk, routes }) => [deskKey(desk), routes]))).toEqual({
      "department:miit": ["enterprise"],
      "region:500237100": ["enterprise"],
      "department:employment-office": ["severe"],
      "department:labour-inspection": ["labour"],
    });
  });

  it("falls back where no route leads anywhere, and says so", () => {
    const nowhere = { ...wushan, routing: { ...wushan.routing, routes: [] } };
    expect(routeAlert(nowhere, alert, "2026-03-31")).toEqual([
      { desk: { kind: "department", code: "employment-office" }, routes: ["fallback"] },
    ]);
  });
});

describe("escalation", () => {
  const { escalations } = wushan.routing;
  const since = instantOn("2026-03-10", "10:00");
  const step = (level: string, taken: number, hours: number) =>
    dueEscalation(escalations, { level, since, taken }, since + hours * HOUR)?.step.department ?? null;

  it.each([
    ["red", 0, 1.99, null],
    ["red", 0, 2, "employment-office"],
    ["red", 1, 23.9, null],
    ["red", 1, 24, "hrss"],
    ["red", 2, 100, null],
    ["orange", 0, 2, "employment-office"],
    ["yellow", 0, 11.9, null],
    ["yellow", 0, 12, "employment-office"],
    ["blue", 0, 1000, null],
  ])("of a %s alert with %i steps taken after %d hours tells %s", (level, taken, hours, department) => {
    expect(step(level, taken, hours)).toBe(department);
  });

  it("tells until when an alert has to be acknowledged", () => {
    expect(acknowledgeBy(escalations, "red", since)).toBe(instantOn("2026-03-10", "12:00"));
    expect(acknowledgeBy(escalations, "blue", since)).toBeNull();
  });
});

describe("who of a desk hears of it", () => {
  const DESK = "department:miit";
  const person = (id: number, desk = DESK, more: Partial<Recipient> = {}): Recipient => ({
    ...{ id, desk, name: `p${id}`, channel: "log", language: "zh", validFrom: null, validTo: null },
    ...more,
  });
  const roster = (recipients: Recipient[], absences: Absence[] = [], duties: Duty[] = []) => ({
    recipients,
    absences,
    duties,
  });
  const away = (recipient: number, deputy: number | null, from = "2026-03-01", until = "2026-03-31"): Absence => ({
    ...{ recipient, from, until, deputy },
  });
  const who = (r: ReturnType<typeof roster>, day = "2026-03-10", atOnce = false) =>
    recipientsOf(r, DESK, day, atOnce).map(({ recipient, why }) => `${recipient.id} ${why}`);

  it("is everybody behind it", () => {
    expect(who(roster([person(1), person(2), person(3, "department:hrss")]))).toEqual(["1 member", "2 member"]);
  });

  it("is nobody before their first day or after their last", () => {
    const r = roster([person(1, DESK, { validTo: "2026-03-09" }), person(2, DESK, { validFrom: "2026-03-10" })]);
    expect(who(r, "2026-03-09")).toEqual(["1 member"]);
    expect(who(r, "2026-03-10")).toEqual(["2 member"]);
  });

  it("is the deputy of somebody away, and the deputy's deputy", () => {
    const people = [person(1), person(2, "x:y"), person(3, "x:y")];
    expect(who(roster(people, [away(1, 2)]))).toEqual(["2 deputy"]);
    expect(who(roster(people, [away(1, 2), away(2, 3)]))).toEqual(["3 deputy"]);
    expect(who(roster(people, [away(1, 2), away(2, 1)]))).toEqual([]);
    expect(who(roster(people, [away(1, null)]))).toEqual([]);
    expect(who(roster(people, [away(1, 2)]), "2026-04-01")).toEqual(["1 member"]);
  });

  it("is whoever is on duty for what cannot wait on a day that is not worked", () => {
    const duties = [{ desk: DESK, recipient: 2, from: "2026-03-14", until: "2026-03-15" }];
    const r = roster([person(1), person(2)], [], duties);
    expect(who(r, "2026-03-14", true)).toEqual(["2 on-duty"]);
    expect(who(r, "2026-03-14", false)).toEqual(["1 member", "2 member"]);
    expect(who(r, "2026-03-16", true)).toEqual(["1 member", "2 member"]);
  });

  it("is nobody on duty who was put behind another desk since", () => {
    const duties = [{ desk: DESK, recipient: 2, from: "2026-03-14", until: "2026-03-15" }];
    expect(who(roster([person(1), person(2, "department:hrss")], [], duties), "2026-03-14", true)).toEqual([
      "1 member",
    ]);
  });

  it("is nobody twice", () => {
    expect(who(roster([person(1), person(2)], [away(1, 2)]))).toEqual(["2 deputy"]);
  });
});

describe("a planned pause", () => {
  const pause = (
    id: number,
    subjectKind: "enterprise" | "industry" | "region" | "place",
    subject: string,
    until: string,
  ) => ({
    ...{ id, subjectKind, subject, from: "2026-03-05", until, reason: "overhaul", actor: "wang" },
  });
  const about = { enterprise: "E1", industries: ["13", "C"], region: "500237100" };
  it.each([
    ["of the enterprise", pause(1, "enterprise", "E1", "2026-03-10"), 1],
    ["of another enterprise", pause(2, "enterprise", "E2", "2026-03-10"), null],
    ["of its section", pause(3, "industry", "C", "2026-03-10"), 3],
    ["of its town", pause(4, "region", "500237100", "2026-03-10"), 4],
    ["of the whole place", pause(5, "place", "500237", "2026-03-10"), 5],
  ])("%s holds from its first to its last day", (_, one, found) => {
    expect(pauseOn([one], about, "2026-03-05")?.id ?? null).toBe(found);
    expect(pauseOn([one], about, "2026-03-10")?.id ?? null).toBe(found);
    expect(pauseOn([one], about, "2026-03-04")).toBeNull();
    expect(pauseOn([one], about, "2026-03-11")).toBeNull();
  });

  it("that lasts longest is the one named", () => {
    const both = [pause(1, "enterprise", "E1", "2026-03-10"), pause(2, "industry", "13", "2026-03-12")];
    expect(pauseOn(both, about, "2026-03-06")?.id).toBe(2);
  });
});
