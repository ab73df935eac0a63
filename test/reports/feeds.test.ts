import { describe, expect, it } from "vitest";
import { atomOf } from "../../reports/atom.ts";
import { calendarOf } from "../../reports/calendar.ts";

const AT = "2026-03-10T02:00:00.000Z";

describe("a calendar of deadlines", () => {
  const title = `首次走访 · 巫山县某某制造有限公司, 分公司; 二\\三（AJ2026-00001）`;
  const calendar = calendarOf("处置时限", [{ uid: "a@x", day: "2026-02-28", title, url: "https://x/a" }], AT);
  const lines = calendar.split("\r\n");

  it("has lines of at most 75 bytes that end in CRLF, none of them cut inside a character", () => {
    expect(calendar.endsWith("\r\n")).toBe(true);
    expect(calendar.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
    for (const line of lines) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(calendar).not.toContain("\ufffd");
  });

  it("says the whole title again when its lines are put together, marks of the format made harmless", () => {
    const unfolded = calendar.replaceAll("\r\n ", "");
    expect(unfolded).toContain("SUMMARY:首次走访 · 巫山县某某制造有限公司\\, 分公司\\; 二\\\\三（AJ2026-00001）\r\n");
  });

  it("is a whole day, to the day after, with a stamp and an id", () => {
    expect(lines).toEqual(
      expect.arrayContaining([
        ...["BEGIN:VCALENDAR", "VERSION:2.0", "UID:a@x", "DTSTAMP:20260310T020000Z"],
        ...["DTSTART;VALUE=DATE:20260228", "DTEND;VALUE=DATE:20260301", "END:VEVENT", "END:VCALENDAR"],
      ]),
    );
  });
});

it("a feed names its entries with what RFC 4287 asks for, and no mark of theirs is markup", () => {
  const feed = { id: "https://x/f", url: "https://x/f", title: "已印发报告", author: "巫山县", updated: AT };
  const entry = { id: "https://x/f#1", title: "月报 <A&B>", summary: "1号", url: "https://x/r", updated: AT };
  const atom = atomOf(feed, [entry]);
  expect(atom).toMatch(/^<\?xml version="1.0" encoding="utf-8"\?>\n<feed xmlns="http:\/\/www.w3.org\/2005\/Atom">/);
  expect(atom).toContain("<title>月报 &lt;A&amp;B&gt;</title>");
  for (const tag of ["id", "title", "updated"]) expect(atom.match(new RegExp(`<${tag}>`, "g"))).toHaveLength(2);
});
