import { STATE_NAMES } from "../../../models/alert/state-names.ts";
import { sectionsOf } from "../../../models/industry.ts";
import type { Profile } from "../../../models/profile.ts";
import { type Text, text } from "../../../models/text.ts";
import { type Html, html, type Part } from "../../../reports/markup.ts";
import { table } from "../../../reports/table.ts";
import type { Answer } from "../answer.ts";
import type { Asked } from "../asked.ts";
import { choice, lookFor } from "../pages/choice.ts";
import { levelMark, nameIn } from "../pages/level.ts";
import { momentWords } from "../pages/moment.ts";
import { nextPage } from "../pages/next-page.ts";
import { pausesLink } from "../pauses/pauses-link.ts";
import type { InboxView, ToldAlert } from "./alert-answer.ts";
import { alertForms } from "./alert-forms.ts";
import { alertPath } from "./alert-params.ts";
import type { InboxInput } from "./inbox-view.ts";

export const INBOX = text("预警", "Alerts");
const PLACE_WIDE = text("全域预警（多户企业同时异常）", "Alerts of the whole place (several enterprises at once)");

/** The judgement in a sentence, what to narrow it by, and the list, three lines an alert on a phone. */
export function inboxPage(asked: Asked<InboxInput>, view: InboxView, profile: Profile): Answer {
  const main = html`<p class="lead">${asked.say(sentence(view, profile))}</p>
${filters(asked, profile)}${view.place.length > 0 ? alertList(asked, PLACE_WIDE, view.place, profile) : null}${alertList(asked, INBOX, view.alerts, profile)}${nextPage(asked, "/alerts", view.next)}${pausesLink(asked)}`;
  return { kind: "page", title: asked.say(INBOX), main, live: view.since };
}

function sentence({ counts, place }: InboxView, { levels }: Profile): Text {
  const total = Object.values(counts).reduce((sum, one) => sum + one, 0);
  const wide =
    place.length === 0
      ? text("", "")
      : text(`另有全域预警${place.length}条。`, ` ${place.length} more of the whole place.`);
  if (total === 0) return text(`没有符合条件的企业预警。${wide.zh}`, `No alert of an enterprise fits.${wide.en}`);
  const found = levels.filter(({ code }) => counts[code]);
  const zh = found.map(({ code, name }) => `${name.zh}${counts[code]}条`).join("、");
  const en = found.map(({ code, name }) => `${counts[code]} ${name.en.toLowerCase()}`).join(", ");
  return text(`共${total}条预警${zh && `：${zh}`}。${wide.zh}`, `${total} alerts${en && `: ${en}`}.${wide.en}`);
}

const STATES = ["raised", "acknowledged", "in-hand", "closed"] as const;

function filters(asked: Asked<InboxInput>, profile: Profile): Html {
  const { levels, regions, place } = profile;
  const { level, industry, region, state } = asked.input.query;
  const { language } = asked;
  const named = (all: readonly { readonly code: string; readonly name: Text }[]) =>
    all.map(({ code, name }) => [code, name[language]] as const);
  const unset = text("全部", "All");
  const states = [
    ...STATES.map((one) => [one, STATE_NAMES[one][language]] as const),
    ["all", language === "zh" ? "含已办结" : "closed ones too"] as const,
  ];
  return lookFor(asked, "/alerts", text("筛选", "Filter"), [
    choice(asked, { name: "level", label: text("等级", "Level"), options: named(levels), chosen: level ?? "", unset }),
    choice(asked, {
      name: "state",
      label: text("状态", "State"),
      options: states,
      chosen: state ?? "",
      unset: text("未办结", "open"),
    }),
    choice(asked, {
      ...{ name: "industry", label: text("行业", "Industry"), chosen: industry ?? "", unset },
      options: named(sectionsOf(profile)),
    }),
    choice(asked, {
      ...{ name: "region", label: text("区划", "Region"), chosen: region ?? "", unset },
      options: named(regions.filter(({ code }) => code !== place)),
    }),
  ]);
}

/** Alerts with what one may do about each. */
export function alertList(asked: Asked<unknown>, caption: Text, alerts: readonly ToldAlert[], profile: Profile): Html {
  const { say, language } = asked;
  const heads = [
    text("对象", "Whom"),
    text("等级", "Level"),
    text("原因", "Why"),
    text("状态", "State"),
    text("办理", "What to do"),
  ];
  return table({
    caption: say(caption),
    columns: heads.map((head, i) => ({
      head: say(head),
      ...(i === 2 ? { wide: true } : i === 1 ? { tag: true } : {}),
    })),
    rows: alerts.map((alert) => ({
      name:
        alert.kind === "place"
          ? profile.title[language]
          : html`<a href="/enterprises/${alert.code}">${alert.name ?? alert.code}</a>`,
      cells: [
        levelMark(asked, profile, alert.level),
        why(asked, alert, profile),
        standing(asked, alert),
        alertForms(asked, alert),
      ],
    })),
    ...{ stack: true, language },
    empty: say(
      text(
        "没有。可以放宽上面的条件；新的预警会随月度任务和动态产生。",
        "none. Widen the filter above; month runs and events raise new ones.",
      ),
    ),
  });
}

function why(asked: Asked<unknown>, alert: ToldAlert, { industries, regions }: Profile): Part {
  const said = alert.headline === null ? (alert.explanation ?? "") : asked.say(alert.headline);
  const where = [nameIn(asked, industries, alert.industry), nameIn(asked, regions, alert.region)].filter(
    (part) => part !== "",
  );
  return html`${said}<br><span class="small"><a href="${alertPath(alert)}">${alert.number}</a>${where.map((part) => ` · ${part}`)}</span>`;
}

function standing({ say }: Asked<unknown>, { state, owner, raisedAt }: ToldAlert): Part {
  const since = momentWords(Date.parse(raisedAt));
  return html`${say(STATE_NAMES[state])}${owner === null ? null : ` · ${owner}`}<br><span class="small">${since}</span>`;
}
