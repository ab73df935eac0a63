import { type Text, text } from "../../../models/text.ts";
import type { Threshold } from "../../../models/threshold.ts";

const chosen = (value: number, unit: string, note: Text): Threshold => ({
  value,
  unit,
  origin: { kind: "convention", note },
  validFrom: "2026-01",
});

/** How much the shell takes from one browser, program or form. */
export const SHELL_LIMITS = {
  perAddress: chosen(
    600,
    "requests a minute",
    text("一个出口地址后有十来个人，每人每秒一次", "ten people behind one address, once a second each"),
  ),
  perPerson: chosen(300, "requests a minute", text("一人每秒五次，含脚本", "five a second, scripts included")),
  proofs: chosen(30, "requests a minute", text("验证密码每次约耗时30毫秒", "each costs about 30 ms of argon2id")),
  body: chosen(
    65_536,
    "bytes",
    text("最大的表单不到一千字节；文件另行上传", "the largest form is below 1,000; files go elsewhere"),
  ),
  upload: chosen(
    10_485_760,
    "bytes",
    text(
      "20万行的月报表约8兆字节；更大的用命令行导入",
      "a monthly table of 200,000 rows has about 8 MB; larger ones go by the command line",
    ),
  ),
  openUploads: chosen(
    20,
    "files",
    text("一人一月报送几份，二十份是没有办结的积压", "a desk hands in a few a month; twenty is a heap left lying"),
  ),
  fields: chosen(100, "fields", text("最大的表单不到十项", "the largest form has fewer than ten")),
} as const satisfies Readonly<Record<string, Threshold>>;
