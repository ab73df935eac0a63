import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { instantOn, MINUTE } from "../../../models/instant.ts";
import { nextTry } from "../../../models/notice/backoff.ts";
import { messagesOf } from "../../../models/notice/message.ts";
import type { Notice, NoticeKind } from "../../../models/notice/notice.ts";
import { dailyAfter, type Sifting, type Standing, sift } from "../../../models/notice/sift.ts";
import { loadProfile } from "../../../src/profiles/profiles.ts";

const wushan = loadProfile("wushan");
const OPEN: Standing = { open: true, snoozedUntil: null, told: false };

let ids = 0;
const notice = (number: string, kind: NoticeKind, at: number, more: Partial<Notice> = {}): Notice => ({
  ...{ id: ++ids, key: `k${ids}`, desk: "department:miit", kind, at, atOnce: false, routes: ["enterprise"] },
  about: {
    ...{ number, subjectKind: "enterprise", subject: `S${number}`, name: `企业${number}`, industries: ["13", "C"] },
    ...{ region: "500237100", level: "yellow", levelBefore: null, month: "2026-02", repeat: false },
    headline: {
      zh: "2026年2月用工80人，较上月减少20人（-20.0%）",
      en: "Headcount in 2026-02 was 80, down 20 (-20.0%)",
    },
    explanation: { zh: "因", en: "why" },
  },
  ...more,
});

const at = (day: string, time: string) => instantOn(day, time);
const sifting = (now: number, more: Partial<Sifting> = {}): Sifting => ({
  ...{ now, dailyAt: "09:00", hadDaily: false, pauses: [], standing: () => OPEN },
  ...more,
});
const outcome = (waiting: Notice[], asked: Sifting) => {
  const { send, suppress, wait } = sift(waiting, asked);
  return {
    send: send.map(({ id }) => id),
    suppress: suppress.map(({ notice: { id }, reason }) => [id, reason]),
    wait: wait.map(({ notice: { id }, reason }) => [id, reason]),
  };
};

describe("what becomes of waiting notices", () => {
  // 2026-03-10 is a Tuesday.
  const now = at("2026-03-10", "10:00");

  it("is the day's message at nine for what came before, and tomorrow's for what came after", () => {
    const early = notice("1", "opened", at("2026-03-10", "08:00"));
    const late = notice("2", "opened", at("2026-03-10", "09:30"));
    expect(outcome([early, late], sifting(now))).toEqual({
      send: [early.id],
      suppress: [],
      wait: [[late.id, "daily-message"]],
    });
    expect(outcome([late], sifting(at("2026-03-11", "08:59"))).wait).toEqual([[late.id, "daily-message"]]);
    expect(outcome([late], sifting(at("2026-03-11", "09:00"))).send).toEqual([late.id]);
  });

  it("is Monday's message for what came on a Friday evening", () => {
    expect(dailyAfter(at("2026-03-13", "17:00"), "09:00")).toBe(at("2026-03-16", "09:00"));
    expect(dailyAfter(at("2026-03-14", "08:00"), "09:00")).toBe(at("2026-03-16", "09:00"));
    expect(dailyAfter(at("2026-03-13", "09:00"), "09:00")).toBe(at("2026-03-13", "09:00"));
  });

  it("is no second grouped message on one day", () => {
    const one = notice("1", "opened", at("2026-03-10", "08:00"));
    expect(outcome([one], sifting(now, { hadDaily: true })).wait).toEqual([[one.id, "daily-message"]]);
  });

  it("is a message at once for what cannot wait, whatever the hour and the messages before", () => {
    const red = notice("1", "opened", at("2026-03-14", "23:00"), { atOnce: true });
    expect(outcome([red], sifting(at("2026-03-14", "23:00"), { hadDaily: true })).send).toEqual([red.id]);
  });

  it("is only the newest of an alert's notices", () => {
    const opened = notice("1", "opened", at("2026-03-09", "10:00"));
    const raised = notice("1", "raised", at("2026-03-09", "11:00"));
    expect(outcome([raised, opened], sifting(now))).toEqual({
      send: [raised.id],
      suppress: [[opened.id, "overtaken"]],
      wait: [],
    });
  });

  it("is nothing for an alert that came and went unheard, and its end for one that was heard of", () => {
    const opened = notice("1", "opened", at("2026-03-09", "10:00"));
    const closed = notice("1", "closed", at("2026-03-09", "11:00"));
    const over = (told: boolean) => sifting(now, { standing: () => ({ open: false, snoozedUntil: null, told }) });
    expect(outcome([opened, closed], over(false))).toEqual({
      send: [],
      suppress: [
        [opened.id, "overtaken"],
        [closed.id, "over-before-told"],
      ],
      wait: [],
    });
    expect(outcome([closed], over(true)).send).toEqual([closed.id]);
  });

  it("waits while the alert is snoozed or its enterprise paused, and comes after", () => {
    const one = notice("1", "opened", at("2026-03-09", "08:00"), { atOnce: true });
    const snoozed = { standing: () => ({ ...OPEN, snoozedUntil: "2026-03-12" }) };
    const pauses = [
      {
        id: 1,
        subjectKind: "industry",
        subject: "C",
        from: "2026-03-01",
        until: "2026-03-11",
        reason: "x",
        actor: "w",
      } as const,
    ];
    expect(outcome([one], sifting(now, snoozed)).wait).toEqual([[one.id, "snoozed"]]);
    expect(outcome([one], sifting(at("2026-03-12", "00:00"), snoozed)).send).toEqual([one.id]);
    expect(outcome([one], sifting(now, { pauses })).wait).toEqual([[one.id, "paused"]]);
    expect(outcome([one], sifting(at("2026-03-12", "00:00"), { pauses })).send).toEqual([one.id]);
  });

  it("puts every notice into exactly one list", () => {
    const kinds: NoticeKind[] = ["opened", "raised", "downgraded", "closed"];
    const some = fc.array(
      fc.record({
        number: fc.constantFrom("1", "2", "3"),
        kind: fc.constantFrom(...kinds),
        hours: fc.nat(72),
        atOnce: fc.boolean(),
      }),
    );
    fc.assert(
      fc.property(some, fc.boolean(), fc.boolean(), (list, open, told) => {
        const waiting = list.map(({ number, kind, hours, atOnce }) =>
          notice(number, kind, now - hours * 60 * MINUTE, { atOnce }),
        );
        const standing = { standing: () => ({ open, snoozedUntil: null, told }) };
        const { send, suppress, wait } = outcome(waiting, sifting(now, standing));
        const all = [...send, ...suppress.map(([id]) => id), ...wait.map(([id]) => id)];
        expect(all.toSorted()).toEqual(waiting.map(({ id }) => id).toSorted());
      }),
    );
  });
});

