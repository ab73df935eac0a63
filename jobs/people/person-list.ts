import { ROLES } from "../../models/rights/roles.ts";
import { RIGHTS_STATES } from "../../models/rights/ruling.ts";
import { type Text, text } from "../../models/text.ts";
import type { Db } from "../../src/db/db.ts";
import { people } from "../../src/db/people/person.ts";

/** Every account, a line each. */
export async function personList({ db }: { readonly db: Db }) {
  const told = (await people(db)).map(
    ({ account, name, given, rights, departments, regions, specialist, disabledAt, totpSecret }) => ({
      ...{ account, name, roles: given, rights, departments, regions, specialist },
      ...{ disabled: disabledAt !== null, secondFactor: totpSecret !== null },
    }),
  );
  return {
    lines: told.length > 0 ? told.map(personLine) : [text("还没有账号。", "There is no account yet.")],
    json: { people: told },
  };
}

type Listed = Parameters<typeof personLine>[0];

function personLine(person: {
  readonly account: string;
  readonly name: string;
  readonly roles: readonly (keyof typeof ROLES)[];
  readonly rights: keyof typeof RIGHTS_STATES;
  readonly departments: readonly string[];
  readonly regions: readonly string[];
  readonly specialist: string | null;
  readonly disabled: boolean;
}): Text {
  const { account, name, departments, regions, specialist } = person;
  const where = [...departments, ...regions, ...(specialist === null ? [] : [specialist])].join(" ");
  const line = (language: "zh" | "en") =>
    [account, name, rolesIn(person, language), where, stateIn(person, language)]
      .filter((part) => part !== "")
      .join("  ");
  return text(line("zh"), line("en"));
}

const rolesIn = ({ roles }: Listed, language: "zh" | "en"): string =>
  roles.map((role) => ROLES[role].name[language]).join(language === "zh" ? "、" : ", ");

/** Nothing for an account that works. */
function stateIn({ disabled, rights }: Listed, language: "zh" | "en"): string {
  if (!disabled && rights === "granted") return "";
  const words = disabled ? DISABLED[language] : RIGHTS_STATES[rights][language];
  return language === "zh" ? `【${words}】` : `[${words}]`;
}

const DISABLED = text("已停用", "disabled");
