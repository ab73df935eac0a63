import type { Acceptance, AcceptanceStage } from "../../../models/acceptance.ts";
import { STAGES, stagesFor } from "../../../models/acceptance.ts";
import { type Text, text } from "../../../models/text.ts";
import { exact } from "../../../reports/number.ts";
import type { Upload } from "../../db/upload.ts";
import type { UploadStepKind } from "../../db/upload-step.ts";

export const STEP_WORDS: Readonly<Record<UploadStepKind, Text>> = {
  submit: text("提交", "handed on"),
  pass: text("审核通过", "passed"),
  refuse: text("退回", "sent back"),
  import: text("入库", "imported"),
};

type Stands = Pick<Upload, "state" | "verdict" | "passed" | "wholePlace">;

/** How a file stands, in a word or two. */
export function stateWords({ state, verdict, passed, wholePlace }: Stands, acceptance: Acceptance): Text {
  if (state === "waiting") return waitingFor(stagesFor(acceptance, wholePlace)[passed]);
  if (state === "checked")
    return verdict === "ready"
      ? text("检查通过，未导入", "checked, not imported")
      : text("不能导入", "cannot be imported");
  return REST[state];
}

const REST = {
  refused: text("已退回", "sent back"),
  imported: text("已入库", "imported"),
  expired: text("已过期清除", "expired"),
} as const;

const waitingFor = (stage: AcceptanceStage | undefined): Text =>
  stage === undefined
    ? text("待入库", "to be imported")
    : text(`待${STAGES[stage].name.zh}`, `waits: ${STAGES[stage].name.en.toLowerCase()}`);

/** The judgement in one sentence, and what comes next. */
export function leadWords(upload: Upload, stages: readonly AcceptanceStage[]): Text {
  const { counts, state } = upload;
  const found = text(
    `读取${exact(counts.read)}行：可计入${exact(counts.accepted)}行（其中提醒${exact(counts.warned)}行），不计入${exact(counts.quarantined)}行。`,
    `${exact(counts.read)} rows read: ${exact(counts.accepted)} can count (${exact(counts.warned)} of them with a warning), ${exact(counts.quarantined)} cannot.`,
  );
  const next = state === "checked" ? nextOfChecked(upload, stages) : NEXT[state];
  return text(`${found.zh}${next.zh}`, `${found.en} ${next.en}`);
}

function nextOfChecked({ verdict, counts }: Upload, stages: readonly AcceptanceStage[]): Text {
  if (verdict === "blocked")
    return text(
      "不能导入，尚未写入任何数据；请下载标注后的工作簿，改好再传。",
      "It cannot be imported, and nothing is stored; download the marked workbook, correct it and hand it in again.",
    );
  const then =
    stages.length === 0
      ? text("导入后即进入统计", "once imported it counts")
      : text(
          `导入后须经${stages.map((s) => STAGES[s].name.zh).join("、")}才进入统计`,
          `it counts after: ${stages.map((s) => STAGES[s].name.en.toLowerCase()).join(", ")}`,
        );
  return counts.quarantined === 0
    ? text(`尚未写入任何数据，${then.zh}。`, `Nothing is stored yet; ${then.en}.`)
    : text(
        `尚未写入任何数据。建议先下载标注后的工作簿改正；直接导入则只计入可计入的行，${then.zh}。`,
        `Nothing is stored yet. Better download the marked workbook and correct it first; imported as it is, only the good rows are taken, and ${then.en}.`,
      );
}

const NEXT: Readonly<Record<Exclude<Upload["state"], "checked">, Text>> = {
  waiting: text("等待审核，审核通过前不进入任何统计。", "It waits for acceptance and is in no figure before."),
  refused: text("已退回，请按原因改正后重新上传。", "It was sent back; correct it as asked and hand it in again."),
  imported: text("已入库，从下次月度任务起进入统计。", "It is imported and counts from the next month run on."),
  expired: text("未导入，已过保存期，内容已清除。", "It was not imported; its time is over and its content gone."),
};
