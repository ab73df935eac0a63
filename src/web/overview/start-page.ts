import { text } from "../../../models/text.ts";
import { html } from "../../../reports/markup.ts";
import type { Answer } from "../answer.ts";
import { type Asked, personOf } from "../asked.ts";
import type { Route } from "../route.ts";
import { mayOpen } from "../shell/admit.ts";
import { rightsTable } from "./rights-part.ts";

/** For those without enterprises of their own: the pages one may open, and what one may do, said before anybody tries. */
export function startPage(asked: Asked<unknown>, all: readonly Route[]): Answer {
  const { say, visitor } = asked;
  const { name } = personOf(asked);
  const pages = all.filter((one) => one.inHead && one.path !== "/" && mayOpen(one, visitor));
  const main = html`<p class="lead">${say(text(`${name}，您好。您可以打开：`, `Welcome, ${name}. You may open:`))}</p>
<ul>${pages.map((page) => html`<li><a href="${page.path}">${say(page.name)}</a></li>`)}</ul>
${rightsTable(asked)}`;
  return { kind: "page", title: say(text("首页", "Home")), main };
}
