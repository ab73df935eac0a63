import { may, PLACE } from "../../../models/rights/may.ts";
import { type Text, text } from "../../../models/text.ts";
import { VERSION_STATES } from "../../../models/threshold-version.ts";
import { type Html, html, type Part } from "../../../reports/markup.ts";
import { table } from "../../../reports/table.ts";
import { type Asked, personOf } from "../asked.ts";
import { choice, line, lookFor } from "../pages/choice.ts";
import { form } from "../pages/form.ts";
import type { LabView } from "./lab-answer.ts";
import { fieldValue } from "./lab-input.ts";
import type { ToldVersion } from "./version-answer.ts";
import { VERSION_DEEDS, type VersionAction } from "./version-routes.ts";

type Reader = Asked<unknown>;

const WORDS = {
  versions: text("版本", "Versions"),
  first: text("对照方案", "Compare with"),
  second: text("从此方案改起", "Start from"),
  choose: text("选定", "Choose"),
  save: text("保存为待审核的新版本", "Save as a version to be reviewed"),
  from: text("生效月份（YYYY-MM）", "In force from (YYYY-MM)"),
  reason: text("理由", "Reason"),
  inForce: text("现行", "in force"),
  saveHint: text(
    "保存后须由另一人审核；审核通过后，自生效月份起按此方案执行月度任务。",
    "Somebody else has to approve it; month runs from that month on then go by it.",
  ),
} as const;

/** Which two versions stand side by side. */
export function versionChoice(asked: Reader, { versions, against, chosen }: LabView): Html {
  const options = versions.map(({ id, name, validFrom, inForce, state }) => {
    const mark = inForce ? WORDS.inForce : VERSION_STATES[state];
    return [String(id), `${name} · ${validFrom} · ${asked.say(mark)}`] as const;
  });
  const look = lookFor(asked, "/thresholds", WORDS.choose, [
    choice(asked, { name: "against", label: WORDS.first, options, chosen: String(against.id) }),
    choice(asked, { name: "set", label: WORDS.second, options, chosen: String(chosen.id) }),
  ]);
  return html`<div class="sets">${look}</div>`;
}

/** Saves exactly the set whose results stand above. */
export function saveForm(asked: Reader, { chosen, nextMonth }: LabView): Part {
  if (!may(personOf(asked), "edit-thresholds", PLACE).allowed) return null;
  const hidden = Object.entries(chosen.edits).map(
    ([key, value]) => html`<input type="hidden" name="${key}" value="${fieldValue(value)}">`,
  );
  const from = html`<p class="field"><label for="save-from">${asked.say(WORDS.from)}</label><input id="save-from" name="from" value="${nextMonth}" required pattern="\\d{4}-\\d{2}" autocomplete="off"></p>`;
  return html`<details class="save"><summary>${asked.say(WORDS.save)}</summary><p class="note">${asked.say(WORDS.saveHint)}</p>${form(
    asked,
    {
      ...{ action: "/thresholds/save", button: WORDS.save },
      fields: [
        html`<input type="hidden" name="set" value="${chosen.id}">`,
        ...hidden,
        from,
        line(asked, { name: "reason", label: WORDS.reason, of: "-save", required: true }),
      ],
    },
  )}</details>`;
}

/** Every version with who, why and when, and what this reader may do about it. */
export function versionTable(asked: Reader, { versions }: LabView): Html {
  const { say, language } = asked;
  const heads = [
    text("版本", "Version"),
    text("生效月份", "From"),
    text("状态", "State"),
    text("经过", "History"),
    text("操作", "Do"),
  ];
  return html`<h2 id="versions">${say(WORDS.versions)}</h2>${table({
    caption: say(WORDS.versions),
    columns: heads.map((head) => ({ head: say(head) })),
    rows: versions.map((one) => ({
      name: html`<a href="/thresholds?set=${one.id}">${one.name}</a>`,
      cells: [
        one.validFrom,
        one.inForce ? html`<strong>${say(WORDS.inForce)}</strong>` : say(VERSION_STATES[one.state]),
        historyOf(asked, one),
        html`<div class="deeds">${deedsOf(asked, one)}</div>`,
      ],
    })),
    ...{ stack: true, empty: "", language },
  })}`;
}

const STEPS: Readonly<Record<string, Text>> = {
  saved: text("保存", "saved"),
  approved: text("审核", "approved"),
  withdrawn: text("撤回", "withdrawn"),
};

const COLON = text("：", ": ");

function historyOf({ say }: Reader, { author, reason, steps, restores }: ToldVersion): Part {
  if (steps.length === 0) return `${author}${say(COLON)}${reason}`;
  const again =
    restores === null ? null : html`<li>${say(text(`恢复版本${restores}`, `version ${restores} again`))}</li>`;
  return html`<ul class="plain">${again}${steps.map(
    ({ step, actor, at, reason: why }) =>
      html`<li>${at.slice(0, 10)} ${actor} ${say(STEPS[step]!)}${say(COLON)}${why}</li>`,
  )}</ul>`;
}

function deedsOf(asked: Reader, version: ToldVersion): readonly Part[] {
  const fits: Readonly<Record<VersionAction["way"], boolean>> = {
    approve: version.state === "draft" && version.steps[0]?.actor !== personOf(asked).account,
    withdraw: version.state !== "withdrawn" && version.steps.length > 0 && !version.used,
    restore: version.state === "approved" && !version.inForce,
  };
  return VERSION_DEEDS.filter(({ way, right }) => fits[way] && may(personOf(asked), right, PLACE).allowed).map(
    ({ way, button }) => form(asked, { action: `/thresholds/${version.id}/${way}`, button, side: true, fields: null }),
  );
}
