import type { Request } from "express";
import type { Profile } from "../../../models/profile.ts";
import { isSeenStale, sessionState } from "../../../models/sign-in/session-state.ts";
import { stageOf } from "../../../models/sign-in/stage.ts";
import { hashOf } from "../../auth/secret.ts";
import type { Db } from "../../db/db.ts";
import { seeSession, sessionOf } from "../../db/people/session.ts";
import { tokenOf } from "../../db/people/token.ts";
import type { Visitor } from "../asked.ts";
import type { Cookies } from "./cookies.ts";
import { notSignedIn } from "./problems.ts";

interface Looking {
  readonly db: Db;
  readonly profile: Profile;
  readonly now: number;
  /** The person did nothing: the session grows no younger by it. */
  readonly unseen?: true;
}

const NOBODY: Visitor = { kind: "nobody" };

/**
 * Who asks, looked up afresh each time, so that disabling and signing out cut at once. A token that does not hold is an
 * error and not a stranger: the program would otherwise read the public pages and think all is well.
 */
export async function visitorOf(
  request: Request,
  cookies: Cookies,
  { db, profile, now, unseen }: Looking,
): Promise<Visitor> {
  const given = tokenGiven(request);
  if (given !== undefined) return byToken(db, given, now);
  const token = cookies.read("session");
  const known = token === null ? null : await sessionOf(db, hashOf(token));
  if (!known) return NOBODY;
  const { session, person } = known;
  if (!sessionState({ ...session, disabledAt: person.disabledAt }, now).live) return NOBODY;
  if (!unseen && isSeenStale(session.seenAt, now)) await seeSession(db, session.id, now);
  const facts = {
    secondFactor: session.secondFactor,
    enrolled: person.totpSecret !== null,
    passwordSetAt: session.way === "password" ? person.passwordSetAt : null,
    granted: person.rights === "granted",
  };
  return { kind: "session", person, session, stage: stageOf(facts, profile.passwords, now) };
}

/**
 * A calendar or a feed reader can only send a name and a password: its password is the token. To read alone: a browser sends such a
 * password by itself, also along with a form of somebody else's page.
 */
function tokenGiven(request: Request): string | undefined {
  const [way = "", given] = (request.get("authorization") ?? "").split(" ");
  if (/^bearer$/i.test(way)) return given;
  if (!/^basic$/i.test(way) || request.method !== "GET") return undefined;
  return /:(.*)$/s.exec(Buffer.from(given ?? "", "base64").toString())?.[1];
}

async function byToken(db: Db, bearer: string, now: number): Promise<Visitor> {
  const known = await tokenOf(db, hashOf(bearer), now);
  if (!known) throw notSignedIn();
  return { kind: "token", person: known.person, scope: known.scope };
}
