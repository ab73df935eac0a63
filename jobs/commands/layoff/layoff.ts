import type { CommandSpec } from "../command.ts";
import { checkCommand } from "./check.ts";
import { fileCommand } from "./file.ts";
import { placedCommand } from "./placed.ts";
import { showCommand } from "./show.ts";

/** Everything about layoffs that cannot be avoided. */
export const layoffCommands: readonly CommandSpec[] = [checkCommand, fileCommand, showCommand, placedCommand];
