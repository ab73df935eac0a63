import type { Locator } from "playwright-core";

/** Most clicks that a task may take, from the page it starts at; what people who use it expect. */
export const ALLOWED_CLICKS = { why: 1, acknowledge: 2, assign: 2, preview: 4, export: 2 } as const;

/** A hand with a mouse, which counts what it does. Typing counts as nothing, a click into a field to type in it as a click. */
export interface Hand {
  click(at: Locator): Promise<void>;
  write(at: Locator, words: string): Promise<void>;
  /** Clicks since it was asked last. */
  clicks(): number;
}

export function newHand(): Hand {
  let count = 0;
  const click = async (at: Locator) => {
    count++;
    await at.click();
  };
  return {
    click,
    write: async (at, words) => {
      await click(at);
      await at.fill(words);
    },
    clicks: () => {
      const since = count;
      count = 0;
      return since;
    },
  };
}
