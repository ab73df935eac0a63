import { formatMonth } from "../../models/month.ts";
import type { Profile } from "../../models/profile.ts";
import { deskKey } from "../../models/routing/desk.ts";
import type { Outside } from "../../models/scorecard/outside.ts";
import type { Scorecard } from "../../models/scorecard/scorecard.ts";
import { type Text, text } from "../../models/text.ts";
import { keepNotices } from "../../src/db/notice.ts";
import type { Deciding } from "./step.ts";

/** Tells the analysts' desk what left its band; a month made anew on other data tells only what it had not. */
export async function noticeOfScorecard({ tx, run, profile, at }: Deciding, { outside }: Scorecard): Promise<number> {
  if (outside.length === 0) return 0;
  const month = formatMonth(run.month);
  const desk = deskKey({ kind: "department", code: profile.routing.analysts });
  const said = sentence(outside, profile);
  const codes = outside.map(({ code, level }) => `${code}:${level ?? ""}`).join(",");
  return keepNotices(tx, [
    {
      ...{ key: `scorecard/${month}/${codes}/${desk}`, desk, kind: "off-band", at, atOnce: false },
      ...{ routes: ["scorecard"], alert: null, case: null },
      about: {
        ...{ number: `PJ${month}`, subjectKind: "scorecard", subject: profile.place, name: profile.title.zh },
        ...{ industries: [], region: null, level: null, levelBefore: null, month, repeat: false },
        ...{ headline: said, explanation: said },
      },
    },
  ]);
}

function sentence(outside: readonly Outside[], { levels }: Profile): Text {
  const named = outside.map(({ level, says }) => {
    const name = levels.find(({ code }) => code === level)?.name;
    return name ? text(`${name.zh}预警${says.zh}`, `${name.en}: ${says.en}`) : says;
  });
  return text(named.map(({ zh }) => zh).join("；"), named.map(({ en }) => en).join("; "));
}
