import type { Profile } from "../../../models/profile.ts";
import { deskName } from "../../../models/routing/desk-name.ts";
import { type Text, text } from "../../../models/text.ts";

/** What an entry was done to: the kind of thing by its name, then its number or code; what the place has a name for by that. */
export function subjectWords(subject: string, profile: Profile): Text {
  const at = subject.indexOf(":");
  const [kind, code] = at < 0 ? [subject, ""] : [subject.slice(0, at), subject.slice(at + 1)];
  const name = SUBJECTS[kind];
  if (!name) return text(subject, subject);
  if (DESKS.includes(kind!)) return deskName(subject, profile);
  return code === "" ? name : text(`${name.zh} ${code}`, `${name.en} ${code}`);
}

/** Desks of the place, as routes name them. */
const DESKS: readonly string[] = ["department", "region"];

export const SUBJECTS: Readonly<Record<string, Text>> = {
  person: text("账号", "account"),
  session: text("会话", "session"),
  token: text("令牌", "token"),
  "sign-in": text("登录", "sign-in"),
  enterprise: text("企业", "enterprise"),
  alert: text("预警", "alert"),
  case: text("案件", "case"),
  report: text("报告", "report"),
  file: text("文件", "file"),
  upload: text("文件", "file"),
  "threshold-set": text("阈值方案", "threshold set"),
  recipient: text("接收人", "recipient"),
  subscription: text("订阅", "subscription"),
  model: text("风险模型", "risk model"),
  audit: text("审计记录", "audit log"),
  scores: text("评分", "scores"),
  months: text("月度任务", "months"),
  channel: text("渠道", "channel"),
  pause: text("停提醒安排", "pause"),
  department: text("部门", "department"),
  specialist: text("专员", "specialist"),
  industry: text("行业", "industry"),
  region: text("区划", "region"),
  place: text("全域", "place"),
};

const COMMAND_LINE = "command line:";

const ACTORS: Readonly<Record<string, Text>> = {
  nobody: text("未登录者", "somebody not signed in"),
  "set-up link": text("初始化链接", "the set-up link"),
  demo: text("演示", "the demo"),
};

/** Who did it: an account as it is, whoever held the machine by their name there. */
export function actorWords(actor: string): Text {
  if (!actor.startsWith(COMMAND_LINE)) return ACTORS[actor] ?? text(actor, actor);
  const user = actor.slice(COMMAND_LINE.length);
  return text(`命令行（${user}）`, `command line (${user})`);
}
