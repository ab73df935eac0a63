import { z } from "zod";
import { ROLES, type Role } from "../../../models/rights/roles.ts";
import { text } from "../../../models/text.ts";
import { html } from "../../../reports/markup.ts";
import { personOf } from "../asked.ts";
import { given } from "../given.ts";
import type { WebOptions } from "../options.ts";
import { pair } from "../pair.ts";
import { type Route, route, takes } from "../route.ts";
import { PEOPLE_ANSWER } from "./people-answer.ts";
import { PEOPLE, peoplePage } from "./people-page.ts";

const RULE = { right: "manage-people", over: "place" } as const;
const words = z.string().trim().max(200).optional();
const account = z.string().trim().max(64);

/** Accounts, kept by the same tasks as `wengang person`, which write the audit log themselves. */
export const peopleRoutes = (options: WebOptions): readonly Route[] => {
  const { desk } = options;
  return [
    ...pair({
      ...{ path: "/people", name: PEOPLE, rule: RULE, inHead: true },
      ...{ input: takes(), answers: PEOPLE_ANSWER },
      view: async () => desk.people(),
      page: (asked, view) => peoplePage(asked, view, options.profile),
    }),
    ...(["add", "reset", "disable"] as const).map((task) =>
      route({
        ...{ method: "post", path: `/people/${task}`, kind: "page", name: NAMES[task], rule: RULE },
        input: takes({
          body: {
            account,
            name: words,
            role: z.enum(Object.keys(ROLES) as [Role, ...Role[]]).optional(),
            department: words,
            region: words,
            specialist: words,
          },
        }),
        handle: async (asked) => {
          const { csrf: _csrf, account: whose, ...rest } = asked.input.body;
          const said = await desk.person(task, {
            account: whose,
            options: given(rest),
            origin: options.origin,
            actor: personOf(asked).account,
          });
          const main = html`${said.map((one) => html`<p class="secret">${asked.say(one)}</p>`)}
<p><a href="/people">${asked.say(text("返回账号列表", "Back to the accounts"))}</a></p>`;
          return { kind: "page", title: asked.say(NAMES[task]), main };
        },
      }),
    ),
  ];
};

const NAMES = {
  add: text("新建账号", "Add an account"),
  reset: text("重新发放登录链接", "Give out a new link"),
  disable: text("停用账号", "Disable an account"),
} as const;
