import type { ReemploymentTotal } from "../reemployment.ts";
import { type Text, text } from "../text.ts";

/** What became of those dismissed, all groups together, in words. @param target people to be in work again; null: none was set */
export function explainReemployment(total: ReemploymentTotal, target: number | null): Text {
  const { dismissed, benefit, trained, placed, unemployed, rate, gap } = total;
  const share = rate === null ? "—" : `${(rate * 100).toFixed(1)}%`;
  const toGo =
    target === null
      ? text("", "")
      : text(`，距目标${target}人还差${gap}人`, `, ${gap} short of the target of ${target}`);
  return text(
    `被裁减${dismissed}人：领取失业保险金${benefit}人，参加培训${trained}人，已再就业${placed}人（${share}），仍失业${unemployed}人${toGo.zh}。`,
    `${dismissed} dismissed: ${benefit} on benefit, ${trained} in training, ${placed} in work again (${share}), ${unemployed} still without${toGo.en}.`,
  );
}
