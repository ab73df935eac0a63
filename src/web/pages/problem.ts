import type { Problem } from "../../../models/problem.ts";
import { type Language, text } from "../../../models/text.ts";
import { html } from "../../../reports/markup.ts";
import type { Answer } from "../answer.ts";

const WORDS = {
  title: text("没有完成", "This was not done"),
  code: text("代码", "Code"),
  cause: text("原因", "Cause"),
  next: text("下一步", "Next step"),
  request: text("请求编号", "Request number"),
  home: text("回到首页", "Go to the first page"),
} as const;

/** An error as a page: what happened, why, and what to do. */
export function problemPage(
  { code, reason, next }: Pick<Problem, "code" | "reason" | "next">,
  request: string,
  language: Language,
): Extract<Answer, { kind: "page" }> {
  const facts = [
    [WORDS.cause, reason[language]],
    [WORDS.next, next[language]],
    [WORDS.code, code],
    [WORDS.request, request],
  ] as const;
  const main = html`<dl class="facts">${facts.map(([name, value]) => html`<dt>${name[language]}</dt><dd>${value}</dd>`)}</dl>
<p><a href="/">${WORDS.home[language]}</a></p>`;
  return { kind: "page", title: WORDS.title[language], main };
}
