import type { NoticeKind } from "../../../models/notice/notice.ts";
import { NOTICE_NAMES, toldState, untoldReason, whyThisOne } from "../../../models/notice/told-words.ts";
import type { Profile } from "../../../models/profile.ts";
import { deskName } from "../../../models/routing/desk-name.ts";
import { routeName } from "../../../models/routing/route-name.ts";
import { type Text, text } from "../../../models/text.ts";
import { type Html, html, type Part } from "../../../reports/markup.ts";
import { table } from "../../../reports/table.ts";
import type { Asked } from "../asked.ts";
import { momentWords } from "../pages/moment.ts";
import type { SheetView } from "./sheet-answer.ts";

type Telling = SheetView["told"][number];
type Try = Telling["tries"][number];

const TITLE = text("通知了谁", "Who was told");

/** Which desk, who of it, by which channel, of what, and how each try went. */
export function toldPart(asked: Asked<unknown>, tellings: readonly Telling[], profile: Profile): Html {
  const { say, language } = asked;
  const heads = [
    text("时间", "When"),
    text("单位", "Desk"),
    text("接收人", "Whom"),
    text("通知", "Of what"),
    text("结果", "How it went"),
  ];
  return html`<h2>${say(TITLE)}</h2>${table({
    caption: say(TITLE),
    columns: heads.map((head, i) => ({ head: say(head), ...(i === 4 ? { wide: true } : { tag: true }) })),
    rows: tellings.map((one) => ({
      name: momentWords(Date.parse(one.at)),
      cells: [
        desk(asked, one, profile),
        whom(asked, one),
        say(NOTICE_NAMES[one.kind as NoticeKind]),
        outcome(asked, one),
      ],
    })),
    ...{ stack: true, language },
    empty: say(text("尚无。判定需要通知时，随即写入这里。", "nobody yet. Whoever is to be told stands here at once.")),
  })}<p class="note"><a href="/routes">${say(text("派单规则", "Routes"))}</a></p>`;
}

function desk({ say, language }: Asked<unknown>, { desk, routes }: Telling, profile: Profile): Part {
  const why = routes.map((id) => say(routeName(id, profile))).join(language === "zh" ? "；" : "; ");
  return html`${say(deskName(desk, profile))}<br><span class="small">${why}</span>`;
}

function whom({ say }: Asked<unknown>, { name, channel, hint, why }: Telling): Part {
  if (name === null) return "—";
  const how = [channel, hint, why === null ? null : say(whyThisOne(why))].filter((part) => part !== null);
  return html`${name}<br><span class="small">${how.join(" · ")}</span>`;
}

function outcome({ say }: Asked<unknown>, { state, reason, doneAt, tries }: Telling): Part {
  const end = doneAt === null ? "" : ` ${momentWords(Date.parse(doneAt))}`;
  const because = reason === null ? text("", "") : untoldReason(reason, state);
  const words = text(
    `${toldState(state).zh}${because.zh && `：${because.zh}`}${end}`,
    `${toldState(state).en}${because.en && `: ${because.en}`}${end}`,
  );
  const failed = tries.filter(({ outcome }) => outcome !== "delivered");
  const each = failed.map((one) => html`<br><span class="small">${say(tryWords(one, tries.indexOf(one) + 1))}</span>`);
  return html`${say(words)}${each}`;
}

function tryWords({ startedAt, outcome, code, detail }: Try, place: number): Text {
  const at = momentWords(Date.parse(startedAt));
  const because = detail ?? text(code ?? "", code ?? "");
  const how = outcome === null ? CUT_OFF : outcome === "permanent" ? FOR_GOOD : AGAIN;
  return text(
    `第${place}次 ${at} ${how.zh}${because.zh && `：${because.zh}`}`,
    `try ${place}, ${at}, ${how.en}${because.en && `: ${because.en}`}`,
  );
}

const CUT_OFF = text("未得到结果", "no outcome yet");
const FOR_GOOD = text("失败，不再重试", "failed for good");
const AGAIN = text("失败，将重试", "failed, to be tried again");
