import { text } from "../../models/text.ts";
import type { Advice } from "../advice/advice.ts";
import type { Block } from "../document/document.ts";
import type { Writer } from "../document/writer.ts";
import { adviceItems } from "../wording/advice.ts";

/** 一是……。依据：……。 Where no fact asks for anything, it says so and praises nobody. */
export function adviceBlocks(advice: readonly Advice[], w: Writer): Block[] {
  if (advice.length === 0) return w.paragraph("body", NO_ADVICE);
  return adviceItems(advice).flatMap(({ urge, because }) =>
    w.paragraph("body", { words: urge, strong: true }, because),
  );
}

const NO_ADVICE = text(
  "各项数据均未达到需要专门部署的界限，继续按月监测。",
  "Nothing reaches a bound that asks for action; monitoring goes on.",
);
