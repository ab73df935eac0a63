import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** The scripts are not built: they lie beside this file, or in the checkout that dist was made from. */
const FOLDERS = ["./", "../../../../jobs/bench/peers/"];

function scriptPath(name: string): string | undefined {
  const paths = FOLDERS.map((folder) => fileURLToPath(new URL(`${folder}${name}`, import.meta.url)));
  return paths.find((path) => existsSync(path));
}

/**
 * Runs one of the scripts here with a program that may not be installed and returns the JSON it prints; null when the
 * program, the script or what it imports is not there.
 */
export async function ask<T>(program: string, script: string, ...args: string[]): Promise<T | null> {
  const path = scriptPath(script);
  if (!path) return null;
  const printed = await new Promise<string | null>((resolve) => {
    execFile(program, [path, ...args], (error, out) => resolve(error ? null : out));
  });
  return printed === null ? null : (JSON.parse(printed.trim().split("\n").at(-1)!) as T);
}
