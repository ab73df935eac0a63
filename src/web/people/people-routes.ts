import { z } from "zod";
import { text } from "../../../models/text.ts";
import { html } from "../../../reports/markup.ts";
import { type Asked, personOf } from "../asked.ts";
import type { PersonTaskName } from "../desk.ts";
import type { WebOptions } from "../options.ts";
import { pair } from "../pair.ts";
import { type Route, route, takes } from "../route.ts";
import { GRANT_SENT, grantOptions } from "./grant-fields.ts";
import { PEOPLE_ANSWER, PERSON_DONE } from "./people-answer.ts";
import { PEOPLE, peoplePage } from "./people-page.ts";
import { PEOPLE_INPUT, peopleView } from "./people-view.ts";

const RULE = { right: "manage-people", over: "place" } as const;
const account = z.string().trim().max(64);

/** Accounts, kept by the same tasks as `wengang person`, which write the audit log themselves. */
export const peopleRoutes = (options: WebOptions): readonly Route[] => [
  ...pair({
    ...{ path: "/people", name: PEOPLE, rule: RULE, inHead: true },
    ...{ input: PEOPLE_INPUT, answers: PEOPLE_ANSWER },
    view: (asked) => peopleView(options, asked),
    page: (asked, view) => peoplePage(asked, view, options),
  }),
  ...taskRoutes(options, "add", ADD, ({ name, sso, ...grant }) => ({
    ...grantOptions(grant),
    ...(name ? { name } : {}),
    ...(sso ? { sso } : {}),
  })),
  ...taskRoutes(options, "identity", IDENTITY, ({ sso }) => (sso ? { sso } : {})),
  ...taskRoutes(options, "reset", WHOSE, () => ({})),
  ...taskRoutes(options, "disable", WHOSE, () => ({})),
];

const WHOSE = takes({ body: { account } });
const sso = z.string().trim().max(500).optional();
const ADD = takes({ body: { account, name: z.string().trim().max(200).optional(), sso, ...GRANT_SENT } });
const IDENTITY = takes({ body: { account, sso } });

type Body = { readonly account: string };

/** A task as a form, whose page shows the one-time link, and the same for programs. */
function taskRoutes<B extends Body>(
  { desk, origin }: WebOptions,
  task: PersonTaskName,
  input: z.ZodType<{ body: B }>,
  optionsOf: (body: B) => Record<string, string>,
): readonly Route[] {
  const name = NAMES[task];
  const work = (asked: Asked<{ body: B }>) => {
    const { body } = asked.input;
    const by = { origin, actor: personOf(asked).account };
    return desk.person(task, { account: body.account, options: optionsOf(body), ...by });
  };
  return [
    route({
      ...{ method: "post", path: `/people/${task}`, kind: "page", name, rule: RULE, input },
      handle: async (asked) => {
        const { lines } = await work(asked);
        const main = html`${lines.map((one) => html`<p class="secret">${asked.say(one)}</p>`)}
<p><a href="/people">${asked.say(text("返回账号列表", "Back to the accounts"))}</a></p>`;
        return { kind: "page", title: asked.say(name), main };
      },
    }),
    route({
      ...{ method: "post", path: `/api/people/${task}`, kind: "api", name, rule: RULE, input, answers: PERSON_DONE },
      handle: async (asked) => ({ kind: "json", body: (await work(asked)).told }),
    }),
  ];
}

const NAMES = {
  add: text("新建账号", "Add an account"),
  reset: text("重新发放登录链接", "Give out a new link"),
  identity: text("更改单点登录的统一身份", "Change who somebody is at the provider of single sign-on"),
  disable: text("停用账号", "Disable an account"),
} as const;
