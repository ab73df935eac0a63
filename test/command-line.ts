import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { runCli } from "../jobs/cli.ts";

/** The compiled program, for tests of what only a process of its own can show. */
export const CLI = fileURLToPath(new URL("../dist/jobs/wengang.js", import.meta.url));

export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly error: string;
  /** The last line of standard output, when it is an object. */
  readonly json: Record<string, unknown>;
}

const ended = (code: number | null, out: string, error: string): Ended => {
  const last = out.trim().split("\n").at(-1) ?? "";
  return { code, out, error, json: last.startsWith("{") ? (JSON.parse(last) as Record<string, unknown>) : {} };
};

/** Runs the compiled command line in a process of its own, as a person would. */
export const wengang = (...args: string[]): Promise<Ended> =>
  new Promise((resolve) => {
    const child = execFile(process.execPath, [CLI, ...args], (_error, out, error) =>
      resolve(ended(child.exitCode, out, error)),
    );
  });

/** The same command line without a process: what starts one costs a second, and three with a database. */
export async function wengangHere(...args: string[]): Promise<Ended> {
  const said = { out: [] as string[], error: [] as string[] };
  const listen = (to: string[]) => ({ write: (text: string) => to.push(text) });
  const terminal = { out: listen(said.out), error: listen(said.error) };
  const code = await runCli(args, new AbortController().signal, terminal);
  return ended(code, said.out.join(""), said.error.join(""));
}
