import type { Problem, ProblemKind } from "../../../models/problem.ts";
import { type Language, text } from "../../../models/text.ts";
import { html } from "../../../reports/markup.ts";
import type { Answer } from "../answer.ts";
import { type Sent, sentAgain } from "./sent-again.ts";

const WORDS = {
  title: text("没有完成", "This was not done"),
  code: text("代码", "Code"),
  cause: text("原因", "Cause"),
  next: text("下一步", "Next step"),
  request: text("请求编号", "Request number"),
  home: text("回到首页", "Go to the first page"),
} as const;

/** Where sending the same again would be refused again. */
const IN_VAIN: readonly ProblemKind[] = ["denied", "no-data", "not-signed-in"];

interface ProblemReader {
  readonly language: Language;
  readonly formToken: string;
  /** The form that was refused, if it was one. */
  readonly sent: Sent | undefined;
}

/** An error as a page: what happened, why, what to do, and the form that was refused with all that stood in it. */
export function problemPage(
  { code, kind, reason, next }: Pick<Problem, "code" | "kind" | "reason" | "next">,
  request: string,
  { language, formToken, sent }: ProblemReader,
): Extract<Answer, { kind: "page" }> {
  const facts = [
    [WORDS.cause, reason[language]],
    [WORDS.next, next[language]],
    [WORDS.code, code],
    [WORDS.request, request],
  ] as const;
  const main = html`<dl class="facts">${facts.map(([name, value]) => html`<dt>${name[language]}</dt><dd>${value}</dd>`)}</dl>
${sent && !IN_VAIN.includes(kind) ? sentAgain({ language, formToken }, sent) : null}<p><a href="/">${WORDS.home[language]}</a></p>`;
  return { kind: "page", title: WORDS.title[language], main };
}
