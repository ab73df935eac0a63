import { Problem } from "../../../models/problem.ts";
import { type Text, text } from "../../../models/text.ts";
import { html } from "../../../reports/markup.ts";
import { exact } from "../../../reports/number.ts";
import { verifyAudit } from "../../db/audit/audit.ts";
import { anchorWords, CHAIN_START, parseAnchor } from "../../db/audit/chain.ts";
import { FAULT_WORDS } from "../../db/audit/check-chain.ts";
import type { Db } from "../../db/db.ts";
import type { Answer } from "../answer.ts";
import type { Asked } from "../asked.ts";
import type { ToldCheck } from "./audit-answer.ts";
import { CHECK } from "./audit-page.ts";

/** Follows the chain, from its start or from a place noted down elsewhere, and writes down that somebody did. */
export async function checkLog(db: Db, asked: Asked<unknown>, since: string): Promise<ToldCheck> {
  const start = since === "" ? CHAIN_START : parseAnchor(since);
  if (!start) throw anchorWrong();
  const { rows, end, faults } = await verifyAudit(db, start);
  const detail = { rows, faults: faults.length, ...(since === "" ? {} : { since: start.position }) };
  await asked.change({ action: "audit-checked", subject: "audit", detail }, async () => {});
  const [first = null] = faults;
  return { rows, whole: first === null, faults: faults.length, first, anchor: anchorWords(end) };
}

/** What came of it, as a page. */
export function checkPage({ say }: Asked<unknown>, check: ToldCheck): Answer {
  const main = html`<p class="lead">${say(outcome(check))}</p>
${check.whole ? html`<p>${say(NOTE)}</p><p class="secret">${check.anchor}</p>` : html`<p>${say(ALARM)}</p>`}
<p><a href="/audit">${say(text("返回审计记录", "Back to the log"))}</a></p>`;
  return { kind: "page", title: say(CHECK), main };
}

function outcome({ rows, faults, first }: ToldCheck): Text {
  if (first === null)
    return text(
      `已核对${exact(rows)}条，哈希链完整，未发现改动。`,
      `${exact(rows)} rows followed: the chain is whole, nothing was changed.`,
    );
  const words = FAULT_WORDS[first.kind];
  return text(
    `已核对${exact(rows)}条，发现${exact(faults)}处异常；第一处在第${first.position}条：${words.zh}。`,
    `${exact(rows)} rows followed, ${exact(faults)} signs of tampering; the first at row ${first.position}: ${words.en}.`,
  );
}

const NOTE = text(
  "请把下面一行记在系统之外，下次从此处核对：能发现整条链被重做。",
  "Note this line down outside the system and check from it next time: that shows a chain made anew as a whole.",
);
const ALARM = text(
  "请立即保全数据库备份，并报告安全管理员和主管领导。",
  "Secure the database's backups at once, and tell the security officer and whoever is in charge.",
);

const anchorWrong = (): Problem =>
  new Problem(
    "input",
    "anchor-wrong",
    text("起始位置应为“位置:散列”。", "Where to start must be “position:hash”."),
    text("请照抄上次核对给出的一行，或留空。", "Copy the line that an earlier check gave, or leave it blank."),
  );
