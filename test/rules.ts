import { DOORS, PURE_PACKAGES } from "./doors.ts";
import { type Import, importsOf, type SourceFile } from "./imports.ts";
import { usesOf } from "./uses.ts";

/** A rule of the house, with made-up files that break it and files that don't, so that the rule itself is tested. */
export interface Rule {
  readonly name: string;
  readonly find: (file: SourceFile) => readonly Offence[];
  /** What the failure must name, besides the path. */
  readonly broken: readonly (readonly [path: string, named: string, text: string])[];
  readonly kept: readonly (readonly [path: string, text: string])[];
}

export interface Offence {
  readonly line: number;
  readonly what: string;
}

/** From left to right: a room imports itself and what stands to its left. */
export const ROOMS = ["models", "reports", "src", "jobs", "test"];
const PURE = ["models/", "reports/"];
const SHIPPED = ["models/", "reports/", "src/", "jobs/"];
/** What the build makes of the rooms; tests of killed processes run it. */
const BUILT = "dist/";

const CLOCK = ["Date.now", "new Date()"];
const TIMERS = ["performance", "setTimeout", "setInterval", "setImmediate"];
const NETWORK = ["fetch", "WebSocket", "EventSource", "XMLHttpRequest"];
const CHANCE = ["Math.random", "crypto.randomUUID", "crypto.randomBytes", "crypto.randomInt", "crypto.getRandomValues"];
const UNTYPED = ["the type any", "@ts-ignore", "@ts-expect-error", "@ts-nocheck"];

const LONGEST = 250;

