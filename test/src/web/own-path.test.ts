import { describe, expect, it } from "vitest";
import { ownPath } from "../../../src/web/own-path.ts";

describe("where a reader is led back to", () => {
  it.each([
    ["/alerts", "/alerts"],
    ["/alerts?level=red&after=YJ2026-01-00007", "/alerts?level=red&after=YJ2026-01-00007"],
    ["/regions/500237001?lang=en", "/regions/500237001?lang=en"],
    ["/a/../alerts", "/alerts"],
    ["/reports/2025-12/monthly/region:500237001", "/reports/2025-12/monthly/region:500237001"],
  ])("is the page of ours that was asked for: %s", (wanted, path) => {
    expect(ownPath(wanted, "/")).toBe(path);
  });

  it.each([
    ...[undefined, "", "alerts", "https://evil.example/", "javascript:alert(1)", "data:text/html,x"],
    ...[
      "//evil.example",
      "///evil.example",
      "/\\evil.example",
      "/a\\..\\evil.example",
      "/\n/evil.example",
      "/\t/evil.example",
    ],
    ...[
      "/..//evil.example",
      "/.//evil.example",
      "/a/..//evil.example",
      "/%2e//evil.example",
      "/a/%2E%2e//evil.example",
    ],
  ])("is never another site: %j", (wanted) => {
    expect(ownPath(wanted, "/alerts")).toBe("/alerts");
  });
});
