import type { Profile } from "../../../models/profile.ts";
import { faultWords, type PasswordPolicy, passwordFaults } from "../../../models/sign-in/password-policy.ts";
import { type Text, text } from "../../../models/text.ts";
import type { Html } from "../../../reports/markup.ts";
import type { Asked } from "../asked.ts";
import { field } from "../pages/form.ts";

/** The two fields in which a new password is chosen. */
export interface Chosen {
  readonly password: string;
  readonly again: string;
}

/** Why a choice is refused, in words; empty when it is good. */
export function choiceFaults(
  { password, again }: Chosen,
  person: { readonly account: string; readonly name: string },
  profile: Profile,
): readonly Text[] {
  const names = [person.account, person.name, profile.name, profile.title.zh, profile.title.en, "wengang", "稳岗"];
  const faults = passwordFaults(password, names, profile.passwords).map((fault) =>
    faultWords(fault, profile.passwords),
  );
  return password === again ? faults : [...faults, text("两次输入的密码不同。", "The two passwords differ.")];
}

export const choiceFields = (asked: Asked<unknown>, policy: PasswordPolicy): readonly Html[] => [
  field(asked, {
    name: "password",
    label: text("新密码", "New password"),
    type: "password",
    autocomplete: "new-password",
    hint: policyWords(policy),
  }),
  field(asked, {
    name: "again",
    label: text("再输一次", "Once more"),
    type: "password",
    autocomplete: "new-password",
  }),
];

/** What is asked, told before it is asked. */
function policyWords({ minimumLength, classes, maximumAge }: PasswordPolicy): Text {
  const kinds =
    classes.value > 1
      ? text(
          `含小写字母、大写字母、数字、其他字符中的${classes.value}类`,
          `with ${classes.value} of small letters, capitals, digits and others`,
        )
      : text("任何字符均可，几个不相干的词最好", "of any characters; a few unrelated words are best");
  const age = maximumAge
    ? text(`；每${maximumAge.value}天更换`, `; to be changed every ${maximumAge.value} days`)
    : text("；不要求定期更换", "; need not be changed regularly");
  return text(
    `至少${minimumLength.value}个字符，${kinds.zh}${age.zh}。`,
    `At least ${minimumLength.value} characters, ${kinds.en}${age.en}.`,
  );
}
