import type { Profile } from "../../../models/profile.ts";
import { type Text, text } from "../../../models/text.ts";
import { levelWords, MARK_WORDS } from "../../../reports/history-marks.ts";
import type { TimelineMonth } from "./timeline.ts";

/** The marks of the picture, each named with its month; empty where there is none. */
export function marksTold(months: readonly TimelineMonth[], profile: Profile): Text {
  const parts = months.flatMap((one) => namesOf(one, profile).map((name) => dated(one.month, name)));
  const marks =
    parts.length === 0
      ? text("", "")
      : text(
          `图中标记：${parts.map(({ zh }) => zh).join("；")}。`,
          ` Marked: ${parts.map(({ en }) => en).join("; ")}.`,
        );
  if (!months.some(({ springFestival }) => springFestival)) return marks;
  return text(`${marks.zh}浅灰竖带为春节所在月。`, `${marks.en} The light bands are the months of Spring Festival.`);
}

/** What a month has on the time line, for its row of the table. */
export function monthTold(one: TimelineMonth, profile: Profile): Text {
  const names = [...namesOf(one, profile), ...(one.springFestival ? [FESTIVAL] : [])];
  return text(names.map(({ zh }) => zh).join("；"), names.map(({ en }) => en).join("; "));
}

const FESTIVAL = text("春节", "Spring Festival");

const dated = (month: string, { zh, en }: Text): Text => text(`${month}${zh}`, `${month} ${en}`);

function namesOf({ alerts, events, breaks }: TimelineMonth, { eventKinds }: Profile): Text[] {
  const kinds = events.map((code) => eventKinds.find((kind) => kind.code === code)?.name ?? text(code, code));
  const happened = text(kinds.map(({ zh }) => zh).join("、"), kinds.map(({ en }) => en).join(", "));
  const { event, break: shift } = MARK_WORDS;
  return [
    ...alerts.map(levelWords),
    ...(kinds.length > 0 ? [text(`${event.zh}（${happened.zh}）`, `${event.en} (${happened.en})`)] : []),
    ...(breaks ? [shift] : []),
  ];
}
