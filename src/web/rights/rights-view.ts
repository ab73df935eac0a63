import { accountList, accountOf } from "../../db/people/account-list.ts";
import { personByAccount } from "../../db/people/person.ts";
import { rightsOf } from "../../db/people/rights.ts";
import { newestSessions } from "../../db/people/session-list.ts";
import { type Asked, personOf } from "../asked.ts";
import type { WebOptions } from "../options.ts";
import { PAGE, type PeopleInput, peopleView, toldPerson } from "../people/people-view.ts";
import { notFound } from "../shell/problems.ts";
import type { OneView, RightsView } from "./rights-answer.ts";

/** Enough to see by whom and from where an account was taken into use. */
const SIGN_INS = 5;

type Place = Pick<WebOptions, "db">;

/** The accounts that wait, and all of them as asked for. */
export async function rightsView(place: Place, asked: Asked<PeopleInput>): Promise<RightsView> {
  const filter = { state: "waiting" } as const;
  const waiting = await accountList(place.db, filter, { after: null, size: PAGE }, asked.now);
  return { waiting: waiting.map(toldPerson), ...(await peopleView(place, asked)) };
}

/** One account with every word on its roles. */
export async function oneView({ db }: Place, asked: Asked<unknown>, account: string): Promise<OneView> {
  const person = await personByAccount(db, account);
  const listed = await accountOf(db, account, asked.now);
  if (!person || !listed) throw notFound();
  const decisions = await rightsOf(db, person.id);
  return {
    person: toldPerson(listed),
    rights: person.rights,
    own: person.id === personOf(asked).id,
    signIns: (await newestSessions(db, person.id, SIGN_INS)).map(({ createdAt, way, address, agent }) => ({
      ...{ at: new Date(createdAt).toISOString(), way, address, agent },
    })),
    decisions: decisions.map((one) => ({ ...one, at: new Date(one.at).toISOString() })),
  };
}
