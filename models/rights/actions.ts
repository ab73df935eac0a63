import { type Text, text } from "../text.ts";

interface ActionRow {
  /** A token for reading may only read. */
  readonly kind: "read" | "change";
  /** Too grave for a token: only a person who has just signed in. */
  readonly inPerson?: true;
  /** Nobody may do it to their own work. */
  readonly fourEyes?: true;
  readonly name: Text;
}

/** Everything anybody can do here. What is not in this list cannot be done. */
// biome-ignore format: a table reads better in columns
export const ACTIONS = {
  "read-report":        { kind: "read",   name: text("查看报告",         "read reports") },
  "read-enterprise":    { kind: "read",   name: text("查看企业",         "read an enterprise") },
  "read-finances":      { kind: "read",   name: text("查看企业营收资产", "read an enterprise's finances") },
  "read-alerts":        { kind: "read",   name: text("查看预警",         "read alerts") },
  "read-cases":         { kind: "read",   name: text("查看处置",         "read cases") },
  acknowledge:          { kind: "change", name: text("签收预警",         "acknowledge an alert") },
  assign:               { kind: "change", name: text("指派",             "assign") },
  "case-step":          { kind: "change", name: text("记录处置步骤",     "record a case step") },
  "close-case":         { kind: "change", name: text("办结",             "close a case") },
  "rate-alert":         { kind: "change", name: text("评价预警",         "rate an alert") },
  "pause-alerts":       { kind: "change", name: text("暂停预警",         "pause alerts") },
  "read-routes":        { kind: "read",   name: text("查看派单规则和接收人", "read routes and recipients") },
  "read-data":          { kind: "read",   name: text("查看报送的数据",   "read what was handed in") },
  "report-event":       { kind: "change", name: text("报送动态",         "report an event") },
  import:               { kind: "change", name: text("导入数据",         "import data") },
  "review-import":      { kind: "change", fourEyes: true, name: text("初审数据", "review an import") },
  "accept-import":      { kind: "change", fourEyes: true, name: text("审核入库", "accept an import") },
  export:               { kind: "read",   name: text("导出",             "export") },
  "review-report":      { kind: "change", fourEyes: true, name: text("审核报告", "review a report") },
  "issue-report":       { kind: "change", inPerson: true, name: text("签发报告", "issue a report") },
  "preview-thresholds": { kind: "read",   name: text("试算阈值",         "try out thresholds") },
  "edit-thresholds":    { kind: "change", name: text("修改阈值",         "edit thresholds") },
  "review-thresholds":  { kind: "change", fourEyes: true, name: text("审核阈值", "review thresholds") },
  "manage-routes":      { kind: "change", name: text("维护派单规则",     "keep the routes") },
  "reveal-address":     { kind: "read",   inPerson: true, name: text("查看完整联系方式", "reveal an address") },
  "manage-channels":    { kind: "change", inPerson: true, name: text("维护通知渠道", "keep the channels") },
  "manage-people":      { kind: "change", inPerson: true, name: text("管理账号", "manage people") },
  "grant-rights":       { kind: "change", inPerson: true, name: text("授权",     "grant rights") },
  "manage-security":    { kind: "change", inPerson: true, name: text("管理安全策略", "manage security") },
  "read-audit":         { kind: "read",   inPerson: true, name: text("查看审计记录", "read the audit log") },
  "read-metrics":       { kind: "read",   name: text("读取运行指标",     "read metrics") },
  "own-account":        { kind: "change", inPerson: true, name: text("管理本人账号", "keep one's own account") },
} as const satisfies Readonly<Record<string, ActionRow>>;

export type Action = keyof typeof ACTIONS;

export const actionRow = (action: Action): ActionRow => ACTIONS[action];
