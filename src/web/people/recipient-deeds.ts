import { z } from "zod";
import type { AuditAction } from "../../../models/audit/audit-action.ts";
import { text } from "../../../models/text.ts";
import { html } from "../../../reports/markup.ts";
import { type Asked, personOf } from "../asked.ts";
import type { Amended, WantedRecipient } from "../notify-desk.ts";
import type { WebOptions } from "../options.ts";
import { deed } from "../pair.ts";
import { type Route, route, takes } from "../route.ts";
import { DAY_SENT, MAYBE_DAY_SENT } from "../sent.ts";
import { RECIPIENT_DONE, REVEALED } from "./recipient-answer.ts";

const RULE = { right: "manage-routes", over: "place" } as const;
const words = z.string().trim().min(1).max(200);
const maybe = (most: number) =>
  z
    .string()
    .trim()
    .max(most)
    .optional()
    .transform((value) => value || null);
const number = z.union([
  z.int().min(1).max(999_999_999),
  z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number),
]);
const nobody = z.union([z.literal("").transform(() => null), number]).optional();
const ONE = {
  id: z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number),
};
const back = () => "/recipients";

const WANTED = {
  ...{ desk: maybe(60), specialist: maybe(100), name: words, channel: z.string().max(40), address: maybe(2000) },
  ...{ language: z.enum(["zh", "en"]).default("zh"), validFrom: MAYBE_DAY_SENT, validTo: MAYBE_DAY_SENT },
};
const ADD = takes({ body: WANTED });
const AMEND = takes({ params: ONE, body: WANTED });

/** A specialist's desk is named after them. */
const wantedOf = ({ csrf: _, specialist, desk, ...rest }: z.infer<typeof ADD>["body"]): WantedRecipient => ({
  ...{ ...rest, desk: desk ?? (specialist === null ? "" : `specialist:${specialist}`) },
});
const SPAN = { recipient: number, from: DAY_SENT, until: DAY_SENT };

/** Puts somebody behind a desk, ends it, says who is away or on duty: by the functions of `wengang recipient`. */
export const recipientDeeds = (options: WebOptions): readonly Route[] => [
  ...addRoutes(options),
  ...amendRoutes(options),
  ...endRoutes(options),
  ...planRoutes(options),
  ...revealRoutes(options),
];

/** Neither the note nor the answer holds the address. */
const addRoutes = ({ notify }: WebOptions): readonly Route[] =>
  deed({
    ...{ path: "/recipients", name: text("添加接收人", "Add a recipient"), rule: RULE, back },
    ...{ input: ADD, answers: RECIPIENT_DONE },
    work: async (asked) => {
      const wanted = wantedOf(asked.input.body);
      const { name, channel } = wanted;
      return asked.change({ action: "recipient-add", subject: wanted.desk, detail: { name, channel } }, async (tx) => ({
        id: await notify.addRecipient(tx, wanted, personOf(asked).account),
      }));
    },
  });

/** The note is written once it is known what stood before. */
const amendRoutes = ({ notify }: WebOptions): readonly Route[] =>
  deed({
    ...{ path: "/recipients/:id/amend", name: text("更改接收人", "Change a recipient"), rule: RULE, back },
    ...{ input: AMEND, answers: RECIPIENT_DONE },
    work: async (asked) => {
      const { id } = asked.input.params;
      const wanted = wantedOf(asked.input.body);
      const { address: _, ...told } = wanted;
      await asked.change(
        (done: Amended) => note("recipient-amend", id, { ...told, ...done }),
        (tx) => notify.amendRecipient(tx, id, wanted, personOf(asked).account),
      );
      return { id };
    },
  });

const endRoutes = ({ notify }: WebOptions): readonly Route[] => [
  ...deed({
    ...{ path: "/recipients/:id/end", name: text("停止向接收人发送", "End a recipient"), rule: RULE, back },
    ...{ input: takes({ params: ONE, body: { last: DAY_SENT } }), answers: RECIPIENT_DONE },
    work: async (asked) => {
      const { id } = asked.input.params;
      const { last } = asked.input.body;
      await asked.change(note("recipient-end", id, { last }), (tx) => notify.endRecipient(tx, id, last));
      return { id };
    },
  }),
  ...deed({
    ...{ path: "/recipients/:id/fixed", name: text("地址已修好", "An address works again"), rule: RULE, back },
    ...{ input: takes({ params: ONE, body: { reason: words } }), answers: RECIPIENT_DONE },
    work: async (asked) => {
      const { id } = asked.input.params;
      const doing = { reason: asked.input.body.reason, actor: personOf(asked).account };
      await asked.change(note("recipient-fixed", id, { reason: doing.reason }), (tx) =>
        notify.mendRecipient(tx, id, doing),
      );
      return { id };
    },
  }),
];

const planRoutes = ({ notify }: WebOptions): readonly Route[] => [
  ...deed({
    ...{ path: "/recipients/away", name: text("登记外出与代班", "Somebody is away"), rule: RULE, back },
    ...{ input: takes({ body: { ...SPAN, deputy: nobody, reason: words } }), answers: RECIPIENT_DONE },
    work: async (asked) => {
      const { recipient, from, until, deputy = null, reason } = asked.input.body;
      const doing = { reason, actor: personOf(asked).account };
      await asked.change(note("recipient-away", recipient, { from, until, deputy, reason }), (tx) =>
        notify.away(tx, { recipient, from, until, deputy }, doing),
      );
      return { id: recipient };
    },
  }),
  ...deed({
    ...{ path: "/recipients/duty", name: text("登记休息日值班", "On duty on days off"), rule: RULE, back },
    ...{ input: takes({ body: SPAN }), answers: RECIPIENT_DONE },
    work: async (asked) => {
      const { recipient, from, until } = asked.input.body;
      await asked.change(note("recipient-duty", recipient, { from, until }), (tx) =>
        notify.onDuty(tx, { recipient, from, until }, personOf(asked).account),
      );
      return { id: recipient };
    },
  }),
];

const note = (action: AuditAction, id: number, detail: Readonly<Record<string, unknown>>) => ({
  ...{ action, subject: `recipient:${id}`, detail },
});

const REVEAL = takes({ params: ONE });
type Reveal = z.infer<typeof REVEAL>;

/** The address in full, once, and that it was shown. */
function revealRoutes({ notify }: WebOptions): readonly Route[] {
  const name = text("查看地址", "Show an address");
  const common = { method: "post", name, rule: { right: "reveal-address", over: "place" }, input: REVEAL } as const;
  const reveal = (asked: Asked<Reveal>) => {
    const { id } = asked.input.params;
    return asked.change(note("reveal-address", id, {}), async (tx) => ({ id, address: await notify.reveal(tx, id) }));
  };
  return [
    route<Reveal>({
      ...{ ...common, path: "/recipients/:id/address", kind: "page" },
      handle: async (asked) => {
        const { address } = await reveal(asked);
        const main = html`<p class="secret">${address}</p>
<p><a href="/recipients">${asked.say(text("返回接收人列表", "Back to the recipients"))}</a></p>`;
        return { kind: "page", title: asked.say(name), main };
      },
    }),
    route<Reveal>({
      ...{ ...common, path: "/api/recipients/:id/address", kind: "api", answers: REVEALED },
      handle: async (asked) => ({ kind: "json", body: await reveal(asked) }),
    }),
  ];
}
