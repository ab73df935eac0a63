import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { strFromU8, unzipSync } from "fflate";

/** The parts of an office file as text, by path. */
export const partsOf = (file: Uint8Array): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(unzipSync(file)).map(([path, bytes]) => [path, strFromU8(bytes)]));

const OFFICE = "/usr/bin/soffice";

/** Why the other program can't be asked; null when it can. */
export const noOffice = (): string | null =>
  existsSync(OFFICE) ? null : "LibreOffice is not installed (Debian: libreoffice-writer-nogui)";

/** The file as LibreOffice understands it, converted to another format. */
export function throughOffice(file: Uint8Array, from: string, to: string): Buffer {
  const folder = mkdtempSync(join(tmpdir(), "wengang-office-"));
  try {
    writeFileSync(join(folder, `in.${from}`), file);
    const own = `-env:UserInstallation=file://${join(folder, "profile")}`;
    execFileSync(OFFICE, [own, "--headless", "--convert-to", to, "--outdir", folder, join(folder, `in.${from}`)], {
      stdio: "ignore",
      timeout: 60_000,
    });
    return readFileSync(join(folder, `in.${to.split(":")[0]}`));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
