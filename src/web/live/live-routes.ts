import { z } from "zod";
import { text } from "../../../models/text.ts";
import { liveAfter, liveNow } from "../../db/live.ts";
import type { StreamEvent } from "../answer.ts";
import { type Asked, personOf } from "../asked.ts";
import type { WebOptions } from "../options.ts";
import { type Route, route, takes } from "../route.ts";
import { tooMany } from "../shell/problems.ts";
import { LIVE_LIMITS } from "./limits.ts";
import { makePulse } from "./pulse.ts";

const PLACE = z.string().regex(/^\d{1,20}-\d{1,9}$/);
const INPUT = takes({ query: { since: PLACE.optional() } });

/**
 * New alerts and finished runs as they come, as server-sent events. Each carries its place in the order of things; whoever
 * comes back with the last one they saw goes on after it, so that a cut loses nothing and repeats nothing.
 */
export const liveRoutes = ({ db }: WebOptions): readonly Route[] => {
  const pulse = makePulse(db);
  const streams = new Map<number, number>();
  return [
    route({
      ...{ method: "get", path: "/live", kind: "stream", name: text("实时更新", "Live updates") },
      ...{ rule: { right: "read-alerts", over: "reach" }, input: INPUT },
      handle: async (asked) => {
        const person = personOf(asked).id;
        const own = streams.get(person) ?? 0;
        const all = [...streams.values()].reduce((sum, count) => sum + count, 0);
        if (own >= LIVE_LIMITS.perPerson.value || all >= LIVE_LIMITS.all.value) throw tooMany();
        let place = startOf(asked) ?? (await liveNow(db));
        return {
          kind: "stream",
          opened: () => void streams.set(person, (streams.get(person) ?? 0) + 1),
          closed: () => void streams.set(person, (streams.get(person) ?? 1) - 1),
          listen: pulse.listen,
          next: async () => {
            const events = await asked.read((tx, reach) => liveAfter(tx, reach, place));
            place = events.at(-1)?.place ?? place;
            return events.map(({ place: id, kind }): StreamEvent => ({ id, event: kind, data: "1" }));
          },
        };
      },
    }),
  ];
};

/** The browser's own word on what it saw last goes before what the page was made with. */
function startOf({ lastEventId, input }: Asked<z.infer<typeof INPUT>>): string | null {
  const last = PLACE.safeParse(lastEventId);
  return last.success ? last.data : (input.query.since ?? null);
}
