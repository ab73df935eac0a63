import { STAGES } from "../../../models/acceptance.ts";
import type { Finding } from "../../../models/finding.ts";
import { minuteOf } from "../../../models/instant.ts";
import { may, PLACE } from "../../../models/rights/may.ts";
import { type Text, text } from "../../../models/text.ts";
import { type Html, html, type Part } from "../../../reports/markup.ts";
import { exact } from "../../../reports/number.ts";
import { table } from "../../../reports/table.ts";
import type { Answer } from "../answer.ts";
import { type Asked, personOf } from "../asked.ts";
import { line } from "../pages/choice.ts";
import { form } from "../pages/form.ts";
import type { UploadView } from "./upload-answer.ts";
import { leadWords, STEP_WORDS } from "./upload-words.ts";

/** A file's verdict: what is wrong in which cell, what to do, and the next step as a button. */
export function uploadPage(asked: Asked<unknown>, view: UploadView): Answer {
  const { upload, stages, findings } = view;
  const { say } = asked;
  const main = html`<p class="lead">${say(leadWords(upload, stages))}</p>
${deeds(asked, view)}
${bySheet(findings).map(([sheet, own]) => findingTable(asked, sheet, own))}
${findings.length === 0 ? html`<p>${say(text("没有发现问题。", "Nothing was wrong."))}</p>` : null}
${upload.findingCount > findings.length ? html`<p class="note">${say(more(upload.findingCount, findings.length))}</p>` : null}
${correctionTable(asked, view)}${stepTable(asked, view)}`;
  return { kind: "page", title: upload.name, main };
}

const more = (all: number, shown: number): Text =>
  text(
    `共${exact(all)}处，此处列出前${exact(shown)}处。`,
    `${exact(all)} in all; the first ${exact(shown)} are shown.`,
  );

function deeds(asked: Asked<unknown>, { upload, doings, stages, findings }: UploadView): Html {
  const path = `/data/uploads/${upload.id}`;
  const { say } = asked;
  const marked = upload.state !== "expired" && findings.some(({ cell, row }) => cell !== null || row !== null);
  return html`<div class="deeds">${
    doings.import
      ? form(asked, {
          action: `${path}/import`,
          button: stages.length > 0 ? text("导入并提交审核", "Import: hand on for acceptance") : text("导入", "Import"),
          fields: null,
        })
      : null
  }${marked ? html`<p><a href="${path}/marked">${say(text("下载标注后的工作簿（红格和批注）", "Download the workbook with red cells and notes"))}</a></p>` : null}${
    upload.batch === null
      ? null
      : html`<p>${batchLink(asked, upload.batch, text("入库批次", "Batch"))}${
          upload.correctionBatch === null
            ? null
            : html` · ${batchLink(asked, upload.correctionBatch, text("审核更正批次", "The reviewer's corrections, batch"))}`
        }</p>`
  }</div>${doings.decide === null ? null : decisionForms(asked, path, doings.decide)}
<p><a href="/data">${say(text("返回数据页，重新上传", "Back to the data page, to hand in again"))}</a></p>`;
}

/** Deliveries are opened by those who may import for the whole place. */
function batchLink(asked: Asked<unknown>, batch: number, name: Text): Part {
  const words = `${asked.say(name)} ${batch}`;
  return may(personOf(asked), "import", PLACE).allowed ? html`<a href="/data/${batch}">${words}</a>` : words;
}

function decisionForms(asked: Asked<unknown>, path: string, stage: "desk" | "county"): Html {
  const action = `${path}/${stage === "desk" ? "review" : "accept"}`;
  const hidden = (decision: string) => html`<input type="hidden" name="decision" value="${decision}">`;
  const reason = (of: string) => line(asked, { name: "reason", label: text("原因", "Reason"), of, required: true });
  const refuse = text("退回", "Send back");
  const change = text("更正一格", "Correct a cell");
  return html`<h2>${asked.say(STAGES[stage].name)}</h2><div class="deeds">
${form(asked, { action, button: text("审核通过", "Pass"), fields: hidden("pass") })}
<details><summary>${asked.say(refuse)}</summary>${form(asked, { action, button: refuse, side: true, fields: [hidden("refuse"), reason("-refuse")] })}</details>
<details><summary>${asked.say(change)}</summary>${form(asked, {
    ...{ action: `${path}/correct`, button: change, side: true },
    fields: [
      line(asked, { name: "cell", label: text("位置，如 数据!C17", "Cell, such as Data!C17"), of: "", required: true }),
      line(asked, { name: "value", label: text("更正为", "Its right value"), of: "", required: true }),
      reason("-correct"),
    ],
  })}</details></div>`;
}

