import { type Text, text } from "../models/text.ts";
import { shareInWords } from "./number.ts";
import { enterprises } from "./wording/change.ts";
import { isFew } from "./wording/few.ts";
import { NOTHING, sentence, sentences } from "./wording/say.ts";

/** What became of alerts. Each part is null where nobody keeps it yet; the report then says nothing of it. */
export interface FollowUp {
  readonly handled: Handled | null;
  readonly record: AlertRecord | null;
}

export const NO_FOLLOW_UP: FollowUp = { handled: null, record: null };

/** Cases at the end of the month: enterprises by how far their case is. */
export interface Handled {
  /** Their enterprise was not contacted yet. */
  readonly toContact: number;
  readonly inHand: number;
  readonly closed: number;
  /** Past a deadline, whichever step it is for. */
  readonly overdue: number;
}

/** How past alerts did, over alerts whose outcome is known. */
export interface AlertRecord {
  readonly months: number;
  readonly judged: number;
  /** Not yet known, so that what is known leans to what came at once; absent in what was stored before it was counted. */
  readonly pending?: number;
  /** Followed by the reduction they warned of. */
  readonly came: number;
  /** Months from the alert to the reduction, median over those that came; null when none came. */
  readonly lead: number | null;
}

export const followUpSentence = ({ handled, record }: FollowUp): Text =>
  sentences(handled === null ? NOTHING : handledSentence(handled), record === null ? NOTHING : recordSentence(record));

function handledSentence({ toContact, inHand, closed, overdue }: Handled): Text {
  const [known, busy, done, late] = [toContact, inHand, closed, overdue].map(enterprises) as [Text, Text, Text, Text];
  return sentence(
    text(
      `处置进展：已立案待联系${known.zh}、处置中${busy.zh}、本月办结${done.zh}`,
      `handling: ${known.en} to be contacted, ${busy.en} in hand, ${done.en} closed this month`,
    ),
    overdue === 0 ? NOTHING : text(`超期未办${late.zh}`, `overdue: ${late.en}`),
  );
}

function recordSentence({ months, judged, pending = 0, came, lead }: AlertRecord): Text {
  const [open, when] = [enterprises(pending), months === 1 ? "month" : `${months} months`];
  const [all, hit] = [enterprises(judged), enterprises(came)];
  const { zh, en } = shareInWords(judged === 0 ? null : came / judged);
  const share = isFew(judged) ? NOTHING : text(`（${zh}）`, ` (${en})`);
  return sentence(
    text(
      `近${months}个月结果已明的预警${all.zh}，其后确有较大减员的${hit.zh}${share.zh}`,
      `of alerts in the last ${when} with a known outcome (${all.en}), ${hit.en}${share.en} were followed by a large reduction`,
    ),
    pending === 0
      ? NOTHING
      : text(
          `另有${open.zh}结果尚不明${isFew(judged) ? "" : "，上述比例会随之变动"}`,
          `that of ${open.en} is not known yet${isFew(judged) ? "" : " and will move the share"}`,
        ),
    lead === null ? NOTHING : text(`提前量中位数${lead}个月`, `median lead ${lead} ${lead === 1 ? "month" : "months"}`),
  );
}
