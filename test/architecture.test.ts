import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readSource, type SourceFile } from "./imports.ts";
import { ROOMS, RULES, type Rule } from "./rules.ts";

const ROOT = new URL("../", import.meta.url);
const files = ROOMS.flatMap(filesIn);

function filesIn(room: string): SourceFile[] {
  return readdirSync(new URL(room, ROOT), { recursive: true, encoding: "utf8" })
    .filter((name) => /\.[cm]?[jt]s$/.test(name))
    .map((name) => `${room}/${name.replaceAll("\\", "/")}`)
    .map((path) => readSource(path, readFileSync(new URL(path, ROOT), "utf8")));
}

const offences = (rule: Rule, file: SourceFile): string[] =>
  rule.find(file).map(({ line, what }) => `${file.path}:${line} ${what}, but: ${rule.name}`);

describe.each(RULES)("$name", (rule) => {
  it("holds in every file", () => {
    expect(files.flatMap((file) => offences(rule, file))).toEqual([]);
  });

  it.each(rule.broken)("is broken by %s: %s", (path, named, text) => {
    const told = offences(rule, readSource(path, text));
    expect(told).toEqual([expect.stringMatching(`^${path}:`)]);
    expect(told[0]).toContain(named);
    expect(told[0]).toContain(rule.name);
  });

  it.each(rule.kept)("is kept by %s", (path, text) => {
    expect(offences(rule, readSource(path, text))).toEqual([]);
  });
});

it.each(ROOMS)("looks into %s", (room) => {
  expect(files.filter(({ path }) => path.startsWith(`${room}/`))).not.toEqual([]);
});

it("reads lines and paths right in a file with Chinese in it", () => {
  const rule = RULES.find(({ name }) => name.startsWith("SQL"))!;
  expect(offences(rule, readSource("src/web/a.ts", 'const 词 = "稳岗预警";\n\ndb.query("select 1");'))).toEqual([
    expect.stringMatching(/^src\/web\/a\.ts:3 /),
  ]);
});
