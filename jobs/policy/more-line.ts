import { type Text, text } from "../../models/text.ts";
import { SHOWN } from "./section.ts";

/** Says that a list goes on, and where all of it can be had. */
export const moreLine = (count: number): Text[] =>
  count <= SHOWN
    ? []
    : [
        text(
          `  ……其余 ${count - SHOWN} 项请用 --out 写成文件。`,
          `  … ${count - SHOWN} more; write them to a file with --out.`,
        ),
      ];
