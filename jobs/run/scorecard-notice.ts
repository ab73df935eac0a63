import { formatMonth } from "../../models/month.ts";
import type { Profile } from "../../models/profile.ts";
import { deskKey } from "../../models/routing/desk.ts";
import type { Outside } from "../../models/scorecard/outside.ts";
import type { Scorecard } from "../../models/scorecard/scorecard.ts";
import { type Text, text } from "../../models/text.ts";
import { keepNotices } from "../../src/db/notice.ts";
import type { Run } from "../../src/db/run.ts";
import type { Deciding } from "./step.ts";

interface Telling extends Omit<Deciding, "run"> {
  readonly run: Pick<Run, "month">;
}

/** Tells the analysts' desk what left its band, each figure once a month: a month made anew on other data tells only what it had not. */
export async function noticeOfScorecard(
  { tx, run, profile, at }: Telling,
  { outside }: Pick<Scorecard, "outside">,
): Promise<number> {
  const month = formatMonth(run.month);
  const desk = deskKey({ kind: "department", code: profile.routing.analysts });
  return keepNotices(
    tx,
    outside.map((one) => {
      const said = sentence(one, profile);
      return {
        ...{
          key: `scorecard/${month}/${one.code}:${one.level ?? ""}/${desk}`,
          desk,
          kind: "off-band",
          at,
          atOnce: false,
        },
        ...{ routes: ["scorecard"], alert: null, case: null },
        about: {
          ...{ number: `PJ${month}`, subjectKind: "scorecard", subject: profile.place, name: profile.title.zh },
          ...{ industries: [], region: null, level: null, levelBefore: null, month, repeat: false },
          ...{ headline: said, explanation: said },
        },
      };
    }),
  );
}

function sentence({ level, says }: Outside, { levels }: Profile): Text {
  const name = levels.find(({ code }) => code === level)?.name;
  return name ? text(`${name.zh}预警${says.zh}`, `${name.en}: ${says.en}`) : says;
}
