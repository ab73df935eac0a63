/**
 * An address as it may be shown: its last four signs, never more than half of it. Of a web address with secrets the web
 * address counts, of a mail address what stands before the @.
 */
export function lastFour(address: string): string {
  const [first = ""] = address.trim().split(/\s+/);
  const signs = Array.from(first.includes("://") ? first : first.split("@")[0]!);
  return `…${signs.slice(signs.length - Math.min(4, Math.floor(signs.length / 2))).join("")}`;
}
