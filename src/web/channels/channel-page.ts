import { type Text, text } from "../../../models/text.ts";
import { type Html, html, type Part } from "../../../reports/markup.ts";
import { table } from "../../../reports/table.ts";
import type { Answer } from "../answer.ts";
import type { Asked } from "../asked.ts";
import { form } from "../pages/form.ts";
import { momentWords } from "../pages/moment.ts";
import type { ChannelsView, ToldChannel } from "./channel-answer.ts";

export const CHANNELS_NAME = text("通知渠道", "Channels");

/** How each channel does, where it is set up, and a test. */
export function channelPage(asked: Asked<unknown>, view: ChannelsView): Answer {
  const main = html`<p class="lead">${asked.say(lead(view))}</p>
<p class="note">${asked.say(where(view.file))}</p>
${channelTable(asked, view.channels)}`;
  return { kind: "page", title: asked.say(CHANNELS_NAME), main };
}

function lead({ channels }: ChannelsView): Text {
  const configured = channels.filter(({ kind }) => kind !== null).length;
  const astray = channels.length - configured;
  const failing = channels.filter(isFailing).length;
  const waiting = channels.reduce((sum, one) => sum + one.waiting, 0);
  const [zh, en] =
    astray === 0
      ? ["", ""]
      : [
          `，另有${astray}个渠道有接收人使用却未配置`,
          `; ${astray} more that recipients name ${astray === 1 ? "is" : "are"} not`,
        ];
  return text(
    `已配置${configured}个渠道${zh}；最近一次发送失败的${failing}个，待发消息${waiting}条。`,
    `${configured} ${configured === 1 ? "channel is" : "channels are"} set up${en}. The last message failed on ${failing}; ${waiting} wait to go out.`,
  );
}

/** Since its last message that arrived. */
const isFailing = ({ deliveredAt, failure }: ToldChannel): boolean =>
  failure !== null && (deliveredAt === null || Date.parse(failure.at) > Date.parse(deliveredAt));

const where = (file: string | null): Text =>
  file === null
    ? text(
        "尚未配置渠道：请编写渠道文件（示例见 docs/channels.zh.md），让环境变量 WENGANG_CHANNELS 指向它，再重启服务。",
        "No channel is set up: write a channels file (docs/channels.md has examples), have the environment variable WENGANG_CHANNELS name it and restart the service.",
      )
    : text(
        `渠道写在文件 ${file}（环境变量 WENGANG_CHANNELS），地址和密钥放在下列各环境变量中；改动在服务重启后生效。`,
        `Channels stand in the file ${file} (environment variable WENGANG_CHANNELS), their addresses and secrets in the variables named below; a change takes effect when the service is restarted.`,
      );

function channelTable(asked: Asked<unknown>, channels: readonly ToldChannel[]): Html {
  const { say, language } = asked;
  const heads = [
    text("渠道", "Channel"),
    text("接收人", "Recipients"),
    text("待发", "Waiting"),
    text("最近成功", "Last success"),
    text("最近失败", "Last failure"),
    text("地址与密钥", "Address and secrets"),
    text("测试", "Test"),
  ];
  return table({
    caption: say(CHANNELS_NAME),
    columns: heads.map((head, i) => ({
      head: say(head),
      ...(i === 1 || i === 2 ? { number: true } : i === 4 ? { wide: true } : {}),
    })),
    rows: channels.map((one) => ({
      name: html`${one.name}<br><span class="small">${say(kindWords(one))}</span>`,
      cells: [
        String(one.recipients),
        String(one.waiting),
        say(successWords(one)),
        say(failureWords(one)),
        one.settings.length === 0
          ? "—"
          : html`<span class="small">${one.settings.map(({ variable, hint }) => `${variable} ${hint}`).join(language === "zh" ? "，" : ", ")}</span>`,
        testForm(asked, one),
      ],
    })),
    ...{ stack: true, language, empty: say(text("没有。", "none.")) },
  });
}

function kindWords({ kind, untested }: ToldChannel): Text {
  if (kind === null) return text("未配置", "not set up");
  return untested ? text(`${kind}，未与真实服务联调`, `${kind}, untested against the real service`) : text(kind, kind);
}

/** Whole on a phone too, where the heads of the columns are not shown. */
function successWords({ deliveredAt }: ToldChannel): Text {
  if (deliveredAt === null) return text("从未成功", "none arrived yet");
  const at = momentWords(Date.parse(deliveredAt));
  return text(`${at} 成功`, `arrived ${at}`);
}

function failureWords({ failure }: ToldChannel): Text {
  if (failure === null) return text("从未失败", "none failed yet");
  const { code, detail } = failure;
  const at = momentWords(Date.parse(failure.at));
  const because = detail ?? text(code ?? "", code ?? "");
  return text(`${at} 失败：${because.zh}`, `failed ${at}: ${because.en}`);
}

const TEST = text("发测试消息", "Send a test");

function testForm(asked: Asked<unknown>, { name, own, kind }: ToldChannel): Part {
  if (kind === null) return "—";
  if (!own) return asked.say(text("没有自己的地址", "no address of its own"));
  return form(asked, { action: `/channels/${name}/test`, button: TEST, side: true, fields: null });
}