describe("a message", () => {
  const setting = { profile: wushan, language: "zh" as const, simulated: false, newestMonth: "2026-02", most: 2 };
  const list = [
    notice("1", "opened", 1),
    notice("2", "raised", 2, { atOnce: true, about: { ...notice("2", "raised", 2).about, level: "red" } }),
    notice("3", "closed", 3, { about: { ...notice("3", "closed", 3).about, level: null, levelBefore: "blue" } }),
  ];

  it("begins with the most severe, names level, change and number, and goes on in a second part", () => {
    const messages = messagesOf(list, setting);
    expect(messages.map(({ message }) => message.title)).toEqual([
      "【红色预警▲】巫山县稳岗预警 3项 (1/2)",
      "【红色预警▲】巫山县稳岗预警 3项 (2/2)",
    ]);
    expect(messages[0]!.message.lines[0]).toBe(
      "▲红色预警 企业2（升级）：2026年2月用工80人，较上月减少20人（-20.0%）。预警编号 2",
    );
    expect(messages[1]!.message.lines).toEqual([
      "■蓝色预警 企业3（解除）：2026年2月用工80人，较上月减少20人（-20.0%）。预警编号 3",
    ]);
    expect(messages.map(({ message }) => message.urgent)).toEqual([true, false]);
    expect(messages.flatMap(({ notices }) => notices).toSorted()).toEqual(list.map(({ id }) => id).toSorted());
  });

  it("says that a figure is late, simulated, or a repeat, in either language", () => {
    const repeat = notice("4", "opened", 4);
    const late = { ...setting, simulated: true, newestMonth: "2026-03" };
    const one = [{ ...repeat, about: { ...repeat.about, repeat: true } }];
    expect(messagesOf(one, late)[0]!.message).toMatchObject({
      title: "【模拟数据】【黄色预警●】巫山县稳岗预警 1项",
      lines: ["●黄色预警 企业4（补报·新增·再次）：2026年2月用工80人，较上月减少20人（-20.0%）。预警编号 4"],
    });
    expect(messagesOf(one, { ...late, language: "en" })[0]!.message).toMatchObject({
      title: "[simulated] [Yellow●] Wushan County: 1 item",
      lines: ["●Yellow 企业4 (late, new, repeated): Headcount in 2026-02 was 80, down 20 (-20.0%). No. 4"],
    });
  });
});

describe("the next try", () => {
  it("comes later after each failure, never more than four minutes, never all at one time", () => {
    for (let tries = 1; tries < 60; tries++) {
      expect(nextTry(0, tries, 0)).toBeGreaterThanOrEqual(2_500);
      expect(nextTry(0, tries, 1)).toBeLessThanOrEqual(4 * MINUTE);
      expect(nextTry(0, tries, 1)).toBe(2 * nextTry(0, tries, 0));
    }
    expect([1, 2, 3].map((tries) => nextTry(0, tries, 1))).toEqual([5_000, 10_000, 20_000]);
  });

  it("keeps to what the receiver asks for", () => {
    expect(nextTry(1_000, 1, 0, 90_000)).toBe(91_000);
  });
});
