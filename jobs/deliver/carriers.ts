import type { NoticeMessage } from "../../models/notice/message.ts";
import type { Profile } from "../../models/profile.ts";
import { MEDIA_TYPES } from "../../reports/formats/media-types.ts";
import { xlsxOf } from "../../reports/formats/xlsx/xlsx.ts";
import { type NoticeSetting, noticeDocument, noticeHtml } from "../../reports/notice-document.ts";
import type { Db } from "../../src/db/db.ts";
import { noticesIn } from "../../src/db/notice.ts";
import type { ClaimedSending } from "../../src/db/sending.ts";
import type { Attachment, Message } from "../../src/notify/channel.ts";
import type { OpenChannel } from "../../src/notify/open-channels.ts";
import type { Keys } from "../../src/secrets/keys.ts";
import { unseal } from "../../src/secrets/seal.ts";
import { reportFiles } from "../reports/report-files.ts";
import type { Carrier } from "./deliver.ts";

export interface Carrying {
  readonly db: Db;
  readonly profile: Profile;
  readonly keys: Keys;
  readonly simulated: boolean;
  /** Where alerts can be looked at; null: nowhere that a reader could reach. */
  readonly url: string | null;
}

/** The deployment's channels as the sender uses them, by name. A robot is told a little less than its limit. */
export function carriersOf(
  channels: ReadonlyMap<string, Pick<OpenChannel, "channel">>,
  carrying: Carrying,
): ReadonlyMap<string, Carrier> {
  return new Map([...channels].map(([name, open]) => [name, carrierOf(open, carrying)]));
}

/** Platforms count their minute differently from us: two messages of room. */
const ROOM = 2;

function carrierOf({ channel }: Pick<OpenChannel, "channel">, carrying: Carrying): Carrier {
  return {
    perMinute: channel.perMinute === null ? null : Math.max(1, channel.perMinute - ROOM),
    send: async (sending, message, signal) => {
      const whole =
        channel.kind === "email" ? await mailOf(sending, message, carrying) : plainOf(sending, message, carrying);
      return channel.send(whole, unseal(sending.address, carrying.keys), signal);
    },
  };
}

const plainOf = (
  { key, createdAt }: ClaimedSending,
  { title, lines, urgent }: NoticeMessage,
  { url }: Carrying,
): Message => ({
  ...{ key, title, lines, urgent, at: createdAt },
  ...(url === null ? {} : { url }),
});

/** A mail carries the alerts as a table too, in a second body and as a workbook; or the files of an issued report. */
async function mailOf(sending: ClaimedSending, message: NoticeMessage, carrying: Carrying): Promise<Message> {
  const { db, profile, simulated } = carrying;
  const report = await reportFiles(db, profile, sending);
  if (report !== null) return { ...plainOf(sending, message, carrying), attachments: report };
  const notices = await noticesIn(db, sending.id);
  const setting: NoticeSetting = { profile, language: sending.language, title: message.title, simulated };
  const bytes = await xlsxOf(noticeDocument(notices, setting), { at: sending.createdAt });
  const file: Attachment = { name: `${sending.key}.xlsx`, type: MEDIA_TYPES.xlsx, bytes };
  return {
    ...plainOf(sending, message, carrying),
    html: noticeHtml(notices, setting, sending.key),
    attachments: [file],
  };
}
