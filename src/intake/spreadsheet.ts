import { type ChildProcess, fork } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { text } from "../../models/text.ts";
import { BlockedBatch } from "./blocked-batch.ts";
import type { FromChild, SheetHead, ToChild } from "./child-messages.ts";
import type { Code } from "./codes.ts";
import { fileFinding } from "./finding-log.ts";
import { LIMITS } from "./limits.ts";
import { PARSED, Rows } from "./rows.ts";
import type { Sheet, Table } from "./table.ts";
import type { Params } from "./wording.ts";
import type { SheetText } from "./workbook.ts";

/** What the process may use: milliseconds of work and megabytes of heap. */
export interface Bounds {
  readonly time: number;
  readonly heap: number;
}

const BOUNDS: Bounds = { time: LIMITS.childTime.value, heap: LIMITS.childHeap.value };

/** Reads a workbook in a process of its own, which may run out of memory or time without harm to this one. */
export async function openWorkbook(bytes: Buffer, type: "zip" | "ole", bounds: Bounds = BOUNDS): Promise<Table> {
  const child = startChild(type, bounds);
  const conversation = new Conversation(child, bounds);
  child.stdin!.on("error", () => {});
  child.stdin!.end(bytes);
  try {
    const answer = await conversation.next(null);
    if (answer.kind !== "sheets") throw new BlockedBatch(...(answer.kind === "blocked" ? answer.findings : []));
    return {
      sheets: answer.sheets.map((head, index) => sheetOf(head, index, conversation)),
      close: () => conversation.end(),
    };
  } catch (error) {
    await conversation.end();
    throw error;
  }
}

function startChild(type: string, { heap }: Bounds): ChildProcess {
  const here = import.meta.url;
  const compiled = here.endsWith(".ts") ? "../../dist/src/intake/spreadsheet-child.js" : "./spreadsheet-child.js";
  const path = fileURLToPath(new URL(compiled, here));
  if (!existsSync(path)) throw new Error(`${path} is missing: run "npm run build" before reading spreadsheets`);
  return fork(path, [type], {
    execArgv: [`--max-old-space-size=${heap}`],
    env: {},
    serialization: "advanced",
    stdio: ["pipe", "ignore", "ignore", "ipc"],
  });
}

/** Question and answer with the child; only the time it spends answering counts against its limit. */
class Conversation {
  readonly #child: ChildProcess;
  readonly #ended: Promise<Code>;
  readonly #bounds: Bounds;
  #left: number;
  #slow = false;

  constructor(child: ChildProcess, bounds: Bounds) {
    this.#child = child;
    this.#bounds = bounds;
    this.#left = bounds.time;
    this.#ended = new Promise((resolve) => {
      child.once("error", () => resolve("workbook-broken"));
      child.once("exit", (code, signal) => resolve(this.#causeOf(code, signal)));
    });
  }

  /** question null: wait for what the child says first. */
  async next(question: ToChild | null): Promise<FromChild> {
    const started = performance.now();
    const timer = setTimeout(() => this.#stopSlow(), this.#left);
    const answered = new Promise<FromChild>((resolve) =>
      this.#child.once("message", (said: FromChild) => resolve(said)),
    );
    if (question && this.#child.connected) this.#child.send(question, () => {});
    const answer = await Promise.race([answered, this.#ended]);
    clearTimeout(timer);
    this.#left = Math.max(1, this.#left - (performance.now() - started));
    if (typeof answer === "string") throw new BlockedBatch(fileFinding(answer, paramsOf(answer, this.#bounds)));
    return answer;
  }

  async end(): Promise<void> {
    if (this.#child.exitCode === null && this.#child.signalCode === null) this.#child.kill("SIGKILL");
    await this.#ended;
  }

  #stopSlow(): void {
    this.#slow = true;
    this.#child.kill("SIGKILL");
  }

  /** V8 aborts when its heap is full; the system's killer sends SIGKILL. */
  #causeOf(code: number | null, signal: NodeJS.Signals | null): Code {
    if (this.#slow) return "workbook-slow";
    return signal === "SIGABRT" || signal === "SIGKILL" || signal === "SIGTRAP" || code === 134
      ? "workbook-memory"
      : "workbook-broken";
  }
}

function paramsOf(code: Code, { time, heap }: Bounds): Params {
  if (code === "workbook-slow") return { limit: time / 1000 };
  return code === "workbook-memory"
    ? { limit: heap }
    : { found: text("读取进程意外结束", "the reading process ended") };
}

const sheetOf = (head: SheetHead, index: number, conversation: Conversation): Sheet => ({
  name: head.name,
  head: rowsOfText(head, head.name),
  merged: head.merged,
  rows: () => allRows(head.name, index, conversation),
});

async function* allRows(name: string, sheet: number, conversation: Conversation): AsyncGenerator<Rows> {
  for (let from = 0; ; ) {
    const answer = await conversation.next({ sheet, from });
    if (answer.kind !== "rows" || answer.rows.lines.length === 0) return;
    from += answer.rows.lines.length;
    yield rowsOfText(answer.rows, name);
  }
}

const rowsOfText = ({ text, lines }: SheetText, name: string): Rows => new Rows(text, PARSED, 0, lines, name);
