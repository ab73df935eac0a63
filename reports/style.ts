import { DARK, LIGHT, type Palette, SANS, SPACE, TYPE } from "./tokens.ts";

const variables = (palette: Palette): string =>
  Object.entries(palette)
    .map(([name, color]) => `--${name}:${color};`)
    .join("");

/** The report's style sheet: a page on white paper or night ink, thin rules, no boxes; A4 in print, 360 px on a phone. */
export const STYLE = `
:root{color-scheme:light dark;${variables(LIGHT)}}
@media (prefers-color-scheme:dark){:root{${variables(DARK)}}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%}
body{margin:0;background:var(--paper);color:var(--ink);font:${TYPE.text}/1.75 ${SANS};font-variant-numeric:tabular-nums lining-nums;line-break:strict;overflow-wrap:anywhere}
main{max-width:1000px;margin:0 auto;padding:${SPACE[8]} ${SPACE[6]} ${SPACE[12]}}
h1{font-size:${TYPE.title};line-height:1.4;text-align:center;text-wrap:balance;margin:0 0 ${SPACE[2]}}
h2{font-size:${TYPE.heading};line-height:1.4;margin:${SPACE[12]} 0 ${SPACE[3]};padding-top:${SPACE[3]};border-top:1px solid var(--ink)}
h3{font-size:${TYPE.subheading};line-height:1.5;margin:${SPACE[8]} 0 ${SPACE[2]}}
p{margin:0 0 ${SPACE[3]};text-wrap:pretty}
p.lead{font-size:1.0625rem;text-indent:2em}
p.body{text-indent:2em}
p.meta{text-align:center;text-wrap:balance;color:var(--soft);font-size:${TYPE.note};margin-bottom:${SPACE[6]}}
p.simulated{text-align:center;border-top:2px solid var(--ink);border-bottom:2px solid var(--ink);padding:${SPACE[2]} 0;font-weight:600}
.note,caption .unit,figcaption small{color:var(--soft);font-size:${TYPE.note};font-weight:400}
p.note{text-indent:0;line-height:1.6}
strong{font-weight:600}
a{color:var(--blue)}
.scroll{overflow-x:auto;margin:${SPACE[3]} 0 ${SPACE[6]}}
.scroll:focus-visible,summary:focus-visible,a:focus-visible{outline:2px solid var(--blue);outline-offset:2px}
table{border-collapse:collapse;width:100%;font-size:${TYPE.table};line-height:1.5}
caption{text-align:left;font-weight:600;padding:0 0 ${SPACE[1]};caption-side:top}
thead th{border-top:1px solid var(--ink);border-bottom:1px solid var(--ink);font-weight:600;vertical-align:bottom}
tbody td,tbody th{border-bottom:1px solid var(--rule)}
tbody tr:last-child>*{border-bottom-color:var(--ink)}
th,td{padding:${SPACE[1]} ${SPACE[2]};text-align:left;vertical-align:top;font-weight:400}
th:first-child,td:first-child{padding-left:0}
th:last-child,td:last-child{padding-right:0}
tbody th{overflow-wrap:normal;word-break:normal;min-width:6em}
.n{text-align:right;white-space:nowrap}
thead .n{white-space:normal;word-break:keep-all;overflow-wrap:normal}
tr.sub tbody th,tr.sub th{padding-left:1.5em;color:var(--soft)}
tr.sum>*{font-weight:600}
.tag,.whole{white-space:nowrap}
.level{white-space:normal;word-break:keep-all;overflow-wrap:normal}
th.wide{width:38%}
.level{font-weight:600}
.small{color:var(--soft);font-size:${TYPE.note}}
h4,h5{font-size:${TYPE.text};margin:${SPACE[6]} 0 0}
h2.annex{margin-top:${SPACE[12]};text-align:center;border-top-width:2px}
p.addressee{margin-top:${SPACE[4]}}
p.copies{border-top:1px solid var(--rule);border-bottom:1px solid var(--rule);padding:${SPACE[2]} 0}
p.signature{text-align:right;padding-right:4em;margin-top:${SPACE[8]}}
figure{margin:${SPACE[4]} 0 ${SPACE[6]}}
figure .canvas{position:relative;height:220px}
figcaption{font-size:${TYPE.table};font-weight:600}
.pictures{display:grid;grid-template-columns:repeat(auto-fill,minmax(260px,1fr));gap:${SPACE[4]} ${SPACE[8]}}
.pictures figure{margin:0;min-width:0}
.pictures .canvas{height:130px}
html:not(.js) .canvas{display:none}
summary{color:var(--blue);cursor:pointer;font-size:${TYPE.table}}
details{margin-bottom:${SPACE[4]}}
@media screen and (max-width:860px){
.scroll:not(.stack) :is(th,td):not(:first-child){padding-left:3px}
.scroll:not(.stack) :is(th,td):not(:last-child){padding-right:3px}
.stack caption{display:block;padding-bottom:0}
.stack thead{position:absolute;clip-path:inset(50%);width:1px;height:1px;overflow:hidden}
.stack table,.stack tbody,.stack tr,.stack td,.stack th{display:block;padding:0;max-width:none}
.stack tbody th{font-weight:600}
.stack tbody th .small{font-weight:400}
.stack tbody tr{border-bottom:1px solid var(--rule);padding:${SPACE[2]} 0}
.stack tbody td,.stack tbody th{overflow-wrap:anywhere;border:0;text-align:left;white-space:normal;position:static;max-width:none;min-width:0;padding:0}
.stack tbody td.n,.stack tbody td.tag{display:inline-block;max-width:100%;white-space:normal;margin-right:.75em;color:var(--soft)}
.stack td br{display:none}
.stack td .small{margin-left:.5em}
.stack td[data-head]::before{content:attr(data-head) " "}
}
@media screen and (max-width:600px){
main{padding:${SPACE[6]} ${SPACE[4]} ${SPACE[8]}}
h1{font-size:1.375rem}
.scroll:not(.stack) th:first-child{position:sticky;left:0;background:var(--paper);min-width:6.5em;max-width:9em}
.scroll:not(.stack) :is(th,td):not(:last-child){padding-right:${SPACE[3]}}
.scroll:not(.stack) table{width:max-content;min-width:100%}
.scroll:not(.stack) td:not(.n){min-width:9em;max-width:16em}
}
@page{size:A4;margin:20mm 18mm 18mm;@bottom-center{content:"— " counter(page) " —";font:10.5pt serif}}
@media print{
td.wide{line-break:anywhere}
:root{color-scheme:light;${variables(LIGHT)}}
body{font-size:10.5pt;line-height:1.65}
main{max-width:none;padding:0}
table{font-size:8.5pt}
th,td{padding:2pt 3pt}
.note,.small,caption .unit,figcaption small{font-size:8pt}
h2,h3,h4,h4+p,caption,figcaption{break-after:avoid}
h2{margin-top:${SPACE[8]}}
tr,figure{break-inside:avoid}
thead{display:table-header-group}
tbody tr:first-child{break-before:avoid}
details:not([open]){display:none}
.scroll{overflow:visible}
.screen{display:none}
}
`;
