import type { Channel } from "../channel.ts";
import { delivered } from "../failure.ts";
import { LIMITS } from "../limits.ts";
import { makeChannel } from "../make-channel.ts";
import type { Tools } from "../tools.ts";
import { characters, fitText } from "../wording/fit-text.ts";
import { wordingOf } from "../wording/wording.ts";

/** Writes a line instead of telling anybody: for trying out. The address is not looked at and not written. */
export const log = ({ write }: Tools): Channel =>
  makeChannel({
    kind: "log",
    perMinute: null,
    longest: LIMITS.logText.value,
    longestIn: "characters",
    check: () => null,
    deliver: async (message) => {
      const { title, lines, number } = wordingOf(message);
      write(fitText([title, ...lines].join(" | "), [number], " | ", LIMITS.logText.value, characters));
      return delivered();
    },
  });
