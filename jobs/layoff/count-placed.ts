import { dayOf } from "../../models/instant.ts";
import { Problem } from "../../models/problem.ts";
import type { Profile } from "../../models/profile.ts";
import { type CountFault, faultOf } from "../../models/reemployment.ts";
import { type Text, text } from "../../models/text.ts";
import type { Db } from "../../src/db/db.ts";
import { keepReemployment } from "../../src/db/reemployment.ts";
import type { CountedPlaced } from "../../src/web/desk.ts";
import { mustBeKnown } from "../known-code.ts";

interface Counting {
  readonly profile: Profile;
  readonly by: string;
  readonly clock: () => number;
}

/** Keeps how many of a group were dismissed and are in work again on a day; counts that cannot be are a Problem. */
export async function countPlaced(
  db: Db,
  { enterprise, on, row }: CountedPlaced,
  { profile, by, clock }: Counting,
): Promise<void> {
  mustBeKnown(
    [row.group],
    profile.casework.reemploymentGroups.map(({ code }) => code),
  );
  const fault = faultOf(row);
  if (fault) throw wrongCounts(fault);
  const today = dayOf(clock());
  if (on > today) throw countedLater(on, today); // the newest day counts: it would stand for good
  const counted = { enterprise, on, actor: by, at: new Date(clock()).toISOString() };
  await db.transaction((tx) => keepReemployment(tx, counted, [row]));
}

const FAULT_WORDS: Readonly<Record<CountFault, Text>> = {
  "more-than-dismissed": text("人数超过被裁减人数", "more than were dismissed"),
  "fewer-later": text("较长期限内的再就业人数少于较短期限", "fewer placed within more months"),
  negative: text("人数须为非负整数", "counts must be whole and not negative"),
};

const wrongCounts = (fault: CountFault): Problem =>
  new Problem(
    "usage",
    `reemployment-${fault}`,
    text(`人数有误：${FAULT_WORDS[fault].zh}。`, `The counts can't be right: ${FAULT_WORDS[fault].en}.`),
    text("请核对后重新填写。", "Check them and try again."),
  );

const countedLater = (on: string, today: string): Problem =>
  new Problem(
    "input",
    "reemployment-in-future",
    text(`统计日期${on}晚于今天（${today}）。`, `The day counted, ${on}, is after today (${today}).`),
    text("请填写实际统计的日期，或留空。", "Give the day that was counted, or leave it blank."),
  );
