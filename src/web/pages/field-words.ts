import { GROUPS } from "../../../models/statute/art41.ts";
import { type Language, type Text, text } from "../../../models/text.ts";

type Written = "text" | "date" | "number";

interface FieldRow {
  readonly name: Text;
  /** How it is written; left out, it is chosen from a list, or comes with the form. */
  readonly as?: Written;
  readonly secret?: true;
}

/** Every field that a form of ours sends, as its reader knows it. */
// biome-ignore format: a table reads better in columns
const FIELDS: Readonly<Record<string, FieldRow>> = {
  account:      { name: text("账号", "Account"), as: "text" },
  address:      { name: text("地址", "Address"), secret: true },
  again:        { name: text("再输一次", "Once more"), secret: true },
  against:      { name: text("对照方案", "Set compared with") },
  back:         { name: text("返回的页面", "Page led back to") },
  benefit:      { name: text("领取失业保险金", "On unemployment benefit"), as: "number" },
  cell:         { name: text("位置", "Cell"), as: "text" },
  channel:      { name: text("渠道", "Channel") },
  code:         { name: text("验证码", "Code"), secret: true },
  criticality:  { name: text("紧急程度", "Urgency") },
  current:      { name: text("当前密码", "Password in use"), secret: true },
  days:         { name: text("有效天数", "Days it works"), as: "number" },
  decision:     { name: text("审核意见", "Decision") },
  department:   { name: text("部门", "Department") },
  deputy:       { name: text("代班人", "Who stands in") },
  desk:         { name: text("单位", "Desk") },
  difficulties: { name: text("困难", "Difficulties") },
  dismissed:    { name: text("被裁减", "Dismissed"), as: "number" },
  due:          { name: text("期限", "Due"), as: "date" },
  explainedOn:  { name: text("向工会或全体职工说明的日期", "Day on which union or staff were told"), as: "date" },
  filedOn:      { name: text("报告日期", "Filed on"), as: "date" },
  file:         { name: text("文件", "File"), secret: true },
  format:       { name: text("附件格式", "Files") },
  from:         { name: text("开始日期", "First day"), as: "text" },
  ground:       { name: text("理由", "Ground") },
  group:        { name: text("人群", "Group") },
  headcount:    { name: text("人数", "Persons"), as: "number" },
  intervened:   { name: text("处置是否起到作用", "Did what was done help?") },
  kept:         { name: text("保住岗位", "Jobs kept"), as: "number" },
  kind:         { name: text("类型", "Kind") },
  language:     { name: text("语言", "Language") },
  last:         { name: text("最后一天", "Last day"), as: "date" },
  measure:      { name: text("措施", "Measure") },
  month:        { name: text("月份", "Month"), as: "text" },
  name:         { name: text("姓名", "Name"), as: "text" },
  new:          { name: text("新密码", "New password"), secret: true },
  next:         { name: text("登录后的页面", "Page after signing in") },
  note:         { name: text("说明", "Note"), as: "text" },
  offered:      { name: text("推荐岗位", "Jobs offered"), as: "number" },
  old:          { name: text("原值", "Former value"), as: "text" },
  on:           { name: text("日期", "Day"), as: "date" },
  outcome:      { name: text("结果", "Outcome") },
  owner:        { name: text("负责人", "To whom"), as: "text" },
  password:     { name: text("密码", "Password"), secret: true },
  people:       { name: text("人数", "People"), as: "number" },
  person:       { name: text("人员", "Person"), as: "text" },
  placed1:      { name: text("1个月内再就业", "In work within 1 month"), as: "number" },
  placed3:      { name: text("3个月内再就业", "In work within 3 months"), as: "number" },
  placed6:      { name: text("6个月内再就业", "In work within 6 months"), as: "number" },
  publishedOn:  { name: text("发布日期", "Published on"), as: "date" },
  reason:       { name: text("原因", "Reason"), as: "text" },
  recipient:    { name: text("接收人", "Recipient") },
  region:       { name: text("区划", "Region") },
  replaces:     { name: text("更正的方案", "Plan it corrects") },
  role:         { name: text("角色", "Role") },
  scope:        { name: text("范围", "Scope") },
  since:        { name: text("自何处起", "From where on") },
  set:          { name: text("阈值方案", "Threshold set") },
  specialist:   { name: text("专员姓名", "Specialist"), as: "text" },
  sso:          { name: text("单点登录的统一身份", "Identity at the provider of single sign-on"), as: "text" },
  staff:        { name: text("职工总数", "Staff"), as: "number" },
  subject:      { name: text("对象代码", "Code of what it is about"), as: "text" },
  startsOn:     { name: text("首次裁减日期", "First day of dismissals"), as: "date" },
  trained:      { name: text("参加培训", "In training"), as: "number" },
  until:        { name: text("结束日期", "Last day"), as: "date" },
  validFrom:    { name: text("生效日期", "First day"), as: "date" },
  validTo:      { name: text("失效日期", "Last day"), as: "date" },
  value:        { name: text("更正为", "Its right value"), as: "text" },
  ...Object.fromEntries(GROUPS.map(({ code, name }): [string, FieldRow] => [`group-${code}`, { name, as: "number" }])),
};

/** A field's row; strangers send names that objects have of themselves. */
const rowOf = (name: string): FieldRow | null => (Object.hasOwn(FIELDS, name) ? FIELDS[name]! : null);

/** What a field is called on forms that mean something else by it, by the form's address. */
// biome-ignore format: a table reads better in columns
const ON_FORMS: readonly (readonly [form: RegExp, fields: Readonly<Record<string, Text>>])[] = [
  [/\/useful$/,           { reason: text("评价", "Answer"), note: text("说明", "More") }],
  [/\/comment$/,          { reason: text("备注", "Comment") }],
  [/\/snooze$/,           { until: text("提醒恢复日", "Until") }],
  [/\/events$/,           { kind: text("动态类型", "Event") }],
  [/^\/recipients\/away$/, { recipient: text("谁外出", "Who is away") }],
  [/^\/recipients\/duty$/, { recipient: text("谁值班", "Who is on duty") }],
  [/^\/subscriptions$/,   { kind: text("报告", "Report") }],
  [/^\/account\/password$/, { password: text("新密码", "New password") }],
  [/^\/account\/tokens$/,  { name: text("用途", "What it is for") }],
  [/^\/thresholds\/save$/, { from: text("生效月份", "In force from"), reason: text("理由", "Reason") }],
  [/^\/rights\//,         { reason: text("理由", "Reason") }],
];

/** What a field of a form is called in the reader's language, as its label has it; what no form of ours has keeps its own name. */
export function fieldWords(name: string, language: Language, form: string): string {
  const own = ON_FORMS.find(([address, fields]) => address.test(form) && Object.hasOwn(fields, name))?.[1][name];
  return (own ?? rowOf(name)?.name)?.[language] ?? name;
}

export const isKnownField = (name: string): boolean => rowOf(name) !== null;

/** null: it is not written by hand. */
export const writtenAs = (name: string): Written | null => rowOf(name)?.as ?? null;

export const isSecret = (name: string): boolean => rowOf(name)?.secret === true;
