import { SIGN_IN_LIMITS } from "../../../models/sign-in/limits.ts";
import type { PasswordPolicy } from "../../../models/sign-in/password-policy.ts";
import { text } from "../../../models/text.ts";
import { type Html, html } from "../../../reports/markup.ts";
import type { Asked } from "../asked.ts";
import { field, form } from "../pages/form.ts";
import { choiceFields } from "../sign-in/choose-password.ts";
import { CODE_FIELD } from "../sign-in/code-route.ts";
import { CURRENT_FIELD } from "../sign-in/new-password-route.ts";
import { TOKEN_SCOPES } from "./token-scopes.ts";

export const passwordForm = (asked: Asked<unknown>, policy: PasswordPolicy): Html =>
  form(asked, {
    action: "/account/password",
    button: text("更换密码", "Change the password"),
    fields: [field(asked, CURRENT_FIELD), ...choiceFields(asked, policy)],
    side: true,
  });

export const recoveryForm = (asked: Asked<unknown>): Html =>
  form(asked, {
    action: "/account/recovery-codes",
    button: text("换一批恢复码", "Make new recovery codes"),
    fields: field(asked, CODE_FIELD),
    side: true,
  });

/** A day later than a whole year is refused, so the field says how far it goes. */
export function tokenForm(asked: Asked<unknown>): Html {
  const { say } = asked;
  const most = SIGN_IN_LIMITS.tokenDays.value;
  const choice = (scope: "read" | "change") =>
    html`<label><input type="radio" name="scope" value="${scope}"${scope === "read" ? html` checked` : null}>${say(TOKEN_SCOPES[scope])}</label>`;
  return form(asked, {
    action: "/account/tokens",
    button: text("新建令牌", "Make a token"),
    side: true,
    fields: [
      field(asked, { name: "name", label: text("用途", "What it is for"), autocomplete: "off" }),
      html`<fieldset><legend>${say(text("权限", "Scope"))}</legend>${choice("read")}${choice("change")}</fieldset>\n`,
      field(asked, {
        ...{
          name: "days",
          label: text("有效天数", "Days it works"),
          autocomplete: "off",
          value: "90",
          inputmode: "numeric",
        },
        hint: text(`1 至 ${most}`, `1 to ${most}`),
      }),
    ],
  });
}
