import type { Field, Mapping } from "../../../models/profile.ts";

/**
 * The tables a Chinese county sends, by header. The first name of each field is the one our templates and the simulator write;
 * the others are what counties really use. A register needs only a code, so it is tried last; the simulator's truth first.
 */
type Columns = Readonly<Partial<Record<Field, readonly string[]>>>;

const CODE = [
  "统一社会信用代码",
  "社会信用代码",
  "信用代码",
  "企业代码",
  "单位代码",
  "机构代码",
  "组织机构代码",
  "code",
];
const NAME = ["企业名称", "单位名称", "名称", "企业", "单位", "name"];
const INDUSTRY = [
  "行业代码",
  "所属行业",
  "行业",
  "国民经济行业",
  "国民经济行业代码",
  "行业类别",
  "行业大类",
  "行业名称",
  "industry",
];
const REGION = [
  "乡镇街道",
  "乡镇（街道）",
  "所属乡镇",
  "所属乡镇街道",
  "所在乡镇",
  "镇街",
  "所属镇街",
  "区划",
  "行政区划",
  "区划代码",
  "region",
];
const MONTH = ["月份", "所属期", "数据月份", "统计月份", "报告期", "调查期", "年月", "月度", "费款所属期", "month"];
const PUBLISHED = ["报送日期", "填报日期", "上报日期", "报表日期", "发布日期", "数据日期", "published_on"];

const HEADCOUNT = [
  "用工人数",
  "期末人数",
  "期末用工人数",
  "期末就业人数",
  "调查期就业人数",
  "参保人数",
  "失业保险参保人数",
  "养老保险参保人数",
  "从业人员",
  "从业人员数",
  "从业人数",
  "从业人员期末人数",
  "职工人数",
  "在岗职工人数",
  "在岗人数",
  "员工人数",
  "就业人数",
  "headcount",
];

const headcountColumns: Columns = {
  code: CODE,
  month: MONTH,
  headcount: HEADCOUNT,
  dispatch: ["劳务派遣人数", "其中：劳务派遣人数", "劳务派遣", "派遣人数", "派遣工人数"],
  hidden: ["隐性失业人数", "隐性失业", "停工留薪人数", "放假人数", "待岗人数"],
  hired: ["新招人数", "新招用人数", "新增人数", "新招", "增员人数", "本月增加"],
  departed: ["减少人数", "减员人数", "减员", "流失人数", "离职人数", "本月减少"],
  reductionType: ["减少类型", "就业人数减少类型", "减员类型"],
  reason1: ["主要原因", "减少主要原因", "减少原因", "减员原因"],
  reason2: ["次要原因", "减少次要原因"],
  reason3: ["第三原因", "减少第三原因"],
  nextMonth: ["下月预计人数", "预计下月人数", "下月预计用工人数", "下月预计"],
  publishedOn: PUBLISHED,
};

const HEADCOUNT_IGNORED = [
  ...NAME,
  ...INDUSTRY,
  ...REGION,
  "序号",
  "备注",
  "建档期就业人数",
  "建档期人数",
  "上月人数",
  "期初人数",
  "主要原因说明",
  "次要原因说明",
  "第三原因说明",
  "原因说明",
  "联系人",
  "联系电话",
];

const truth: Mapping = {
  kind: "none",
  layout: "long",
  columns: {
    code: ["统一社会信用代码"],
    month: ["月份"],
    people: ["人数"],
    kind: ["类型"],
    occurredOn: ["首个动态日期"],
  },
};

/** The simulator's list of claims that were false. */
const falseClaims: Mapping = {
  kind: "none",
  layout: "long",
  columns: {
    code: ["统一社会信用代码"],
    policy: ["政策"],
    appliedOn: ["申请日期"],
    claimedPeople: ["虚报人数"],
    people: ["实有人数"],
  },
};

const headcount: Mapping = {
  kind: "headcount",
  layout: "long",
  columns: headcountColumns,
  ignore: HEADCOUNT_IGNORED,
};

