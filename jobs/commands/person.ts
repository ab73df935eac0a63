import { Problem } from "../../models/problem.ts";
import { text } from "../../models/text.ts";
import { commandActor } from "../note-command.ts";
import { PERSON_TASKS } from "../people/person-tasks.ts";
import { openSession } from "../session.ts";
import { checkOrigin } from "../web/origin.ts";
import type { CommandSpec } from "./command.ts";
import { DEFAULT_PORT } from "./serve.ts";
import { optional } from "./values.ts";

export const person: CommandSpec = {
  usage: "person <task> [account]",
  summary: text(
    "管理账号：add 新增、grant 授权、disable 停用、reset 重新发放、identity 更改统一身份、list 列出",
    "manage people: add, grant (rights that wait), disable, reset (a new way in), identity (who they are at the provider), list",
  ),
  options: [
    ["--name <name>", text("姓名", "the person's name")],
    [
      "--role <roles>",
      text(
        "角色，可用逗号分隔：regulator、office、analyst、specialist、township；或单独一个 administrator、auditor、security-officer",
        "roles, with commas: regulator, office, analyst, specialist, township; or one alone of administrator, auditor, security-officer",
      ),
    ],
    ["--department <codes>", text("所属部门（代码或名称）", "departments, by code or name")],
    ["--region <names>", text("所属乡镇街道（代码或名称）", "towns or streets, by code or name")],
    ["--specialist <name>", text("名册中就业服务专员的姓名", "the name by which the register assigns enterprises")],
    [
      "--sso <subject>",
      text("单点登录的身份：签发者|主体", "identity at the provider of single sign-on: issuer|subject"),
    ],
    ["--origin <url>", text("网页服务的对外地址，用于打印链接", "address of the service, for the link")],
  ],
  examples: [
    "wengang person add zhangsan --name 张三 --role regulator --department miit --origin https://wengang.example.gov.cn",
    "wengang person add lisi --name 李四 --role township --region 高唐街道",
    "wengang person reset zhangsan",
    "wengang person grant zhangsan",
    "wengang person identity zhangsan --sso 'https://sso.example.gov.cn|1024'",
    "wengang person disable zhangsan",
    "wengang person list",
  ],
  run: async ([task = "", account = ""], options, { where, environment, clock }) => {
    if (!isTask(task)) throw taskUnknown(task);
    if (account === "" && task !== "list") throw accountMissing();
    const origin = checkOrigin(optional(options, "origin") ?? `http://127.0.0.1:${DEFAULT_PORT}`);
    const { db, profile } = await openSession(where, task === "add");
    try {
      const by = { actor: commandActor(environment), byHolder: true, now: clock() };
      return await PERSON_TASKS[task]({ db, profile, account, options, origin, ...by });
    } finally {
      await db.close();
    }
  },
};

const isTask = (name: string): name is keyof typeof PERSON_TASKS => Object.hasOwn(PERSON_TASKS, name);

const taskUnknown = (task: string): Problem =>
  new Problem(
    "usage",
    "task-unknown",
    text(`没有“person ${task}”。`, `There is no "person ${task}".`),
    text(
      "可用：add、grant、disable、reset、identity、list。",
      "There are: add, grant, disable, reset, identity, list.",
    ),
  );

const accountMissing = (): Problem =>
  new Problem(
    "usage",
    "account-missing",
    text("缺少账号。", "The account is missing."),
    text("请写成 wengang person add 账号 …。", "Write it as wengang person add ACCOUNT …."),
  );
