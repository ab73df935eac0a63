import { z } from "zod";
import { holding } from "../../../models/sign-in/session-state.ts";
import { lockedAccounts, lockedAddresses, lockedStrangers } from "../../db/people/locked.ts";
import { countLiveSessions, type LiveSession, liveSessions } from "../../db/people/session-list.ts";
import { type Asked, sessionOf } from "../asked.ts";
import type { WebOptions } from "../options.ts";
import { takes } from "../route.ts";
import { policiesOf } from "./policies.ts";
import type { SecurityView, ToldSession } from "./security-answer.ts";

export const SECURITY_INPUT = takes({
  query: {
    after: z
      .string()
      .regex(/^\d{1,9}$/)
      .optional(),
  },
});

export type SecurityInput = z.infer<typeof SECURITY_INPUT>;

const PAGE = 50;

/** The rules in force, what they have locked, and who is in at the moment. */
export async function securityView(
  { db, profile, sso }: Pick<WebOptions, "db" | "profile" | "sso">,
  asked: Asked<SecurityInput>,
): Promise<SecurityView> {
  const { now, input } = asked;
  const own = sessionOf(asked).session.id;
  const before = input.query.after === undefined ? null : Number(input.query.after);
  const found = await liveSessions(db, { before, size: PAGE + 1 }, holding(now));
  const shown = found.slice(0, PAGE);
  const until = <T extends { readonly until: number }>(one: T) => ({ ...one, until: instant(one.until) });
  return {
    policies: policiesOf(profile, sso !== null),
    locked: (await lockedAccounts(db, now)).map(until),
    addresses: (await lockedAddresses(db, now)).map(until),
    strangers: await lockedStrangers(db, now),
    total: await countLiveSessions(db, holding(now)),
    sessions: shown.map((one) => toldSession(one, own)),
    next: found.length > PAGE ? String(shown.at(-1)!.id) : null,
  };
}

const instant = (moment: number): string => new Date(moment).toISOString();

const toldSession = (
  { id, account, name, way, secondFactor, address, agent, createdAt, seenAt }: LiveSession,
  own: number,
): ToldSession => ({
  ...{ id, account, name, way, secondFactor, address, agent, own: id === own },
  ...{ createdAt: instant(createdAt), seenAt: instant(seenAt) },
});
