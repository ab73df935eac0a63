import type { Locator, Page } from "playwright-core";
import { expect } from "vitest";

/** Hands on a keyboard and nothing else: whoever tabs sees where they are, and comes by everything. */
export interface Keyboard {
  /** Tabs on until something has the focus; back when `key` is Shift+Tab. */
  to(at: Locator, key?: "Tab" | "Shift+Tab"): Promise<void>;
  press(...keys: readonly string[]): Promise<void>;
  type(words: string): Promise<void>;
  /** Tabs to something and presses Enter there, or another key. */
  use(at: Locator, key?: "Enter" | "Space"): Promise<void>;
  /** Tabs to a field and writes into it. */
  write(at: Locator, words: string): Promise<void>;
}

/** No page has that many stops before what one looks for; more means that the focus goes round or is held. */
const MOST_STOPS = 400;

export function keyboardOf(page: Page): Keyboard {
  const press = async (...keys: readonly string[]) => {
    for (const key of keys) await page.keyboard.press(key);
  };
  const to = async (at: Locator, key: "Tab" | "Shift+Tab" = "Tab") => {
    await at.waitFor({ state: "attached" });
    for (let stop = 0; stop < MOST_STOPS; stop++) {
      await press(key);
      const { here, unseen } = await stopAt(at);
      expect(unseen, `where the focus is on ${page.url()}`).toBe("");
      if (here) return;
    }
    throw new Error(`${at} cannot be reached with ${key} on ${page.url()}`);
  };
  const type = (words: string) => page.keyboard.type(words);
  return {
    ...{ to, press, type },
    use: async (at, key = "Enter") => {
      await to(at);
      await press(key);
    },
    write: async (at, words) => {
      await to(at);
      await type(words);
    },
  };
}

/** Whether it has the focus, and what has it without showing so by a line around it inside the window; "" for nothing. */
const stopAt = (sought: Locator): Promise<{ here: boolean; unseen: string }> =>
  sought.evaluate((element) => {
    const page = element.ownerDocument;
    const view = page.defaultView!;
    const at = page.activeElement;
    const here = element === at;
    if (!at || at === page.body) return { here, unseen: "" };
    const { outlineStyle, outlineWidth, boxShadow } = view.getComputedStyle(at);
    const { top, bottom, left, right } = at.getBoundingClientRect();
    const lined = (outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 1) || boxShadow !== "none";
    const inside = bottom > 0 && top < view.innerHeight && right > 0 && left < view.innerWidth;
    return { here, unseen: lined && inside ? "" : at.outerHTML.slice(0, 200) };
  });