export const RULES: readonly Rule[] = [
  {
    name: "imports go left only: models ← reports ← src ← jobs ← test",
    find: importing(({ file }, path) => file !== null && !isLeftOf(file, path)),
    broken: [
      ["models/a.ts", "../reports/b.ts", 'import { b } from "../reports/b.ts";'],
      ["reports/a.ts", "../src/db/db.ts", 'import type { Db } from "../src/db/db.ts";'],
      ["src/web/a.ts", "../../jobs/import.ts", 'export * from "../../jobs/import.ts";'],
      ["jobs/a.ts", "../test/county.ts", 'const b = await import("../test/county.ts");'],
      ["src/a.ts", "../jobs/b.ts", 'type B = import("../jobs/b.ts").B;'],
      ["models/a.ts", "(computed)", "const b = await import(name);"],
      ["jobs/a.ts", "../dist/b.js", 'import b from "../dist/b.js";'],
    ],
    kept: [
      ["jobs/a.ts", 'import "../models/a.ts"; import "../reports/a.ts"; import "../src/a.ts"; import "pg";'],
      ["test/a.test.ts", 'import { run } from "../dist/jobs/run.js";'],
    ],
  },
  {
    name: "models and reports import no package but the few named in test/doors.ts",
    find: importing(({ package: name }, path) => {
      return name !== null && within(path, PURE) && !within(path, PURE_PACKAGES[name] ?? []);
    }),
    broken: [
      ["models/a.ts", "node:fs", 'import { readFileSync } from "node:fs";'],
      ["models/a.ts", "tyme4ts", 'import { LunarDay } from "tyme4ts";'],
      ["models/a.ts", "chart.js", 'import { Chart } from "chart.js";'],
      ["reports/a.ts", "simple-statistics", 'import { mean } from "simple-statistics";'],
      ["reports/a.ts", "node:https", 'import { get } from "node:https";'],
    ],
    kept: [
      ["models/a.ts", 'import { mean } from "simple-statistics";'],
      ["models/spring-festival.ts", 'import { LunarDay } from "tyme4ts";'],
      ["reports/a.ts", 'import type { ChartConfiguration } from "chart.js";'],
    ],
  },
  {
    name: "models and reports know no clock",
    find: using([...CLOCK, ...TIMERS], PURE),
    broken: [
      ["models/a.ts", "Date.now", "const now = Date.now();"],
      ["models/a.ts", "Date.now", "const now = Date['now'];"],
      ["models/a.ts", "Date.now", "const { now } = Date;"],
      ["reports/a.ts", "new Date()", "export const today = new Date();"],
      ["reports/a.ts", "new Date()", "export const today = new Date;"],
      ["reports/a.ts", "new Date()", "export const today = Date();"],
      ["models/a.ts", "performance", "const began = performance.now();"],
    ],
    kept: [["models/a.ts", "// Date.now()\nconst day = new Date(0), text = 'Date.now()'; chart.performance = 1;"]],
  },
  {
    name: "models and reports know no environment",
    find: using(["process", "globalThis", "navigator"], PURE),
    broken: [["models/a.ts", "process", "const debug = process.argv.length;"]],
    kept: [["models/a.ts", "const step = { process: 1 }.process;"]],
  },
  {
    name: "models and reports know no network",
    find: using(NETWORK, PURE),
    broken: [["reports/a.ts", "fetch", "export const load = () => fetch('/scores');"]],
    kept: [["reports/a.ts", "export const script = `fetch('/scores')`;"]],
  },
  {
    name: "models and reports print nothing",
    find: using(["console"], PURE),
    broken: [["models/a.ts", "console", "console.log(1);"]],
    kept: [["src/a.ts", "console.log(1);"]],
  },
  {
    name: "chance is handed over as a seed or a source, but for the secrets of src/auth",
    find: using(CHANCE, ["models/", "reports/", "src/"], ["src/auth/"]),
    broken: [
      ["models/a.ts", "Math.random", "const r = Math.random();"],
      ["src/simulate/a.ts", "Math.random", "const { random } = Math;"],
      ["src/simulate/a.ts", "crypto.randomUUID", 'import { randomUUID } from "node:crypto";'],
    ],
    kept: [
      ["models/a.ts", "const random = randomOf(seed); random();"],
      ["jobs/a.ts", "const tools = { random: Math.random };"],
    ],
  },
  {
    name: "the parts of src do not know each other, but for the doors named in test/doors.ts",
    find: importing(({ file }, path) => {
      return file !== null && path.startsWith("src/") && file.startsWith("src/") && !isOpen(path, file);
    }),
    broken: [
      ["src/db/a.ts", "../notify/b.ts", 'import { b } from "../notify/b.ts";'],
      ["src/intake/a.ts", "../sources/file.ts", 'import { fileDeliveries } from "../sources/file.ts";'],
      ["src/web/a.ts", "../profiles/wushan/index.ts", 'import { wushan } from "../profiles/wushan/index.ts";'],
      ["src/simulate/a.ts", "../config.ts", 'import { readEnvironment } from "../config.ts";'],
    ],
    kept: [
      ["src/intake/a.ts", 'import type { Delivery } from "../sources/delivery.ts"; import "./b.ts";'],
      ["src/web/a.ts", 'import { latestRuns } from "../db/run.ts";'],
      ["src/profiles/wushan/a.ts", 'import { levels } from "../levels.ts";'],
    ],
  },
  {
    name: "SQL only in src/db; src/sources/sql.ts asks other databases, jobs/bench measures ours",
    find: using(["SQL text"], SHIPPED, ["src/db/", "src/sources/sql.ts", "jobs/bench/"]),
    broken: [
      ["src/web/a.ts", "select 1", 'db.query("select 1");'],
      ["jobs/a.ts", "update score", "db.query(`\n  update score s set level = $1`);"],
      ["jobs/a.ts", "insert into x", `db.query(\`insert into \${table} values ($1)\`);`],
      ["jobs/a.ts", "DELETE FROM run", 'db.query("DELETE FROM run");'],
      ["jobs/a.ts", "with latest as", `const sql = \`with latest as (\${LATEST}) select 1\`;`],
      ["src/sources/http.ts", "create temporary table", 'db.query("create temporary table t (a text)");'],
      ["jobs/a.ts", "truncate series", 'tx.query("truncate series");'],
    ],
    kept: [
      ["src/intake/a.ts", '["Delete the blank rows.", "with a year of data", "Update it", "create your own"];'],
      ["src/db/a.ts", 'db.query("select 1");'],
      ["jobs/bench/a.ts", 'db.query("create table bare (a text)");'],
    ],
  },
  {
    name: "pages name no command: what comes next is done on a page",
    find: using(["a command"], ["src/web/"]),
    broken: [["src/web/a.ts", "wengang alert", 'text("请查看 wengang alert list。", NAME);']],
    kept: [
      ["src/web/a.ts", '/** By the function of `wengang alert`. */\nconst NAME = "wengang";'],
      ["jobs/a.ts", 'text("请用 wengang alert list 查看。", "x");'],
    ],
  },
  {
    name: "process.env only in src/config.ts",
    find: using(["process.env"], SHIPPED, ["src/config.ts"]),
    broken: [
      ["jobs/a.ts", "process.env", "const url = process.env.DATABASE_URL;"],
      ["src/a.ts", "process.env", "const { env } = process;"],
      ["src/a.ts", "process.env", 'import { env } from "node:process";'],
    ],
    kept: [
      ["src/config.ts", "export const read = (env = process.env) => env.A;"],
      ["jobs/a.ts", "process.exitCode = 1;"],
    ],
  },
  {
    name: "danfojs-node only in src/frame.ts",
    find: using(["package danfojs-node"], SHIPPED, ["src/frame.ts"]),
    broken: [["reports/a.ts", "danfojs-node", 'const { DataFrame } = await import("danfojs-node");']],
    kept: [["src/frame.ts", 'await import("danfojs-node");']],
  },
  {
    name: "the clock is read where the command line, the demo and a benchmark begin; all else is handed it",
    find: using(CLOCK, SHIPPED, ["jobs/cli.ts", "jobs/demo-county.ts", "jobs/bench/"]),
    broken: [
      ["jobs/run/a.ts", "Date.now", "const began = Date.now();"],
      ["src/db/a.ts", "new Date()", "const today = new Date();"],
      ["jobs/progress.ts", "Date.now", "showProgress(out, Date.now);"],
    ],
    kept: [
      ["jobs/cli.ts", "const clock = Date.now;"],
      ["src/db/a.ts", "const at = new Date(value);"],
    ],
  },
  {
    name: "there is no way round the types",
    find: using(UNTYPED, SHIPPED),
    broken: [
      ["src/a.ts", "any", "const a = b as any;"],
      ["models/a.ts", "@ts-ignore", "// @ts-ignore\nconst a: number = 'b';"],
    ],
    kept: [["src/a.ts", "// any column at all\nconst any: unknown = 1;"]],
  },
  {
    name: `no file is over ${LONGEST} lines, but for tables of facts about a place`,
    find: ({ path, text }) => {
      const lines = text.trimEnd().split("\n").length;
      return lines > LONGEST && !within(path, ["src/profiles/"]) ? [{ line: lines, what: `has ${lines} lines` }] : [];
    },
    broken: [["src/a.ts", "251 lines", "a();\n".repeat(251)]],
    kept: [
      ["src/a.ts", "a();\n".repeat(250)],
      ["src/profiles/wushan/regions.ts", "a();\n".repeat(251)],
    ],
  },
];

