import { OUTCOMES } from "../../../models/alert/outcome.ts";
import type { Named, Profile } from "../../../models/profile.ts";
import { text } from "../../../models/text.ts";
import { html, type Part } from "../../../reports/markup.ts";
import type { Asked } from "../asked.ts";
import { nameIn } from "../pages/level.ts";
import type { CaseView } from "./case-answer.ts";

/** What the steps came to: who takes part, what was found, what was agreed, how it ended. What nobody wrote has no line. */
export function caseFacts(asked: Asked<unknown>, { now }: CaseView, { casework }: Profile): Part {
  const { say, language } = asked;
  const comma = language === "zh" ? "、" : ", ";
  const names = (all: readonly Named[], codes: readonly string[]) =>
    codes.map((code) => nameIn(asked, all, code)).join(comma);
  const helped =
    now.intervened === null
      ? ""
      : say(now.intervened ? text("起到作用", "it helped") : text("未起作用", "it did not help"));
  const outcome = now.outcome === null ? "" : [say(OUTCOMES[now.outcome]), helped].join(comma);
  const facts = [
    [text("协同人员", "Taking part"), now.participants.join(comma)],
    [text("困难", "Difficulties"), names(casework.difficulties, now.difficulties)],
    [
      text("措施", "Measures"),
      names(
        casework.measures,
        now.measures.map(({ code }) => code),
      ),
    ],
    [text("结果", "Outcome"), outcome],
    [text("保住岗位", "Jobs kept"), now.kept === null ? "" : String(now.kept)],
  ] as const;
  const known = facts.filter(([, value]) => value !== "");
  if (known.length === 0) return null;
  return html`<dl class="facts">${known.map(([name, value]) => html`<dt>${say(name)}</dt><dd>${value}</dd>`)}</dl>
`;
}
