import { z } from "zod";
import type { Ruling } from "../../../models/rights/ruling.ts";
import { text } from "../../../models/text.ts";
import { type Asked, personOf } from "../asked.ts";
import type { WebOptions } from "../options.ts";
import { BACK, ownPath } from "../own-path.ts";
import { deed, pair } from "../pair.ts";
import { GRANT_SENT, grantOptions } from "../people/grant-fields.ts";
import { PEOPLE_INPUT } from "../people/people-view.ts";
import { type Route, takes } from "../route.ts";
import { onePage } from "./one-page.ts";
import { ONE_ANSWER, RIGHTS_ANSWER, RULED } from "./rights-answer.ts";
import { RIGHTS_NAME, rightsPage } from "./rights-page.ts";
import { oneView, rightsView } from "./rights-view.ts";
import { rulingWords } from "./ruling-words.ts";

const RULE = { right: "grant-rights", over: "place" } as const;
const params = { account: z.string().max(64) };
const reason = z.string().trim().max(500).optional();

/** The security officer's word on what accounts may do; jobs/people/rule-rights.ts keeps it and writes the audit log. */
export const rightsRoutes = (options: WebOptions): readonly Route[] => [
  ...pair({
    ...{ path: "/rights", name: RIGHTS_NAME, rule: RULE, inHead: true },
    ...{ input: PEOPLE_INPUT, answers: RIGHTS_ANSWER },
    view: (asked) => rightsView(options, asked),
    page: (asked, view) => rightsPage(asked, view, options.profile),
  }),
  ...pair({
    ...{ path: "/rights/:account", name: text("一个账号的授权", "Rights of an account"), rule: RULE },
    ...{ input: takes({ params }), answers: ONE_ANSWER },
    view: (asked) => oneView(options, asked, asked.input.params.account),
    page: (asked, view) => onePage(asked, view, options.profile),
  }),
  ...ruling(options, "grant", takes({ params, body: { reason, back: BACK } }), () => ({})),
  ...ruling(options, "refuse", takes({ params, body: { reason, back: BACK } }), () => ({})),
  ...ruling(options, "withdraw", takes({ params, body: { reason, back: BACK } }), () => ({})),
  ...ruling(options, "change", takes({ params, body: { reason, back: BACK, ...GRANT_SENT } }), grantOptions),
];

interface Input<Body> {
  readonly params: { readonly account: string };
  readonly body: Body & { readonly reason?: string | undefined; readonly back?: string | undefined };
}

function ruling<Body>(
  { desk }: WebOptions,
  does: Ruling,
  input: z.ZodType<Input<Body>>,
  optionsOf: (body: Body) => Record<string, string>,
): readonly Route[] {
  return deed({
    ...{ path: `/rights/:account/${does}`, name: rulingWords(does), rule: RULE, input, answers: RULED },
    work: (asked: Asked<Input<Body>>) => {
      const { params: whose, body } = asked.input;
      const { id, account } = personOf(asked);
      const order = { account: whose.account, ruling: does, options: optionsOf(body), reason: body.reason ?? "" };
      return desk.rule({ ...order, by: { id, account } });
    },
    back: ({ input: { body, params: whose } }) => ownPath(body.back, `/rights/${encodeURIComponent(whose.account)}`),
  });
}
