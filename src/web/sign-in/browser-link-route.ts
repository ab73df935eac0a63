import { z } from "zod";
import { text } from "../../../models/text.ts";
import { html } from "../../../reports/markup.ts";
import { hashOf } from "../../auth/secret.ts";
import { linkOf, spendLink } from "../../db/people/link.ts";
import { personById } from "../../db/people/person.ts";
import { form } from "../pages/form.ts";
import { type Route, route, takes } from "../route.ts";
import { begin } from "./begin.ts";
import { linkDead } from "./link-problem.ts";
import type { Services } from "./services.ts";

const NAME = text("进入演示", "Enter the demo");
const OPEN = { open: "the secret in the path is the proof, once" };
const PATH = "/enter/:secret";
const secret = z.string().max(100);

/** The link that the demo prints. Looking at it uses nothing up: chat programs look at every link. */
export const browserLinkRoutes = ({ db }: Services): readonly Route[] => [
  route({
    ...{ method: "get", path: PATH, kind: "page", name: NAME, rule: OPEN, proof: true },
    input: takes({ params: { secret } }),
    handle: async (asked) => {
      const given = asked.input.params.secret;
      if (!(await linkOf(db, hashOf(given), "browser", asked.now))) throw linkDead();
      const words = text(
        "这是模拟数据的演示，点击后以演示身份进入。此链接只能使用一次。",
        "This is a demonstration on simulated data. The button lets you in as the demo person; the link works once.",
      );
      const main = html`<p>${asked.say(words)}</p>\n${form(asked, { action: `/enter/${given}`, button: NAME, fields: null })}`;
      return { kind: "page", title: asked.say(NAME), main };
    },
  }),
  route({
    ...{ method: "post", path: PATH, kind: "page", name: NAME, rule: OPEN, proof: true },
    input: takes({ params: { secret } }),
    handle: async (asked) => {
      const session = await db.transaction(async (tx) => {
        const link = await spendLink(tx, hashOf(asked.input.params.secret), "browser", asked.now);
        const person = link?.person == null ? null : await personById(tx, link.person);
        if (person?.disabledAt !== null) throw linkDead();
        return begin(tx, asked, person, { way: "link", secondFactor: true });
      });
      return { kind: "redirect", to: "/", session };
    },
  }),
];