/** Findings of one sheet together; those about the file as a whole first. */
function bySheet(findings: readonly Finding[]): [string, Finding[]][] {
  const sheets = new Map<string, Finding[]>();
  for (const finding of findings) {
    const sheet = finding.cell?.includes("!") ? finding.cell.slice(0, finding.cell.lastIndexOf("!")) : "";
    sheets.set(sheet, [...(sheets.get(sheet) ?? []), finding]);
  }
  return [...sheets].sort(([a], [b]) => Number(a !== "") - Number(b !== ""));
}

function findingTable({ say, language }: Asked<unknown>, sheet: string, findings: readonly Finding[]): Html {
  const heads = [
    text("位置", "Cell"),
    text("结论", "Verdict"),
    text("问题", "What"),
    text("原值", "Value"),
    text("怎么改", "How to repair"),
  ];
  const caption = text("逐格检查结果", "Findings by cell");
  return table({
    caption: sheet === "" ? say(caption) : `${say(caption)} · ${sheet}`,
    columns: heads.map((head, i) => ({ head: say(head), ...(i === 1 ? { tag: true } : {}) })),
    rows: findings.map(({ cell, row, severity, message, value, repair, code }) => ({
      name: cell?.slice(cell.lastIndexOf("!") + 1) ?? (row === null ? say(text("全文件", "whole file")) : String(row)),
      cells: [
        say(VERDICTS[severity]),
        html`${say(message)} <span class="small">${code}</span>`,
        value ?? "",
        say(repair),
      ],
    })),
    ...{ stack: true, empty: "", language },
  });
}

const VERDICTS: Readonly<Record<Finding["severity"], Text>> = {
  block: text("整份不能导入", "keeps the file out"),
  error: text("须处理", "must be dealt with"),
  quarantine: text("此行不计入", "keeps the row out"),
  warn: text("提醒，计入", "counts; look again"),
};

function correctionTable({ say, language }: Asked<unknown>, { corrections }: UploadView): Html | null {
  if (corrections.length === 0) return null;
  const heads = [
    text("位置", "Cell"),
    text("原值", "As handed in"),
    text("更正为", "Corrected to"),
    text("原因", "Reason"),
    text("更正人", "By"),
    text("时间", "When"),
  ];
  return table({
    caption: say(text("审核更正（原件保留，更正另存一版）", "Corrections by reviewers; the file stays as it came")),
    columns: heads.map((head) => ({ head: say(head) })),
    rows: corrections.map(({ cell, before, value, reason, name, at }) => ({
      name: cell,
      cells: [before, value, reason, name, minuteOf(at)],
    })),
    ...{ stack: true, empty: "", language },
  });
}

function stepTable({ say, language }: Asked<unknown>, { upload, steps }: UploadView): Html {
  const heads = [text("时间", "When"), text("办理", "What"), text("办理人", "By"), text("说明", "Note")];
  const handed = { name: minuteOf(upload.uploadedAt), cells: [say(text("上传", "handed in")), upload.uploader, ""] };
  return table({
    caption: say(text("办理经过", "What was done")),
    columns: heads.map((head) => ({ head: say(head) })),
    rows: [
      handed,
      ...steps.map(({ kind, name, at, note }) => ({
        name: minuteOf(at),
        cells: [say(STEP_WORDS[kind]), name, note ?? ""],
      })),
    ],
    ...{ stack: true, empty: "", language },
  });
}
