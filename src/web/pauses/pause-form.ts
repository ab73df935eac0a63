import type { PauseKind } from "../../../models/alert/pause.ts";
import { dayOf } from "../../../models/instant.ts";
import type { Named, Profile } from "../../../models/profile.ts";
import { type Text, text } from "../../../models/text.ts";
import { type Html, html, type Part } from "../../../reports/markup.ts";
import type { Asked } from "../asked.ts";
import { choice, line } from "../pages/choice.ts";
import { form } from "../pages/form.ts";

const TITLES: Readonly<Record<PauseKind, Text>> = {
  enterprise: text("停一户企业的提醒", "Pause an enterprise"),
  industry: text("停一个行业的提醒", "Pause an industry"),
  region: text("停一个区划的提醒", "Pause a region"),
  place: text("停全部提醒", "Pause everybody"),
};

/** The form that announces a pause of one kind; open where the address names the enterprise. */
export function pauseForm(asked: Asked<unknown>, kind: PauseKind, profile: Profile, enterprise: string): Html {
  const of = `-${kind}`;
  const day = (name: string, label: Text, value = "") =>
    line(asked, { ...{ name, label, of, value, required: true }, type: "date" });
  const fields = [
    html`<input type="hidden" name="kind" value="${kind}">`,
    SUBJECTS[kind](asked, profile, enterprise),
    day("from", text("开始日期", "First day"), dayOf(asked.now)),
    day("until", text("结束日期（含）", "Last day")),
    line(asked, { name: "reason", label: text("原因", "Reason"), of, required: true }),
  ];
  const sent = form(asked, { action: "/pauses", button: TITLES[kind], side: true, fields });
  const open = kind === "enterprise" && enterprise !== "" ? html` open` : null;
  return html`<details${open}><summary>${asked.say(TITLES[kind])}</summary>${sent}</details>`;
}

const SUBJECTS: Readonly<Record<PauseKind, (asked: Asked<unknown>, profile: Profile, enterprise: string) => Part>> = {
  enterprise: (asked, _profile, value) =>
    line(asked, {
      ...{ name: "subject", label: text("统一社会信用代码", "Code"), of: "-enterprise", value, required: true },
    }),
  industry: (asked, { industries }) => oneOf(asked, industries, "-industry", text("行业", "Industry")),
  region: (asked, { regions, place }) =>
    oneOf(
      asked,
      regions.filter(({ code }) => code !== place),
      "-region",
      text("区划", "Region"),
    ),
  place: () => null,
};

const oneOf = (asked: Asked<unknown>, all: readonly Named[], of: string, label: Text): Part =>
  choice(asked, {
    ...{ name: "subject", label, of },
    options: all.map(({ code, name }) => [code, `${code} ${name[asked.language]}`] as const),
  });
