import type { Profile } from "../../../models/profile.ts";
import { deskKey, parseDesk } from "../../../models/routing/desk.ts";
import { type Text, text } from "../../../models/text.ts";
import type { Html } from "../../../reports/markup.ts";
import type { Asked } from "../asked.ts";
import type { ConfiguredChannel } from "../notify-desk.ts";
import { choice, line } from "../pages/choice.ts";
import type { ToldRecipient } from "./recipient-answer.ts";

/** What is asked of somebody put behind a desk, and of one who is there: filled in as it stands. */
export function recipientFields(
  asked: Asked<unknown>,
  profile: Profile,
  channels: readonly ConfiguredChannel[],
  has: ToldRecipient | null = null,
): readonly Html[] {
  const of = has === null ? "-add" : `-amend-${has.id}`;
  const desk = has === null ? null : parseDesk(has.desk);
  const specialist = desk?.kind === "specialist" ? desk.code : "";
  const words = (name: string, label: Text, value = "", required = false) =>
    line(asked, { name, label, of, required, value });
  const day = (name: string, label: Text, value: string | null | undefined) =>
    line(asked, { ...{ name, label, of, value: value ?? "" }, type: "date" });
  return [
    choice(asked, {
      ...{ name: "desk", label: text("单位", "Desk"), of, options: desks(asked, profile) },
      ...{ chosen: specialist === "" ? (has?.desk ?? "") : "" },
      unset: text("就业服务专员（姓名填在下面）", "a specialist, named below"),
    }),
    words(
      "specialist",
      text("就业服务专员姓名（如名册所写）", "Specialist, as the register writes the name"),
      specialist,
    ),
    words("name", text("姓名或群名", "Name of the person or group"), has?.name, true),
    choice(asked, {
      ...{ name: "channel", label: text("渠道", "Channel"), of, chosen: has?.channel ?? "" },
      options: channelOptions(channels, has),
    }),
    words("address", has === null ? ADDRESS : NEW_ADDRESS),
    choice(asked, {
      ...{ name: "language", label: text("消息语言", "Language of messages"), of, chosen: has?.language ?? "" },
      options: [
        ["zh", "中文"],
        ["en", "English"],
      ],
    }),
    day("validFrom", text("生效日期（可不填）", "First day (may be left out)"), has?.validFrom),
    day("validTo", text("失效日期（可不填）", "Last day (may be left out)"), has?.validTo),
  ];
}

const ADDRESS = text("地址（不填用渠道自己的地址）", "Address (blank: the channel's own)");
const NEW_ADDRESS = text(
  "新地址（不填则不变；换渠道而不填，用该渠道自己的地址）",
  "New address (blank: as it is; by another channel, that channel's own)",
);

const desks = ({ language }: Asked<unknown>, { departments, regions, place }: Profile) => [
  ...departments.map(({ code, name }) => [deskKey({ kind: "department", code }), name[language]] as const),
  ...regions
    .filter(({ code }) => code !== place)
    .map(({ code, name }) => [deskKey({ kind: "region", code }), name[language]] as const),
];

/** Those configured, and the one in use where it is no longer among them. */
const channelOptions = (channels: readonly ConfiguredChannel[], has: ToldRecipient | null) => [
  ...channels.map(({ name, kind }) => [name, `${name} · ${kind}`] as const),
  ...(has === null || channels.some(({ name }) => name === has.channel) ? [] : [[has.channel, has.channel] as const]),
];
