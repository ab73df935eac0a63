import { text } from "../../models/text.ts";
import { openSession } from "../session.ts";
import { checkOrigin } from "../web/origin.ts";
import type { CommandSpec } from "./command.ts";
import { numberOption, optional, required } from "./values.ts";

export const DEFAULT_PORT = "8237";
export const serve: CommandSpec = {
  usage: "serve",
  summary: text("启动网页服务，并按关账日自动补跑到期月份", "serve the pages, and run months as they fall due"),
  options: [
    ["--port <n>", text("端口（仅本机可访问）", "port (this machine only)"), DEFAULT_PORT],
    [
      "--origin <url>",
      text(
        "对外地址：由本机反向代理提供 https 时使用",
        "address people type, when a proxy on this machine serves it by https",
      ),
    ],
  ],
  examples: [
    "wengang serve",
    "wengang serve --port 9000 --database postgres://user@host/wengang",
    "wengang serve --origin https://wengang.example.gov.cn",
  ],
  run: async (_args, options, context) => {
    const port = numberOption(required(options, "port", "--port"), "--port", 0, 65535);
    const named = optional(options, "origin");
    const origin = named === undefined ? null : checkOrigin(named);
    const session = await openSession(context.where, false);
    try {
      const { servePlace } = await import("../serve.ts"); // the pages are much to load for other commands
      await servePlace(session, { port, origin }, context);
      return { lines: [text("已停止。", "Stopped.")], json: { port } };
    } finally {
      await session.db.close();
    }
  },
};
