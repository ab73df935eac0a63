import { minuteOf } from "../../../models/instant.ts";
import type { Profile } from "../../../models/profile.ts";
import { type Text, text } from "../../../models/text.ts";
import { type Html, html, type Part } from "../../../reports/markup.ts";
import { exact } from "../../../reports/number.ts";
import { table } from "../../../reports/table.ts";
import type { Asked } from "../asked.ts";
import type { IntakeDesk } from "../intake-desk.ts";
import type { DataInput } from "./data-view.ts";
import type { SeenData } from "./upload-answer.ts";
import { stateWords } from "./upload-words.ts";

type Place = { readonly profile: Profile; readonly intake: IntakeDesk };

/** Hand in at the top, then what is on its way, then what came in. */
export function dataMain(asked: Asked<DataInput>, view: SeenData, { profile, intake }: Place): Html {
  return html`<p class="lead">${asked.say(sentence(view))}</p>${waiting(asked, view)}${handInForm(asked)}${templates(asked, intake)}${uploadTable(asked, view, profile)}${further(asked, "uploadsFrom", view.nextUpload)}${deliveryTable(asked, view)}${further(asked, "deliveriesFrom", view.nextDelivery)}`;
}

/** The way to what is older in one list; the other stays where it is. */
function further({ say, input }: Asked<DataInput>, list: keyof DataInput["query"], from: number | null): Part {
  if (from === null) return null;
  const { lang: _lang, ...kept } = input.query;
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...kept, [list]: from }))
    if (value !== undefined) query.set(name, String(value));
  return html`<p><a href="/data?${query.toString()}">${say(text("更早的", "Earlier ones"))}</a></p>
`;
}

/** What a reviewer has to look at, each leading to its page, so that nobody searches the list for it. */
function waiting({ say }: Asked<unknown>, { uploads, toReview }: SeenData): Part {
  if (toReview.length === 0) return null;
  const files = toReview.map((id, i) => {
    const name = uploads.find((upload) => upload.id === id)?.name ?? String(id);
    return html`${i > 0 ? " · " : null}<a href="/data/uploads/${id}">${name}</a>`;
  });
  return html`<p><strong>${say(text(`待您审核${toReview.length}份：`, `Waiting for your review (${toReview.length}): `))}</strong>${files}</p>
`;
}

function sentence({ completeness, fresh }: SeenData): Text {
  const until = fresh
    ? text(`最近一批数据发布于${fresh.publishedOn}。`, `The newest data was published on ${fresh.publishedOn}.`)
    : text("还没有任何数据入库。", "No data has come in yet.");
  if (completeness === null) return until;
  const { month, enterprises, silent } = completeness;
  return text(
    `${month}应报${exact(enterprises)}户，已报${exact(enterprises - silent)}户，数据未报${exact(silent)}户；未报不等于正常。${until.zh}`,
    `${month}: of ${exact(enterprises)} enterprises ${exact(enterprises - silent)} reported and ${exact(silent)} did not; no report does not mean all is well. ${until.en}`,
  );
}

/** A file can be dropped on the field or chosen; both work without JavaScript. */
function handInForm({ say, formToken }: Asked<unknown>): Html {
  const hint = text(
    "xlsx、xls 或 csv（UTF-8、GB18030），不超过10兆字节。先检查、不入库；问题逐格列出，可下载标注后的工作簿。",
    "xlsx, xls or csv (UTF-8, GB18030), up to 10 MB. It is checked first and not stored; what is wrong is told by cell, and marked in the workbook.",
  );
  return html`<form method="post" action="/data/uploads" enctype="multipart/form-data">
<input type="hidden" name="csrf" value="${formToken}">
<p class="field"><label for="upload-file">${say(text("把工作簿拖到这里，或点击选择文件", "Drop a workbook here, or choose a file"))}</label><span class="hint" id="upload-hint">${say(hint)}</span><input id="upload-file" name="file" type="file" required accept=".xlsx,.xls,.csv,.txt" aria-describedby="upload-hint"></p>
<p class="field"><label for="upload-date">${say(text("数据发布日期（留空为今天）", "Published on (blank: today)"))}</label><input id="upload-date" name="publishedOn" type="date" autocomplete="off"></p>
<button class="main">${say(text("上传检查", "Hand in and check"))}</button>
</form>
`;
}

const templates = ({ say }: Asked<unknown>, intake: IntakeDesk): Html =>
  html`<p>${say(text("下载模板：", "Templates: "))}${intake.templates.map(({ kind, name }, i) => html`${i > 0 ? " · " : null}<a href="/data/templates/${kind}">${say(name)}</a>`)}</p>
`;

function uploadTable({ say, language }: Asked<unknown>, { uploads }: SeenData, { acceptance }: Profile): Html {
  const heads = [
    text("文件", "File"),
    text("上传人", "By"),
    text("时间", "When"),
    text("状态", "State"),
    text("可计入", "Good"),
    text("不计入", "Bad"),
  ];
  return table({
    caption: say(text("上传的文件", "Files handed in")),
    columns: heads.map((head, i) => ({ head: say(head), ...(i > 3 ? { number: true } : i > 0 ? { tag: true } : {}) })),
    rows: uploads.map((upload) => ({
      name: html`<a href="/data/uploads/${upload.id}">${upload.name}</a>`,
      cells: [
        ...[upload.uploader, minuteOf(upload.uploadedAt), say(stateWords(upload, acceptance))],
        ...[exact(upload.counts.accepted), exact(upload.counts.quarantined)],
      ],
    })),
    ...{ stack: true, language },
    empty: say(text("还没有。请从上面上传。", "none yet; hand one in above.")),
  });
}

function deliveryTable({ say, language }: Asked<unknown>, { deliveries }: SeenData): Html | null {
  const heads = [
    text("文件", "Delivery"),
    text("来源", "Source"),
    text("发布", "Published"),
    text("结果", "Verdict"),
    text("读取", "Read"),
    text("计入", "Count"),
    text("隔离", "Quarantined"),
    text("提醒", "Warned"),
  ];
  if (deliveries.length === 0) return null;
  return table({
    caption: say(text("报送批次", "Deliveries")),
    columns: heads.map((head, i) => ({ head: say(head), ...(i > 3 ? { number: true } : i > 0 ? { tag: true } : {}) })),
    rows: deliveries.map(({ id, name, source, publishedOn, verdict, counts }) => ({
      name: html`<a href="/data/${id}">${name}</a>`,
      cells: [
        ...[source, publishedOn, say(verdict === "accepted" ? text("已入库", "taken in") : text("未入库", "blocked"))],
        ...[exact(counts.read), exact(counts.accepted), exact(counts.quarantined), exact(counts.warned)],
      ],
    })),
    ...{ stack: true, language, empty: "" },
  });
}
