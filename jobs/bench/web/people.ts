import { argv } from "node:process";
import { formTokenOf } from "../../../src/web/shell/forms.ts";

/** What the process of the people is told, as JSON in its only argument. */
export interface Visit {
  readonly origin: string;
  readonly secrets: readonly string[];
  readonly seconds: number;
  /** Open alerts that everybody may see, to read and to assign. */
  readonly alerts: readonly { readonly code: string; readonly number: string }[];
}

export interface Visited {
  /** Milliseconds of every answer, by page. */
  readonly times: Readonly<Record<string, readonly number[]>>;
  /** Answers that were neither what was asked for nor a plain refusal. */
  readonly failed: readonly string[];
  /** Assignments that were answered as done: alert and to whom. */
  readonly assigned: readonly (readonly [number: string, owner: string])[];
}

/** Between two pages a person reads for so long. */
const READING_MS = 1000;

const visit = JSON.parse(argv[2]!) as Visit;
const times: Record<string, number[]> = {};
const failed: string[] = [];
const assigned: [string, string][] = [];
const until = performance.now() + visit.seconds * 1000;

await Promise.all(visit.secrets.map(person));
console.log(JSON.stringify({ times, failed, assigned } satisfies Visited));

/** Looks through the pages again and again; one in four, who may, assigns alerts to themselves. */
async function person(secret: string, i: number): Promise<void> {
  await pause((i * READING_MS) / visit.secrets.length);
  for (let round = 0; performance.now() < until; round++) {
    const { code, number } = visit.alerts[(i * 7 + round) % visit.alerts.length]!;
    await ask(secret, i, "overview", "/");
    await ask(secret, i, "alerts, list", "/alerts");
    await ask(secret, i, "alerts, filter", "/alerts?industry=C&level=orange");
    await ask(secret, i, "enterprise", `/enterprises/${code}`);
    if (i % 4 === 0) await assign(secret, i, code, number);
  }
}

async function ask(secret: string, i: number, page: string, path: string): Promise<void> {
  const began = performance.now();
  const answer = await fetch(`${visit.origin}${path}`, { headers: headersOf(secret, i), redirect: "manual" });
  await answer.text();
  const beyondReach = page === "enterprise" && answer.status === 404; // a township's own are few
  if (!beyondReach) took(page, began);
  if (answer.status !== 200 && !beyondReach) failed.push(`${path}: ${answer.status}`);
  await pause(READING_MS);
}

async function assign(secret: string, i: number, code: string, number: string): Promise<void> {
  const owner = `甲${i}`;
  const began = performance.now();
  const answer = await fetch(`${visit.origin}/enterprises/${code}/alerts/${number}/assign`, {
    ...{ method: "POST", redirect: "manual", headers: headersOf(secret, i) },
    body: new URLSearchParams({ csrf: formTokenOf(secret), owner }),
  });
  await answer.text();
  took("assign", began);
  if (answer.status === 303) assigned.push([number, owner]);
  else failed.push(`assign ${number}: ${answer.status}`);
  await pause(READING_MS);
}

function took(page: string, began: number): void {
  const all = times[page] ?? [];
  all.push(performance.now() - began);
  times[page] = all;
}

/** Everybody has an address of their own, as behind a proxy. */
function headersOf(secret: string, i: number): Record<string, string> {
  return { cookie: `session=${secret}`, "x-forwarded-for": `10.0.0.${i + 1}` };
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
