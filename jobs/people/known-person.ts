import { Problem } from "../../models/problem.ts";
import { foldAccount } from "../../models/sign-in/account.ts";
import { text } from "../../models/text.ts";
import type { Db } from "../../src/db/db.ts";
import { type Person, personByAccount } from "../../src/db/people/person.ts";

/** The person of an account as somebody typed it; that there is none is a Problem. */
export async function knownPerson(db: Db, account: string): Promise<Person> {
  const person = await personByAccount(db, foldAccount(account));
  if (person) return person;
  throw new Problem(
    "no-data",
    "person-unknown",
    text(`没有账号“${account}”。`, `There is no account "${account}".`),
    text("请在“账号”页查看已有账号。", "The page of people lists the accounts."),
    text("用 wengang person list 查看已有账号。", "See wengang person list."),
  );
}
