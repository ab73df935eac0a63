import { expect, it } from "vitest";
import { log } from "../../../src/notify/log/log.ts";
import { message, send, tools } from "./given.ts";

it("the log says in one line what would have been sent, and not to whom", async () => {
  const by = tools();
  expect(await send(log(by), "13800001234", message({ title: "红色预警\n伪造的一行" }))).toEqual({
    kind: "delivered",
    receipt: null,
  });
  expect(by.written).toEqual([
    "红色预警 伪造的一行 | 本月减少 23 人（12%），三个月减少 41 人。 | 同类企业持平。 | 消息编号：n-17-a",
  ]);
});

it("a long message is one line of at most 500 characters that keeps its number", async () => {
  const by = tools();
  await send(log(by), "", message({ lines: ["x".repeat(2000)] }));
  expect(by.written[0]).toHaveLength(500);
  expect(by.written[0]).toMatch(/… \| 消息编号：n-17-a$/);
});