function importing(wrong: (entry: Import, path: string) => boolean) {
  return (file: SourceFile): Offence[] =>
    importsOf(file)
      .filter((entry) => wrong(entry, file.path))
      .map(({ line, written }) => ({ line, what: `imports "${written}"` }));
}

/** No file in `rooms` uses any of `things`, except in `places`. */
function using(things: readonly string[], rooms: readonly string[], places: readonly string[] = []) {
  return (file: SourceFile): Offence[] => {
    if (!within(file.path, rooms) || within(file.path, places)) return [];
    const found = usesOf(file).filter(({ what }) => things.includes(what));
    return found.map(({ line, what, detail }) => ({ line, what: `uses ${what} ${detail}`.trim() }));
  };
}

/** Whether a path is one of the places; those that end in / are folders. */
function within(path: string, places: readonly string[]): boolean {
  return places.some((place) => path === place || (place.endsWith("/") && path.startsWith(place)));
}

function isLeftOf(file: string, path: string): boolean {
  const [to, from] = [file, path].map((place) => ROOMS.indexOf(place.split("/")[0]!)) as [number, number];
  return (to >= 0 && to <= from) || (file.startsWith(BUILT) && path.startsWith("test/"));
}

function isOpen(from: string, to: string): boolean {
  const part = (path: string) => path.split("/").slice(0, 2).join("/");
  return part(from) === part(to) || DOORS.some(([door, inside]) => within(from, [door]) && within(to, [inside]));
}
