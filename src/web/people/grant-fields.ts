import { z } from "zod";
import type { Named, Profile } from "../../../models/profile.ts";
import type { Grant } from "../../../models/rights/person.ts";
import { ROLES } from "../../../models/rights/roles.ts";
import { type Text, text } from "../../../models/text.ts";
import { type Html, html } from "../../../reports/markup.ts";
import { keyOf } from "../answers/units.ts";
import type { Asked } from "../asked.ts";
import { line } from "../pages/choice.ts";

const several = <Schema extends z.ZodType<string>>(one: Schema, most: number) =>
  z
    .union([one.transform((value) => [value]), z.array(one).max(most)])
    .optional()
    .transform((all) => (all ?? []).filter((value) => value !== ""));

const code = z.string().trim().max(100);

/** What a form or a program gives an account: one of each kind is a word, several are a list. */
export const GRANT_SENT = {
  role: several(keyOf(ROLES), 8),
  department: several(code, 100),
  region: several(code, 100),
  specialist: z.string().trim().max(100).optional(),
};

interface Sent {
  readonly role: readonly string[];
  readonly department: readonly string[];
  readonly region: readonly string[];
  readonly specialist?: string | undefined;
}

/** The same as the command's options. */
export const grantOptions = ({ role, department, region, specialist }: Sent): Record<string, string> => ({
  ...{ role: role.join(","), department: department.join(","), region: region.join(",") },
  ...(specialist ? { specialist } : {}),
});

/** Boxes to tick for what an account is given, those ticked that it has. */
export function grantFields(asked: Asked<unknown>, has: Grant, { departments, regions }: Profile): readonly Html[] {
  const { language } = asked;
  const roles = Object.entries(ROLES).map(([of, { name }]) => ({ code: of, name }));
  return [
    html`<fieldset class="tick"><legend>${asked.say(ROLE)}</legend>${boxes(asked, { name: "role", all: roles, ticked: has.roles })}</fieldset>
`,
    folded(asked, { name: "department", legend: DEPARTMENT, all: departments, ticked: has.departments }),
    folded(asked, { name: "region", legend: REGION, all: regions, ticked: has.regions }),
    line({ language }, { name: "specialist", label: SPECIALIST, value: has.specialist ?? "" }),
  ];
}

const ROLE = text("角色", "Roles");
const DEPARTMENT = text("部门（行业主管部门须选）", "Departments (regulators)");
const REGION = text("区划（乡镇街道须选）", "Regions (townships)");
const SPECIALIST = text("名册中的专员姓名（专员须填）", "Name in the register (specialists)");

interface Boxes {
  readonly name: string;
  readonly all: readonly Pick<Named, "code" | "name">[];
  readonly ticked: readonly string[];
}

const boxes = ({ say }: Asked<unknown>, { name, all, ticked }: Boxes): Html =>
  html`<div class="several">${all.map(
    (one) =>
      html`<label><input type="checkbox" name="${name}" value="${one.code}"${ticked.includes(one.code) ? html` checked` : null}> ${say(one.name)}</label>`,
  )}</div>`;

/** Long lists are folded, and open where something is ticked. */
const folded = (asked: Asked<unknown>, one: Boxes & { readonly legend: Text }): Html =>
  html`<details${one.ticked.length > 0 ? html` open` : null}><summary>${asked.say(one.legend)}</summary><fieldset class="tick" aria-label="${asked.say(one.legend)}">${boxes(asked, one)}</fieldset></details>
`;
