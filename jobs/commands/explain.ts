import { text } from "../../models/text.ts";
import { accountJson } from "../explain/account-json.ts";
import { accountLines } from "../explain/account-lines.ts";
import { explainOne } from "../explain/explain-one.ts";
import { openSession } from "../session.ts";
import type { CommandSpec } from "./command.ts";
import { monthOption, required } from "./values.ts";

export const explainCommand: CommandSpec = {
  usage: "explain",
  summary: text(
    "逐项说明一户企业某月的评分：同类企业、风险构成、规则、走势，并按存档数据重新计算核对",
    "what one enterprise's score in a month is made of, computed anew on the data it was made from",
  ),
  options: [
    ["--enterprise <code>", text("企业代码", "the enterprise's code")],
    ["--month <YYYY-MM>", text("月份", "the month")],
  ],
  examples: [
    "wengang explain --enterprise 91500237MA5U0A1B2C --month 2025-12",
    "wengang explain --enterprise 91500237MA5U0A1B2C --month 2025-12 --json",
  ],
  run: async (_args, options, { where, workers }) => {
    const code = required(options, "enterprise", "--enterprise");
    const month = monthOption(required(options, "month", "--month"), "--month");
    const { db, profile } = await openSession(where, false);
    try {
      const explained = await explainOne(db, code, month, profile, workers);
      const { account, run, thresholdSet, peerLines } = explained;
      return {
        lines: accountLines(account, run, thresholdSet, peerLines, profile),
        json: accountJson(explained, code),
      };
    } finally {
      await db.close();
    }
  },
};
