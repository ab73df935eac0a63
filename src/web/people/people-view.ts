import { z } from "zod";
import { ACCOUNT_STATES } from "../../../models/sign-in/account-state.ts";
import { accountList, countAccounts, type ListedAccount } from "../../db/people/account-list.ts";
import { isHeld } from "../../db/people/rights.ts";
import { keyOf } from "../answers/units.ts";
import type { Asked } from "../asked.ts";
import type { WebOptions } from "../options.ts";
import { takes } from "../route.ts";
import type { ListedPerson, PeopleView } from "./people-answer.ts";

export const PEOPLE_INPUT = takes({
  query: {
    q: z.string().trim().max(100).optional(),
    state: keyOf(ACCOUNT_STATES).or(z.literal("")).optional(),
    after: z.string().max(64).optional(),
  },
});

export type PeopleInput = z.infer<typeof PEOPLE_INPUT>;

/** More accounts than that are looked through a page at a time. */
export const PAGE = 50;

/** Accounts as asked for, a page at a time. */
export async function peopleView({ db }: Pick<WebOptions, "db">, asked: Asked<PeopleInput>): Promise<PeopleView> {
  const { q, state, after } = asked.input.query;
  const filter = { sought: q || null, state: state || null };
  const found = await accountList(db, filter, { after: after || null, size: PAGE + 1 }, asked.now);
  const shown = found.slice(0, PAGE);
  return {
    total: await countAccounts(db, filter, asked.now),
    securityOfficer: await isHeld(db, "security-officer"),
    people: shown.map(toldPerson),
    next: found.length > PAGE ? shown.at(-1)!.account : null,
  };
}

export const toldPerson = ({ lastSignIn, ...rest }: ListedAccount): ListedPerson => ({
  ...rest,
  lastSignIn: lastSignIn === null ? null : new Date(lastSignIn).toISOString(),
});
