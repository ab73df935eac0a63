#!/usr/bin/env node
import { runCli } from "./cli.ts";

const interruption = new AbortController();
// The first Ctrl-C lets the open transaction end undone; the second one does not wait.
process.on("SIGINT", () => (interruption.signal.aborted ? process.exit(130) : interruption.abort()));
process.on("SIGTERM", () => interruption.abort());
// Whoever reads our output may stop reading (| head): that is no error of ours.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(0);
  throw error;
});

const terminal = { out: process.stdout, error: process.stderr };
process.exitCode = await runCli(process.argv.slice(2), interruption.signal, terminal);
