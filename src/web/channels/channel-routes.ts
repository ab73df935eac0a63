import { z } from "zod";
import { dayOf } from "../../../models/instant.ts";
import { text } from "../../../models/text.ts";
import { html } from "../../../reports/markup.ts";
import { type ChannelState, channelStates } from "../../db/channel-state.ts";
import type { Asked } from "../asked.ts";
import type { ConfiguredChannel } from "../notify-desk.ts";
import type { WebOptions } from "../options.ts";
import { pair } from "../pair.ts";
import { type Route, route, takes } from "../route.ts";
import { CHANNELS, type ChannelsView, TESTED, type ToldChannel } from "./channel-answer.ts";
import { CHANNELS_NAME, channelPage } from "./channel-page.ts";

const RULE = { right: "manage-channels", over: "place" } as const;
const ONE = takes({ params: { name: z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/) } });
type One = z.infer<typeof ONE>;
const NAME = text("测试渠道", "Test a channel");

/** The channels as the running service has them, how they do, and a test message by each. */
export const channelRoutes = (options: WebOptions): readonly Route[] => [
  ...pair({
    ...{ path: "/channels", name: CHANNELS_NAME, rule: RULE, inHead: true },
    ...{ input: takes(), answers: CHANNELS },
    view: (asked) => channelsView(options, dayOf(asked.now)),
    page: channelPage,
  }),
  // What became of it is told at once: it stands nowhere that one could be led back to.
  route<One>({
    ...{ method: "post", path: "/channels/:name/test", kind: "page", name: NAME, rule: RULE, input: ONE },
    handle: async (asked) => {
      const { lines } = await tested(options, asked);
      const main = html`${lines.map((one) => html`<p>${asked.say(one)}</p>`)}
<p><a href="/channels">${asked.say(text("返回渠道列表", "Back to the channels"))}</a></p>`;
      return { kind: "page", title: asked.say(NAME), main };
    },
  }),
  route<One>({
    ...{ method: "post", path: "/api/channels/:name/test", kind: "api", name: NAME, rule: RULE, input: ONE },
    answers: TESTED,
    handle: async (asked) => ({ kind: "json", body: await tested(options, asked) }),
  }),
];

/** Sent before it is noted: no transaction waits for somebody else's server. */
async function tested({ notify }: WebOptions, asked: Asked<One>) {
  const { name } = asked.input.params;
  const sent = await notify.test(name, asked.language);
  const { key, delivered, code } = sent;
  const note = { action: "channel-test" as const, subject: `channel:${name}`, detail: { key, delivered, code } };
  await asked.change(note, async () => {});
  return { channel: name, ...sent };
}

/** Those that are set up, and those that recipients name without their being so. */
async function channelsView({ db, notify }: WebOptions, day: string): Promise<ChannelsView> {
  const states = await channelStates(db, day);
  const astray = states.filter(({ name }) => !notify.channels.some((one) => one.name === name));
  const stateOf = (name: string) => states.find((one) => one.name === name) ?? UNUSED;
  return {
    file: notify.file,
    channels: [
      ...notify.channels.map((one) => shown(one, stateOf(one.name))),
      ...astray.map((state) => shown({ ...NOT_SET_UP, name: state.name }, state)),
    ],
  };
}

const UNUSED = { recipients: 0, waiting: 0, deliveredAt: null, failure: null };
const NOT_SET_UP = { kind: null, untested: false, own: false, settings: [] };

const shown = (
  channel: Omit<ConfiguredChannel, "kind"> & { readonly kind: string | null },
  { recipients, waiting, deliveredAt, failure }: Omit<ChannelState, "name">,
): ToldChannel => ({ ...channel, recipients, waiting, deliveredAt, failure });
