import { createHash } from "node:crypto";
import { STYLE } from "../../../reports/style.ts";
import { SPACE, TYPE } from "../../../reports/tokens.ts";
import { LAB_STYLE } from "../thresholds/lab-style.ts";

/** The head of every page, also above stored reports, which bring their own sheet. */
const HEAD = `
.skip{position:absolute;left:${SPACE[2]};top:-4em;background:var(--paper);padding:${SPACE[2]}}
.skip:focus{top:${SPACE[2]}}
.bar{border-bottom:1px solid var(--ink);font-size:${TYPE.table};line-height:1.5}
.bar>div{max-width:1000px;margin:0 auto;padding:${SPACE[2]} ${SPACE[6]};display:flex;flex-wrap:wrap;align-items:center;gap:0 ${SPACE[6]}}
.bar .home{font-weight:600;color:var(--ink);text-decoration:none}
.bar nav{display:flex;flex-wrap:wrap;gap:0 ${SPACE[4]};flex:1 1 auto}
.bar a,.bar button{display:inline-block;padding:${SPACE[2]} 0;min-height:24px}
.bar a[aria-current]{color:var(--ink);font-weight:600;text-decoration:none}
.bar .who{color:var(--soft)}
.bar form{margin:0;display:inline}
button.plain{font:inherit;color:var(--blue);background:none;border:0;padding:${SPACE[2]} 0;text-decoration:underline;cursor:pointer}
.bar .end{display:flex;flex-wrap:wrap;gap:0 ${SPACE[4]};align-items:center}
@media screen and (max-width:600px){.bar>div{padding:${SPACE[1]} ${SPACE[4]}}}
@media print{.bar,.skip{display:none}}
`;

const FORMS = `
main.narrow{max-width:30rem}
main.narrow h1{text-align:left}
.shell h1{text-align:left}
.field{margin:0 0 ${SPACE[4]}}
.field label,fieldset legend{display:block;font-weight:600;font-size:${TYPE.table};padding:0}
.field .hint{display:block;color:var(--soft);font-size:${TYPE.note};line-height:1.5}
input,select{font:inherit;color:inherit;background:var(--paper);border:1px solid var(--soft);border-radius:2px;padding:${SPACE[2]} ${SPACE[3]};width:100%;max-width:30rem;min-height:44px}
input[type=file]{margin-top:${SPACE[1]};padding:${SPACE[6]} ${SPACE[4]};border:2px dashed var(--soft);max-width:100%}
input[type=radio]{width:1.25em;height:1.25em;min-height:0;margin:0 ${SPACE[2]} 0 0;vertical-align:-.2em}
fieldset{border:0;margin:0 0 ${SPACE[4]};padding:0}
fieldset label{display:block;padding:${SPACE[2]} 0;font-weight:400}
input[aria-invalid]{border:2px solid var(--ink)}
button.main{font:inherit;font-weight:600;color:var(--paper);background:var(--blue);border:1px solid var(--blue);border-radius:2px;padding:${SPACE[2]} ${SPACE[6]};min-height:44px;cursor:pointer}
button.side{font:inherit;color:var(--blue);background:var(--paper);border:1px solid var(--blue);border-radius:2px;padding:${SPACE[1]} ${SPACE[4]};min-height:36px;cursor:pointer}
:is(input,select,button,textarea):focus-visible,input[type=date]:focus-within{outline:2px solid var(--blue);outline-offset:2px}
.problem{border-left:4px solid var(--ink);padding:${SPACE[1]} 0 ${SPACE[1]} ${SPACE[3]};margin:0 0 ${SPACE[4]}}
.problem p{margin:0}
.done{border-left:4px solid var(--blue);padding:${SPACE[1]} 0 ${SPACE[1]} ${SPACE[3]};margin:0 0 ${SPACE[4]}}
.secret{font-family:ui-monospace,Consolas,Menlo,monospace;overflow-wrap:anywhere;font-variant-ligatures:none}
ul.codes{columns:2;list-style:none;padding:0;max-width:30rem}
@media (max-width:420px){ul.codes{columns:1}}
.qr{display:block;width:200px;height:200px;background:#fff;padding:8px;margin:0 0 ${SPACE[3]}}
dl.facts{display:grid;grid-template-columns:max-content 1fr;gap:${SPACE[1]} ${SPACE[4]};margin:0 0 ${SPACE[4]}}
dl.facts dd{margin:0}
td form{margin:0}
form.look{display:grid;grid-template-columns:repeat(auto-fill,minmax(150px,1fr));gap:0 ${SPACE[4]};align-items:end;margin:${SPACE[4]} 0}
form.look .field{margin:0 0 ${SPACE[2]}}
form.look button{margin:0 0 ${SPACE[2]};min-height:44px}
.several{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,220px),1fr));gap:0 ${SPACE[4]};align-items:end}
.deeds{display:flex;flex-wrap:wrap;gap:${SPACE[2]};align-items:flex-start}
.deeds form,.deeds details{margin:0}
.deeds a{display:inline-block;padding:${SPACE[2]} 0;min-height:24px}
.deeds summary{padding:${SPACE[2]} 0;min-height:24px}
textarea{font:inherit;color:inherit;background:var(--paper);border:1px solid var(--soft);border-radius:2px;padding:${SPACE[2]} ${SPACE[3]};width:100%;max-width:30rem}
`;

const PARTS = `
.spark{width:104px;height:24px;display:block;overflow:visible}
.spark polyline{fill:none;stroke:var(--ink);stroke-width:1.5;stroke-linejoin:round}
.shell .scroll{margin-inline:-${SPACE[1]};padding-inline:${SPACE[1]}}
form:has(input[type=file]){margin:0 0 ${SPACE[4]}}
.files a{display:inline-block;min-height:24px;margin-right:${SPACE[2]}}
.live{margin:0}
.live a{display:inline-block;border-left:4px solid var(--blue);padding:${SPACE[1]} ${SPACE[3]};margin:0 0 ${SPACE[4]}}
.spark circle{fill:var(--blue)}
@media print{form.look{display:none}.shell .scroll{margin-inline:0;padding-inline:0}}
`;

/** One sheet for all pages of the shell; a page of its own brings STYLE itself and takes the head from here. */
export const SHEET = `${STYLE}${HEAD}${FORMS}${PARTS}${LAB_STYLE}`;
export const HEAD_SHEET = HEAD;

/** Part of the sheet's address, so that browsers keep it until it changes. */
const version = (sheet: string): string => createHash("sha256").update(sheet).digest("hex").slice(0, 12);

export const SHEET_PATH = `/assets/${version(SHEET)}/shell.css`;
export const HEAD_SHEET_PATH = `/assets/${version(HEAD)}/head.css`;
