import type { Db } from "../../db/db.ts";
import { liveHead } from "../../db/live.ts";
import { LIVE_LIMITS } from "./limits.ts";

/** Tells those who listen that something may have happened: one small look at the database for all of them. */
export interface Pulse {
  /** Returns how to stop listening. */
  listen(beat: () => void): () => void;
}

/** Looks only while somebody listens. A failed look is looked at again; the listeners' own reads say what is wrong. */
export function makePulse(db: Db): Pulse {
  const listeners = new Set<() => void>();
  let timer: NodeJS.Timeout | null = null;
  let seen: string | null = null;
  let busy = false;
  const look = async () => {
    if (busy) return;
    busy = true;
    const head = await liveHead(db).catch(() => null);
    busy = false;
    if (head === null || head === seen) return;
    seen = head;
    for (const beat of listeners) beat();
  };
  return {
    listen: (beat) => {
      listeners.add(beat);
      timer ??= setInterval(look, LIVE_LIMITS.pulse.value).unref();
      return () => {
        listeners.delete(beat);
        if (listeners.size > 0 || timer === null) return;
        clearInterval(timer);
        timer = null;
      };
    },
  };
}
