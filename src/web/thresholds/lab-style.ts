import { SPACE, TYPE } from "../../../reports/tokens.ts";

/** Limits on the left and what they raise on the right; on a narrow screen one below the other. */
export const LAB_STYLE = `
.dials{display:grid;grid-template-columns:repeat(auto-fill,minmax(160px,1fr));gap:${SPACE[2]} ${SPACE[4]}}
.dial{margin:0;display:grid;grid-template-columns:minmax(80px,1fr) auto;gap:0 ${SPACE[2]};align-items:center;align-content:end;font-size:${TYPE.note};line-height:1.5}
.dial label{grid-column:1/-1;padding:0;font-weight:400}
.dial input{min-height:32px;padding:${SPACE[1]} ${SPACE[2]};font-variant-numeric:tabular-nums}
.dial input[type=range]{grid-column:1/-1;padding:0;border:0;min-height:24px;accent-color:var(--blue)}
.dial .unit{color:var(--soft)}
.limits{border-top:1px solid var(--rule);padding:${SPACE[2]} 0}
.limits .limits{margin-left:${SPACE[4]}}
.limits summary{min-height:24px}
.limits fieldset{margin:${SPACE[3]} 0}
.tick label{display:flex;gap:${SPACE[2]};align-items:center}
.tick input{width:1.25em;height:1.25em;min-height:0;flex:none}
.sets .look{max-width:760px;grid-template-columns:repeat(auto-fit,minmax(min(100%,240px),1fr))}
.save{margin:0 0 ${SPACE[6]}}
ul.plain{list-style:none;margin:0;padding:0}
@media screen and (min-width:1200px){main:has(.lab){max-width:1400px}
.lab{display:grid;grid-template-columns:minmax(340px,2fr) 3fr;gap:0 ${SPACE[8]};align-items:start}
.lab form#lab{position:sticky;top:0;max-height:100vh;overflow:auto;padding-right:${SPACE[2]}}
.lab>div{min-width:0}}
@media print{form#lab,.save,.deeds{display:none}}
`;
