import { z } from "zod";
import { type Text, text } from "../../../models/text.ts";
import { html } from "../../../reports/markup.ts";
import type { Answer } from "../answer.ts";
import type { Asked } from "../asked.ts";
import { complaint, field, form } from "../pages/form.ts";
import { type Route, route, takes } from "../route.ts";
import { changePassword } from "./change-password.ts";
import { choiceFields } from "./choose-password.ts";
import type { Services } from "./services.ts";

const NAME = text("更换密码", "Change the password");
const RULE = { stage: ["new-password"] } as const;
const PATH = "/sign-in/new-password";
const password = z.string().max(1000);

/** Only where the place asks for regular change, and the time has come. */
export const newPasswordRoutes = (services: Services): readonly Route[] => [
  route({
    ...{ method: "get", path: PATH, kind: "page", name: NAME, rule: RULE },
    input: takes(),
    handle: async (asked) => page(services, asked, []),
  }),
  route({
    ...{ method: "post", path: PATH, kind: "page", name: NAME, rule: RULE, proof: true },
    input: takes({ body: { current: password, password, again: password } }),
    handle: async (asked) => {
      const change = await changePassword(services, asked, asked.input.body);
      if (!change.changed) return { ...page(services, asked, change.why), status: 422 };
      return { kind: "redirect", to: "/", session: change.session };
    },
  }),
];

export const CURRENT_FIELD = {
  name: "current",
  label: text("当前密码", "Password in use"),
  type: "password",
  autocomplete: "current-password",
} as const;

function page({ profile }: Services, asked: Asked<unknown>, wrong: readonly Text[]): Answer {
  const { language, say } = asked;
  const why = text(
    `按本地安全策略，密码每 ${profile.passwords.maximumAge?.value} 天须更换一次，现已到期。`,
    `By this place's policy a password is changed every ${profile.passwords.maximumAge?.value} days, and yours is due.`,
  );
  const fields = [field(asked, CURRENT_FIELD), ...choiceFields(asked, profile.passwords)];
  const main = html`${complaint(language, wrong)}<p>${say(why)}</p>\n${form(asked, { action: PATH, button: NAME, fields })}`;
  return { kind: "page", title: say(NAME), main };
}
