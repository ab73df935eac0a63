import { text } from "../../models/text.ts";
import { openSession } from "../session.ts";
import type { CommandSpec } from "./command.ts";

export const init: CommandSpec = {
  usage: "init",
  summary: text(
    "建立数据库并绑定地区配置；重复执行不改变任何内容",
    "make the database and tie it to a profile; a second time changes nothing",
  ),
  options: [],
  examples: [
    "wengang init --profile wushan",
    "wengang init --profile kaunas --data-dir kaunas-data",
    "wengang init --database postgres://user@host/wengang",
  ],
  run: async (_args, _options, { where }) => {
    const { db, profile, founded } = await openSession(where, true);
    await db.close();
    const place = where.database ? "PostgreSQL" : where.dataDir;
    const line = founded
      ? text(
          `已在 ${place} 建立数据库，地区配置：${profile.title.zh}（${profile.name}）。`,
          `Made the database at ${place} for profile ${profile.title.en} (${profile.name}).`,
        )
      : text(
          `${place} 的数据库已就绪，地区配置：${profile.title.zh}（${profile.name}），未作改变。`,
          `The database at ${place} is ready, profile ${profile.title.en} (${profile.name}); nothing changed.`,
        );
    return { lines: [line], json: { profile: profile.name, founded } };
  },
};
