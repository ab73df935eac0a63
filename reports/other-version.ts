import { Problem } from "../models/problem.ts";
import { type Text, text } from "../models/text.ts";

export const otherVersion = (title: Text): Problem =>
  new Problem(
    "usage",
    "report-of-other-version",
    text(`《${title.zh}》由其他版本的程序定稿，本版本不能读取。`, `"${title.en}" was frozen by another version.`),
    text("请用当时的版本打开。", "Open it with the version that issued it."),
  );
