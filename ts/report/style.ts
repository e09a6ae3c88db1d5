/** The page's stylesheet. */

import { type Colour, dark, fontFamily, light } from './palette.ts';

const colours = Object.keys(light) as Colour[];
const variables = (palette: Readonly<Record<Colour, string>>) =>
  colours.map((name) => `--${name}:${palette[name]}`).join(';');

/** Figures carry light colours as attributes; here each becomes a variable, which dark pages set anew. */
const figureColours = colours
  .map((name) => `svg [fill="${light[name]}"]{fill:var(--${name})}svg [stroke="${light[name]}"]{stroke:var(--${name})}`)
  .join('\n');

export const style = `
:root{color-scheme:light dark;${variables(light)};--page:#f6f7f8}
@media screen and (prefers-color-scheme:dark){:root{${variables(dark)};--page:#0e1013}svg .ink{filter:invert(1)}}
@media print{:root{--page:#fff}}
*{box-sizing:border-box}
html{scroll-behavior:smooth;-webkit-text-size-adjust:100%}
@media (prefers-reduced-motion:reduce){html{scroll-behavior:auto}}
body{margin:0;background:var(--page);color:var(--ink);font:16px/1.55 ${fontFamily};font-variant-numeric:tabular-nums}
header,main,footer{max-width:1120px;margin:0 auto;padding:0 clamp(12px,3vw,32px)}
header{padding-top:clamp(28px,5vw,56px)}
h1{font-size:clamp(1.7rem,4vw,2.5rem);line-height:1.15;letter-spacing:-.02em;margin:0;overflow-wrap:anywhere;text-wrap:balance}
h2{font-size:1.35rem;line-height:1.25;letter-spacing:-.01em;margin:0 0 .25rem}
h3{font-size:1rem;margin:0}
p{margin:.35rem 0;max-width:80ch}
.lead{color:var(--muted);font-size:1.05rem;margin-top:.5rem}
a{color:var(--blue);text-underline-offset:.15em}
a:focus-visible,summary:focus-visible,[tabindex]:focus-visible{outline:2px solid var(--blue);outline-offset:3px;border-radius:4px}
nav ul{display:flex;flex-wrap:wrap;gap:.25rem 1.1rem;list-style:none;margin:1.4rem 0 0;padding:0;font-size:.95rem}
nav a{display:inline-block;padding:.25rem 0}
.key{display:flex;flex-wrap:wrap;gap:1px;margin:1.6rem 0 0;background:var(--rule);border:1px solid var(--rule);border-radius:12px;overflow:hidden}
.key div{background:var(--paper);padding:.8rem 1rem .9rem;flex:1 1 148px}
.key dt{color:var(--muted);font-size:.85rem}
.key dd{margin:0;font-size:1.5rem;font-weight:600;letter-spacing:-.01em;line-height:1.25}
.key small{display:block;color:var(--muted);font-size:.8rem;font-weight:400;letter-spacing:0}
section{margin:clamp(2rem,5vw,3.25rem) 0 0;scroll-margin-top:1rem}
section>p{color:var(--muted)}
.pair{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,400px),1fr));gap:18px;margin-top:1rem;align-items:stretch}
.wide{grid-column:1/-1}
#weights svg{max-width:900px}
.panel .scroll{max-height:470px;overflow-y:auto}
figure,.panel{margin:0;background:var(--paper);border:1px solid var(--rule);border-radius:12px;padding:clamp(10px,2vw,18px);min-width:0}
figure svg{display:block;width:100%;height:auto;max-width:600px;margin:.6rem auto 0}
figcaption p,.panel p{font-size:.92rem;color:var(--muted);margin:.15rem 0 0}
details{margin-top:.7rem;font-size:.92rem}
summary{cursor:pointer;color:var(--blue);width:fit-content}
.scroll{overflow-x:auto;margin-top:.5rem}
table{border-collapse:collapse;font-size:.92rem;min-width:100%}
caption{text-align:left;font-weight:600;padding:.2rem 0 .4rem}
th,td{padding:.24rem .7rem;text-align:right;border-bottom:1px solid var(--rule);white-space:nowrap;font-weight:400}
th:first-child,td:first-child{padding-left:.2rem}
thead th{color:var(--muted)}
tbody th,thead th:first-child{text-align:left}
thead th{position:sticky;top:0;background:var(--paper)}
tbody.sum tr:first-child>*{border-top:2px solid var(--rule)}
table.facts{min-width:0;width:100%}
table.facts th{color:var(--muted);vertical-align:top;width:10.5rem}
table.facts td{text-align:left;white-space:normal;overflow-wrap:anywhere}
pre,code{font:13px/1.35 ui-monospace,'Cascadia Mono','SF Mono',Menlo,Consolas,monospace}
pre{margin:0;padding:0 0 .3rem}
footer{color:var(--muted);font-size:.88rem;padding-top:2.5rem;padding-bottom:3rem}
${figureColours}
@media (max-width:480px){table.facts th{width:7.5rem}}
@media print{
body{font-size:9pt;line-height:1.4;background:none}nav,summary{display:none}
header,main,footer{max-width:none;padding:0}
h1{font-size:20pt}h2{font-size:13pt}.key dd{font-size:13pt}.key div{padding:5pt 8pt;flex-basis:90pt}
section{margin-top:14pt}.pair{grid-template-columns:1fr 1fr;gap:8pt;margin-top:6pt}#weights .pair{grid-template-columns:1fr}
figcaption p,.panel p,table{font-size:8pt}th,td{padding:1.5pt 4pt}.panel .scroll{max-height:none;overflow:visible}
figure,.panel,tr,.key{break-inside:avoid}h2,h3,section>p{break-after:avoid}
pre{font-size:7pt}footer{padding:10pt 0 0}
}
@page{margin:12mm}
`;
