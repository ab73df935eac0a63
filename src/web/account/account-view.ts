import { sessionState } from "../../../models/sign-in/session-state.ts";
import { recoveryCodesLeft } from "../../db/people/proof.ts";
import { sessionsOf } from "../../db/people/session-list.ts";
import { tokensOf } from "../../db/people/token.ts";
import { type Asked, sessionOf } from "../asked.ts";
import type { Services } from "../sign-in/services.ts";
import type { AccountView } from "./account-answer.ts";

/** Everything about one's own account that is no secret. */
export async function accountView({ db }: Pick<Services, "db">, asked: Asked<unknown>): Promise<AccountView> {
  const { person, session } = sessionOf(asked);
  const { account, name, roles, departments, regions, specialist } = person;
  const sessions = (await sessionsOf(db, person.id)).filter(
    (one) => sessionState({ ...one, disabledAt: null }, asked.now).live,
  );
  return {
    ...{ account, name, roles, departments, regions, specialist, formToken: asked.formToken },
    recoveryCodesLeft: await recoveryCodesLeft(db, person.id),
    sessions: sessions.map(({ id, way, address, agent, seenAt }) => ({
      ...{ id, way, address, agent, seenAt: new Date(seenAt).toISOString(), own: id === session.id },
    })),
    tokens: (await tokensOf(db, person.id, asked.now)).map((one) => ({
      ...{ ...one, endsAt: instant(one.endsAt), usedAt: one.usedAt === null ? null : instant(one.usedAt) },
    })),
  };
}

const instant = (told: string): string => new Date(told).toISOString();