/** A column a month: "2023-01", "2023年1月", "202301", "2023.1", "2023年01月参保人数". */
const headcountWide: Mapping = {
  kind: "headcount",
  layout: "wide",
  columns: { code: CODE, publishedOn: PUBLISHED },
  monthHeader:
    "^\\s*(?<year>(?:19|20)\\d{2})\\s*[-/年.]?\\s*(?<month>1[0-2]|0?[1-9])\\s*月?份?\\s*(?:末|底)?\\s*(?:用工|参保|从业|职工|期末)?(?:人员)?(?:人数|数)?$",
  ignore: HEADCOUNT_IGNORED,
};

const event: Mapping = {
  kind: "event",
  layout: "long",
  columns: {
    code: CODE,
    kind: ["动态类型", "线索类型", "事件类型", "风险类型", "情况类型"],
    occurredOn: ["发生日期", "发生时间", "动态日期", "事件日期", "发现日期"],
    people: ["涉及人数", "影响人数", "拟裁减人数", "拟裁员人数", "涉及职工人数"],
    note: ["说明", "情况说明", "备注", "具体情况", "摘要"],
    publishedOn: PUBLISHED,
  },
  ignore: [...NAME, ...INDUSTRY, ...REGION, "序号", "联系人", "联系电话"],
};

const fact: Mapping = {
  kind: "fact",
  layout: "long",
  columns: {
    code: CODE,
    fact: ["事项", "指标", "指标名称", "项目", "项目名称", "数据项"],
    period: ["所属期间", "所属年度", "所属期", "年度", "期间", "所属时间"],
    value: ["数值", "指标值", "数据", "值"],
    publishedOn: PUBLISHED,
  },
  ignore: [...NAME, ...REGION, "序号", "备注", "计量单位"],
};

const application: Mapping = {
  kind: "application",
  layout: "long",
  columns: {
    code: CODE,
    policy: ["政策", "政策名称", "申领政策", "补贴项目", "申请事项"],
    appliedOn: ["申请日期", "申请时间", "申领日期", "受理日期"],
    claimedPeople: ["申领人数", "申请人数", "享受人数", "补贴人数"],
    claimedAmount: ["申领金额(元)", "申请金额(元)", "申领金额", "申请金额"],
    decidedOn: ["办结日期", "审批日期", "审核日期", "批准日期"],
    grantedAmount: ["核发金额(元)", "发放金额(元)", "拨付金额(元)", "核发金额", "发放金额", "拨付金额"],
    outcome: ["办理结果", "审核结果", "审批结果", "状态"],
    publishedOn: PUBLISHED,
  },
  ignore: [...NAME, ...INDUSTRY, ...REGION, "序号", "备注"],
};

const industry: Mapping = {
  kind: "industry",
  layout: "long",
  columns: { industry: INDUSTRY, region: REGION, month: MONTH, headcount: HEADCOUNT, publishedOn: PUBLISHED },
  ignore: ["序号", "备注", "企业数", "户数"],
};

const register: Mapping = {
  kind: "register",
  layout: "long",
  columns: {
    code: CODE,
    name: NAME,
    industry: INDUSTRY,
    region: REGION,
    ownership: ["登记注册类型", "注册类型", "企业类型", "经济类型", "企业性质", "单位性质", "登记注册统计类别"],
    revenue: ["营业收入(万元)", "营业收入", "营业收入（万元）", "年营业收入（万元）", "主营业务收入（万元）"],
    assets: ["资产总额(万元)", "资产总额", "资产总计（万元）", "资产总计"],
    keyEnterprise: ["重点企业", "是否重点企业", "重点监测企业", "是否重点监测企业"],
    specialist: ["就业服务专员", "服务专员", "专员"],
    successor: ["承继企业代码", "承继单位代码", "承继企业统一社会信用代码", "变更后代码"],
    successorKind: ["承继方式", "承继类型"],
    validFrom: ["开业日期", "生效日期", "成立日期", "开业（成立）时间"],
    validTo: ["注销日期", "失效日期", "注吊销日期", "关闭日期"],
    publishedOn: PUBLISHED,
  },
  ignore: ["序号", "备注", "法定代表人", "联系人", "联系电话", "注册地址", "经营地址", "邮政编码", "主营业务"],
};

const tables: readonly Mapping[] = [
  ...[truth, falseClaims],
  ...[headcount, headcountWide, event, fact, application, industry, register],
];

export const mappings: Readonly<Record<string, readonly Mapping[]>> = { county: tables, workbook: tables };
