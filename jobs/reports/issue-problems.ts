import { Problem } from "../../models/problem.ts";
import { type Text, text } from "../../models/text.ts";

const refused = (code: string, reason: Text, next: Text, command?: Text): Problem =>
  new Problem("usage", code, reason, next, command);

export const notReviewed = (title: Text): Problem =>
  refused(
    "not-reviewed",
    text(`《${title.zh}》还没有审核。`, `"${title.en}" was not reviewed yet.`),
    text("请先在报告页看过草稿并审核。", "Read the draft on its page and review it first."),
    text("请先看过草稿，再执行 wengang report review。", "Read the draft, then run wengang report review."),
  );

export const changedSinceReview = (title: Text): Problem =>
  refused(
    "changed-since-review",
    text(`《${title.zh}》审核后又有新数据，内容已变。`, `"${title.en}" was made anew after its review.`),
    text("请在报告页看过新的草稿并重新审核。", "Read the new draft on its page and review it again."),
    text("请看过新的草稿，再执行 wengang report review。", "Read the new draft and run wengang report review again."),
  );

export const alreadyIssued = (title: Text, number: Text): Problem =>
  refused(
    "already-issued",
    text(`《${title.zh}》已以${number.zh}印发。`, `"${title.en}" was issued as ${number.en}.`),
    text(
      "数据有变化的，请由领导小组办公室印发更正通知。",
      "Where data changed, the leading-group office issues a correction.",
    ),
    text(
      "数据有变化的，请用 wengang report correct 印发更正通知。",
      "Where data changed, wengang report correct issues a correction.",
    ),
  );

export const notIssued = (title: Text): Problem =>
  refused(
    "not-issued",
    text(`《${title.zh}》还没有印发，不需要更正。`, `"${title.en}" was not issued: there is nothing to correct.`),
    text("请先在报告页审核、签发。", "Review and issue it on its page first."),
    text("请用 wengang report review 和 report issue 印发。", "wengang report review and report issue issue it."),
  );

export const nothingToCorrect = (title: Text): Problem =>
  refused(
    "nothing-to-correct",
    text(
      `《${title.zh}》所印数字没有超过界限的变化。`,
      `No number that "${title.en}" printed changed beyond the bound.`,
    ),
    text("不需要更正。", "There is nothing to correct."),
  );

export const ownReview = (title: Text): Problem =>
  new Problem(
    "denied",
    "report-own-review",
    text(`《${title.zh}》须由审核人以外的人签发。`, `"${title.en}" is issued by somebody other than who reviewed it.`),
    text("请另一位有权签发的人办理。", "Ask another person who may."),
    text(
      "请另一位有权签发的人办理；命令行用 --by 写明是谁。",
      "Ask another person who may; on the command line --by says who.",
    ),
  );

export const noWord = (signer: Text): Problem =>
  refused(
    "issuer-unknown",
    text(`${signer.zh}在地区配置中没有发文字号。`, `${signer.en} has no document word in the profile.`),
    text(
      "请在地区配置 correspondence.issuers 中加上它的机关代字；草稿不受影响。",
      "Add it to correspondence.issuers of the profile; drafts need none.",
    ),
  );
