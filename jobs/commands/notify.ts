import { text } from "../../models/text.ts";
import { configuredChannels } from "../configured-channels.ts";
import { EXIT } from "../exit.ts";
import { sentLines } from "../sent-lines.ts";
import { testChannel } from "../test-channel.ts";
import type { CommandSpec } from "./command.ts";
import { required } from "./values.ts";

export const notifyTest: CommandSpec = {
  usage: "notify test",
  summary: text(
    "向渠道自己的地址发一条测试消息（渝快政和短信渠道尚未与真实服务联调）",
    "send one test message to a channel's own address (渝快政 and text messages are untested against the real services)",
  ),
  options: [
    [
      "--channel <name>",
      text("渠道名称，见 WENGANG_CHANNELS 所指的文件", "name of the channel, as in the file WENGANG_CHANNELS names"),
    ],
  ],
  examples: ["wengang notify test --channel office"],
  run: async (_args, options, { environment, clock, language, signal, say }) => {
    const name = required(options, "channel", "--channel");
    const channels = await configuredChannels(environment, { clock, write: (line) => say(text(line, line)) });
    const asked = { now: clock(), chance: Math.random(), language, signal };
    const { open, key, sent } = await testChannel(channels, name, asked);
    return {
      lines: sentLines(open, key, sent),
      json: { channel: name, type: open.channel.kind, key, ...sent },
      ...(sent.kind === "failed" ? { exitCode: EXIT.undelivered } : {}),
    };
  },
};
