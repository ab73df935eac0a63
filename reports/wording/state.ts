import type { Figure } from "../../models/figure.ts";
import { type Text, text } from "../../models/text.ts";
import type { MonthlyFacts } from "../facts.ts";
import { exact, rateInWords } from "../number.ts";
import { enterprises, people } from "./change.ts";
import { NOTHING, sentence } from "./say.ts";

/** 新招、减员, 劳务派遣 and 隐性失业, each over the enterprises that say so. */
export function stateSentence({ movements, overall }: MonthlyFacts): Text {
  return sentence(
    movements === null ? NOTHING : movementWords(movements),
    dispatchWords(overall.previous.whole),
    hiddenWords(overall.previous.whole),
  );
}

function movementWords({ enterprises: count, hired, departed, change }: NonNullable<MonthlyFacts["movements"]>): Text {
  const [who, came, went, net] = [enterprises(count), people(hired), people(departed), people(Math.abs(change))];
  const result =
    change === 0
      ? text("相抵持平", "balance 0")
      : text(`净${change < 0 ? "减" : "增"}${net.zh}`, `net ${change < 0 ? "-" : "+"}${exact(Math.abs(change))}`);
  return text(
    `填报相符的${who.zh}新招${came.zh}、减员${went.zh}，${result.zh}`,
    `${who.en} whose forms agree hired ${came.en} and lost ${went.en}, ${result.en}`,
  );
}

function dispatchWords({ dispatch, dispatchChange }: Figure): Text {
  if (dispatch === null) return NOTHING;
  const count = people(dispatch);
  const moved = people(Math.abs(dispatchChange ?? 0));
  const compared =
    dispatchChange === null
      ? NOTHING
      : dispatchChange === 0
        ? text("，与上月持平", ", as last month")
        : text(
            `，比上月${dispatchChange < 0 ? "减少" : "增加"}${moved.zh}`,
            `, ${dispatchChange < 0 ? "down" : "up"} ${moved.en} on last month`,
          );
  return text(`劳务派遣${count.zh}${compared.zh}`, `dispatch workers: ${count.en}${compared.en}`);
}

function hiddenWords({ hidden, hiddenRate }: Figure): Text {
  if (hidden === null) return NOTHING;
  const [count, rate] = [people(hidden), rateInWords(hiddenRate)];
  return text(
    `隐性失业${count.zh}，占填报企业期末用工的${rate.zh}`,
    `hidden unemployment ${count.en}, ${rate.en} of those reported on`,
  );
}
