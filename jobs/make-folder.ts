import { existsSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { dirname, resolve } from "node:path";

/** As mkdir with recursive, which never ends below a parent that exists and takes no folders, such as /proc. */
export async function makeFolder(folder: string): Promise<void> {
  if (existsSync(folder)) return;
  await mkdir(folder, { recursive: !existsSync(dirname(resolve(folder))) });
}
