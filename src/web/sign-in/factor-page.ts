import { renderSVG } from "uqr";
import { type Text, text } from "../../../models/text.ts";
import { type Html, html, type Part, trusted } from "../../../reports/markup.ts";
import { base32 } from "../../auth/base32.ts";
import { otpauthUri } from "../../auth/totp.ts";
import type { Asked } from "../asked.ts";
import { complaint, field, form } from "../pages/form.ts";
import { CODE_FIELD } from "./code-route.ts";

export interface FactorPage {
  readonly account: string;
  readonly issuer: string;
  readonly secret: Uint8Array;
  readonly action: string;
  /** Asked before the new factor's first code, such as a code of the old one. */
  readonly before: Part;
  readonly wrong: readonly Text[];
}

/** A new second factor as a picture and as letters, and the field for its first code. */
export function factorPage(
  asked: Asked<unknown>,
  { account, issuer, secret, action, before, wrong }: FactorPage,
): Html {
  const { language, say } = asked;
  const picture = renderSVG(otpauthUri(secret, account, issuer), { border: 2 });
  const letters = base32(secret).match(/.{4}/g)!.join(" ");
  const button = text("启用", "Take into use");
  return html`${complaint(language, wrong)}<p>${say(
    text(
      "请用手机上的验证器应用（支持 TOTP 的均可）扫描，或手工输入密钥，再填入应用显示的六位数字。",
      "Scan this with an authenticator app on your phone (any that knows TOTP), or type the key, then enter the six digits it shows.",
    ),
  )}</p>
<div class="qr" role="img" aria-label="${say(text("验证器二维码，内容同下方密钥", "Code for the app; the key below says the same"))}">${trusted(picture)}</div>
<p>${say(text("密钥：", "Key: "))}<span class="secret">${letters}</span></p>
${form(asked, { action, button, fields: [before, field(asked, CODE_FIELD)] })}`;
}

/** Recovery codes, shown this once. */
export function recoveryPage({ say }: Asked<unknown>, codes: readonly string[]): Html {
  return html`<p>${say(
    text(
      "手机不在身边时，可用下面任一恢复码登录，每个只能用一次。它们只显示这一次，请抄下或打印，妥善保管。",
      "Without your phone, any of these recovery codes lets you in, each once. They are shown this one time only: write them down or print them, and keep them safe.",
    ),
  )}</p>
<ul class="codes">${codes.map((code) => html`<li class="secret">${code}</li>`)}</ul>
<p><a href="/">${say(text("已保存，继续", "Kept them, continue"))}</a></p>`;
}
