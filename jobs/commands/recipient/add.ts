import { type Language, text } from "../../../models/text.ts";
import { addRecipient } from "../../recipients/add-recipient.ts";
import { openSession } from "../../session.ts";
import { openSender } from "../../tick.ts";
import type { CommandSpec, Options } from "../command.ts";
import { dateOption, optional, required } from "../values.ts";

export const addCommand: CommandSpec = {
  usage: "recipient add",
  summary: text("登记接收人：某单位由谁、通过哪个渠道接收预警", "put somebody behind a desk, reached by a channel"),
  options: [
    [
      "--desk <desk>",
      text("单位：department:代码、region:代码 或 specialist:姓名", "department:CODE, region:CODE or specialist:NAME"),
    ],
    ["--name <name>", text("姓名或群名", "name of the person or group")],
    [
      "--channel <name>",
      text("渠道名称，见 WENGANG_CHANNELS 所指的文件", "channel, as in the file WENGANG_CHANNELS names"),
    ],
    ["--address <address>", text("地址；不给时使用渠道自己的地址", "address; without it the channel's own")],
    ["--lang-of <zh|en>", text("接收语言（默认中文）", "language of the messages (default Chinese)"), "zh"],
    ["--from <YYYY-MM-DD>", text("生效日期", "first day")],
    ["--until <YYYY-MM-DD>", text("失效日期", "last day")],
  ],
  examples: [
    "wengang recipient add --desk department:miit --name 县经济信息委群 --channel miit-dingtalk",
    "wengang recipient add --desk specialist:王小明 --name 王小明 --channel office-mail --address wang@wushan.example",
  ],
  run: async (_args, options, context) => {
    const { where, clock, environment } = context;
    const { db, profile } = await openSession(where, false);
    try {
      const { channels, keys } = await openSender(context);
      const channel = required(options, "channel", "--channel");
      const [from, until] = [optional(options, "from"), optional(options, "until")];
      const wanted = {
        ...{ desk: required(options, "desk", "--desk"), name: required(options, "name", "--name"), channel },
        ...{ address: optional(options, "address") ?? null, language: languageOf(options) },
        validFrom: from === undefined ? null : dateOption(from, "--from"),
        validTo: until === undefined ? null : dateOption(until, "--until"),
      };
      const adding = { profile, channels, keys, actor: environment.user, now: clock() };
      const { id, desk, hint } = await addRecipient(db, wanted, adding);
      return {
        lines: [
          text(`已登记接收人 ${id}：${desk} ← ${channel} ${hint}`, `Recipient ${id}: ${desk} ← ${channel} ${hint}`),
        ],
        json: { id, desk, channel, hint },
      };
    } finally {
      await db.close();
    }
  },
};

const languageOf = (options: Options): Language => (optional(options, "langOf") === "en" ? "en" : "zh");
