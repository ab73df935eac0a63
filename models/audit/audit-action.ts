import { ACTIONS, type LifeAction } from "../alert/actions.ts";
import { STEPS, type StepKind } from "../case/step.ts";
import { RULINGS, type Ruling } from "../rights/ruling.ts";
import { type Text, text } from "../text.ts";

// biome-ignore format: a table reads better in columns
const OWN = {
  "first-factor-shown":  text("已验证密码",           "password shown"),
  "signed-in":           text("登录",                 "signed in"),
  "signed-out":          text("退出",                 "signed out"),
  "proof-refused":       text("验证未通过",           "password or code refused"),
  "password-changed":    text("更换密码",             "changed the password"),
  "password-set-by-link": text("凭链接设置密码",      "set the password by a link"),
  "second-factor-set":   text("设置第二重验证",       "set up the second factor"),
  "recovery-codes-made": text("更换恢复码",           "made recovery codes"),
  "token-made":          text("新建接口令牌",         "made a token"),
  "token-revoked":       text("作废接口令牌",         "revoked a token"),
  "session-ended":       text("结束会话",             "ended a session"),
  "account-unlocked":    text("解锁账号",             "unlocked an account"),
  "person-added":        text("新建账号",             "added an account"),
  "person-disabled":     text("停用账号",             "disabled an account"),
  "person-reset":        text("重新发放链接",         "gave out a new link"),
  "person-identity":     text("更改统一身份",         "changed who somebody is at the provider"),
  "audit-checked":       text("核对审计记录",         "checked the audit log"),
  export:                text("导出",                 "exported"),
  import:                text("命令行导入",           "imported on the command line"),
  run:                   text("执行月度任务",         "ran months"),
  train:                 text("训练风险模型",         "trained the risk model"),
  issue:                 text("命令行签发报告",       "issued a report on the command line"),
  "report-review":       text("审核报告",             "reviewed a report"),
  "report-issue":        text("签发报告",             "issued a report"),
  "report-correct":      text("印发更正通知",         "issued a correction"),
  "report-subscribe":    text("添加报告订阅",         "subscribed a recipient"),
  "report-unsubscribe":  text("退订报告",             "ended a subscription"),
  "recipient-add":       text("添加接收人",           "added a recipient"),
  "recipient-amend":     text("更改接收人",           "changed a recipient"),
  "recipient-away":      text("登记外出与代班",       "noted who is away"),
  "recipient-duty":      text("登记值班",             "noted who is on duty"),
  "recipient-end":       text("停止向接收人发送",     "ended a recipient"),
  "recipient-fixed":     text("登记地址已修好",       "noted that an address works again"),
  "reveal-address":      text("查看完整地址",         "was shown an address in full"),
  "channel-test":        text("发送测试消息",         "sent a test message"),
  "pause-add":           text("登记停提醒安排",       "announced a pause"),
  "pause-end":           text("提前结束停提醒",       "ended a pause early"),
  "threshold-save":      text("保存阈值方案",         "saved a threshold set"),
  "threshold-approve":   text("审核通过阈值方案",     "approved a threshold set"),
  "threshold-withdraw":  text("撤回阈值方案",         "withdrew a threshold set"),
  "threshold-restore":   text("恢复阈值方案",         "rolled back to a threshold set"),
  "threshold-roll-back": text("命令行恢复阈值方案",   "rolled back to a threshold set on the command line"),
  upload:                text("上传文件",             "handed in a file"),
  "upload-submit":       text("提交审核",             "sent a file to review"),
  "upload-import":       text("文件入库",             "imported a file"),
  "upload-pass":         text("审核通过文件",         "passed a file"),
  "upload-refuse":       text("退回文件",             "sent a file back"),
  "upload-correct":      text("更正文件单元格",       "corrected a cell of a file"),
  "upload-download":     text("下载文件",             "downloaded a file"),
  "headcount-correct":   text("更正用工人数",         "corrected a headcount"),
  "event-report":        text("报送动态",             "reported an event"),
  "layoff-plan":         text("登记裁员方案",         "registered a layoff plan"),
  "alert-useful":        text("评价预警",             "rated an alert"),
  "case-placed":         text("登记再就业人数",       "counted those placed again"),
} as const satisfies Readonly<Record<string, Text>>;

/** Everything that is ever written into the audit log: what is not in this table cannot be written. */
export type AuditAction = keyof typeof OWN | `alert-${LifeAction}` | `case-${StepKind}` | `rights-${Ruling}`;

const of = (prefix: string, thing: Text, rows: Readonly<Record<string, { readonly name: Text }>>) =>
  Object.entries(rows).map(
    ([code, { name }]) => [`${prefix}-${code}`, text(`${thing.zh}：${name.zh}`, `${thing.en}: ${name.en}`)] as const,
  );

/** What each is called. */
export const AUDIT_ACTIONS = Object.fromEntries([
  ...Object.entries(OWN),
  ...of("alert", text("预警", "alert"), ACTIONS),
  ...of("case", text("案件", "case"), STEPS),
  ...of("rights", text("授权", "rights"), RULINGS),
]) as Readonly<Record<AuditAction, Text>>;

/** What an action is called; one from before this table is called as it was written. */
export const auditActionWords = (action: string): Text =>
  Object.hasOwn(AUDIT_ACTIONS, action) ? AUDIT_ACTIONS[action as AuditAction] : text(action, action);
