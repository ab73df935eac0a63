import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { argv } from "node:process";
import { printFailure } from "./console.ts";
import { runDemo } from "./demo-county.ts";
import { exitCodeOf } from "./exit.ts";

const language = argv.includes("--lang=en") || argv[argv.indexOf("--lang") + 1] === "en" ? "en" : "zh";
const interruption = new AbortController();
process.on("SIGINT", () => (interruption.signal.aborted ? process.exit(130) : interruption.abort()));
process.on("SIGTERM", () => interruption.abort());

const folder = await mkdtemp(join(tmpdir(), "wengang-demo-"));
try {
  await runDemo({ folder, once: argv.includes("--once"), language, signal: interruption.signal });
} catch (error) {
  const write = (line: string) => void process.stderr.write(`${line}\n`);
  printFailure({ language, json: false, write, writeError: write }, error);
  process.exitCode = exitCodeOf(error);
} finally {
  await rm(folder, { recursive: true, force: true });
}
