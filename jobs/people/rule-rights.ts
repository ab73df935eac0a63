import { Problem } from "../../models/problem.ts";
import type { Profile } from "../../models/profile.ts";
import { RIGHTS_STATES, type RightsState, RULINGS, type Ruled, type Ruling, rule } from "../../models/rights/ruling.ts";
import { type Text, text } from "../../models/text.ts";
import { appendAudit } from "../../src/db/audit/audit.ts";
import type { Db } from "../../src/db/db.ts";
import { holdRights, keepRights, setRoles } from "../../src/db/people/rights.ts";
import type { Options } from "../commands/command.ts";
import { knownPerson } from "./known-person.ts";
import { grantOrder } from "./person-order.ts";

export interface RulingOrder {
  readonly account: string;
  readonly ruling: Ruling;
  /** Roles and what they reach, as options of the command; of a change alone. */
  readonly options: Options;
  readonly reason: string;
  /** Who rules; its id is null for whoever holds the machine. */
  readonly by: { readonly id: number | null; readonly account: string };
}

/** Rules on what an account may do. It is in force with the next request of the person, and the log says who, what and why. */
export async function ruleRights(
  db: Db,
  { account, ruling, options, reason, by }: RulingOrder,
  { profile, now }: { readonly profile: Profile; readonly now: number },
): Promise<{ readonly account: string; readonly rights: RightsState }> {
  return db.transaction(async (tx) => {
    await holdRights(tx);
    const person = await knownPerson(tx, account);
    const ruled = rule(ruling, { person: person.id, state: person.rights }, { by: by.id, reason });
    if (!ruled.ruled) throw refusal(ruled, person.rights, ruling);
    const given = ruling === "change" ? grantOrder(options, profile) : person;
    const before = { roles: person.given, departments: person.departments, regions: person.regions };
    if (ruling === "change") await setRoles(tx, person.id, given);
    await keepRights(tx, person.id, { state: ruled.state, by: by.account, reason }, now);
    const { departments, regions, specialist } = given;
    const detail = {
      ...{ roles: ruling === "change" ? given.roles : person.given, departments, regions, specialist, reason },
      ...(ruling === "change" ? { before } : {}),
    };
    const subject = `person:${person.account}`;
    await appendAudit(tx, { at: now, actor: by.account, action: `rights-${ruling}`, subject, detail });
    return { account: person.account, rights: ruled.state };
  });
}

type Refused = Extract<Ruled, { ruled: false }>;

function refusal({ reason }: Refused, state: RightsState, ruling: Ruling): Problem {
  const [words, next] = REFUSALS[reason](state, ruling);
  return new Problem(reason === "own-account" ? "denied" : "input", `rights-${reason}`, words, next);
}

const REFUSALS: Readonly<Record<Refused["reason"], (state: RightsState, ruling: Ruling) => readonly [Text, Text]>> = {
  "own-account": () => [
    text("不得对本人的账号授权。", "Nobody rules on their own account."),
    text("请由另一位安全管理员办理。", "Another security officer has to do it."),
  ],
  "not-from-here": (state, ruling) => [
    text(
      `该账号现为“${RIGHTS_STATES[state].zh}”，不能“${RULINGS[ruling].name.zh}”。`,
      `The account's state is "${RIGHTS_STATES[state].en}", from which "${RULINGS[ruling].name.en}" leads nowhere.`,
    ),
    text("请重新查看该账号：可能已有人办理。", "Look at the account anew: somebody may have done it already."),
  ],
  "reason-missing": () => [
    text("请写明理由，本人会看到。", "Say why: the person is shown it."),
    text("填写理由后重新提交。", "Give a reason and send it again."),
  ],
};
