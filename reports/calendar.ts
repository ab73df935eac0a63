import { dayAfter } from "../models/instant.ts";

/** Something due on a day. */
export interface CalendarEntry {
  /** The same for the same thing in every answer. */
  readonly uid: string;
  readonly day: string;
  readonly title: string;
  readonly url: string;
}

/** Days with something due as an iCalendar (RFC 5545): whole days, no times. `at` is an ISO instant. */
export function calendarOf(name: string, entries: readonly CalendarEntry[], at: string): string {
  const stamp = at.replace(/\.\d+/, "").replace(/[-:]/g, "");
  const events = entries.flatMap(({ uid, day, title, url }) => [
    "BEGIN:VEVENT",
    `UID:${uid}`,
    `DTSTAMP:${stamp}`,
    `DTSTART;VALUE=DATE:${day.replaceAll("-", "")}`,
    `DTEND;VALUE=DATE:${dayAfter(day, 1).replaceAll("-", "")}`,
    `SUMMARY:${escaped(title)}`,
    `URL:${url}`,
    "TRANSP:TRANSPARENT",
    "END:VEVENT",
  ]);
  const head = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Wengang//EN", "CALSCALE:GREGORIAN"];
  const lines = [...head, `X-WR-CALNAME:${escaped(name)}`, ...events, "END:VCALENDAR"];
  return lines.map((line) => `${folded(line)}\r\n`).join("");
}

const escaped = (text: string): string => text.replace(/[\\;,]/g, "\\$&").replace(/\r?\n/g, "\\n");

/** Longest line in bytes, its end not counted. */
const LONGEST = 75;

/** A line is cut by bytes, never inside a character; the rest begins with a blank. */
function folded(line: string): string {
  const parts: string[] = [];
  let part = "";
  for (const character of line) {
    if (Buffer.byteLength(part + character) > LONGEST) {
      parts.push(part);
      part = " ";
    }
    part += character;
  }
  return [...parts, part].join("\r\n");
}
