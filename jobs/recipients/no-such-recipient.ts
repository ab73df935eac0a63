import { Problem } from "../../models/problem.ts";
import { text } from "../../models/text.ts";

export const noSuchRecipient = (id: number): Problem =>
  new Problem(
    "no-data",
    "recipient-unknown",
    text(`没有编号为 ${id} 的接收人。`, `There is no recipient ${id}.`),
    text("请在“接收人”页查看编号，或先登记。", "The page of recipients shows the numbers, and takes new ones in."),
    text(
      "wengang recipient list 列出编号，wengang recipient add 登记。",
      "wengang recipient list shows the numbers, and wengang recipient add registers one.",
    ),
  );
