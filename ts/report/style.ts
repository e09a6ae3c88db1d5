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
:root{color-scheme:light dark;${variables(light)};--page:#f6f7f8;--shade:rgb(28 33 39/.22)}
@media screen and (prefers-color-scheme:dark){:root{${variables(dark)};--page:#0e1013;--shade:rgb(255 255 255/.2)}.ink{filter:invert(1)}}
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
a:focus-visible,summary:focus-visible,button:focus-visible,select:focus-visible,[tabindex]:focus-visible{outline:2px solid var(--blue);outline-offset:3px;border-radius:4px}
nav ul{display:flex;flex-wrap:wrap;gap:.25rem 1.1rem;list-style:none;margin:1.4rem 0 0;padding:0;font-size:.95rem}
nav a{display:inline-block;padding:.25rem 0}
.key{display:flex;flex-wrap:wrap;gap:1px;margin:1.6rem 0 0;background:var(--rule);border:1px solid var(--rule);border-radius:12px;overflow:hidden}
.key div{background:var(--paper);padding:.8rem 1rem .9rem;flex:1 1 148px}
.key div:first-child{flex:1.6 1 210px}
.key dt{color:var(--muted);font-size:.85rem}
.key dd{margin:0;font-size:1.5rem;font-weight:600;letter-spacing:-.01em;line-height:1.25}
.key small{display:block;color:var(--muted);font-size:.8rem;font-weight:400;letter-spacing:0}
section{margin:clamp(2rem,5vw,3.25rem) 0 0;scroll-margin-top:1rem}
section>p{color:var(--muted)}
.pair{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,400px),1fr));gap:18px;margin-top:1rem;align-items:stretch}
.wide,.pair>:nth-child(odd of .half):nth-last-child(1 of .half){grid-column:1/-1}
#weights svg{max-width:900px}
figure,.panel{display:flex;flex-direction:column}
.panel .scroll{max-height:470px}
.panel.half .scroll{max-height:none;flex:1 0 auto}
.panel.half table{height:100%}
figure,.panel{margin:0;background:var(--paper);border:1px solid var(--rule);border-radius:12px;padding:clamp(10px,2vw,18px);min-width:0}
figure svg{display:block;width:100%;height:auto;max-width:600px;margin:.6rem auto 0}
figure .drawn{margin:auto 0}
@media (min-width:900px){figure.wide:has(>.scroll){display:grid;grid-template-columns:3fr 2fr;gap:0 2.5rem;align-items:center}figure.wide figcaption{grid-column:1/-1}}
figcaption p,.panel p{font-size:.92rem;color:var(--muted);margin:.15rem 0 0}
details{margin-top:.7rem;font-size:.92rem}
summary{cursor:pointer;color:var(--blue);width:fit-content}
/* Where there is more, an edge casts a shadow; a cover that moves along with the content hides it at the ends. */
.scroll{overflow:auto;margin-top:.5rem;scrollbar-width:thin;background:
linear-gradient(90deg,var(--paper) 50%,transparent) left/36px 100% no-repeat local,
linear-gradient(270deg,var(--paper) 50%,transparent) right/36px 100% no-repeat local,
linear-gradient(0deg,var(--paper) 50%,transparent) bottom/100% 36px no-repeat local,
linear-gradient(90deg,var(--shade),transparent) left/12px 100% no-repeat scroll,
linear-gradient(270deg,var(--shade),transparent) right/12px 100% no-repeat scroll,
linear-gradient(0deg,var(--shade),transparent) bottom/100% 12px no-repeat scroll}
.hint{font-size:.85rem}
table{border-collapse:collapse;font-size:.92rem;min-width:100%}
caption{text-align:left;font-weight:600;padding:.2rem 0 .4rem}
th,td{padding:.24rem .7rem;text-align:right;border-bottom:1px solid var(--rule);white-space:nowrap;font-weight:400}
th:first-child,td:first-child{padding-left:.2rem}
thead th{color:var(--muted)}
tbody th,thead th:first-child{text-align:left}
thead th{position:sticky;top:0;background:var(--paper);white-space:normal;vertical-align:bottom;overflow-wrap:normal}
tbody.sum tr:first-child>*{border-top:2px solid var(--rule)}
tbody tr:hover>*{background:color-mix(in srgb,var(--blue) 8%,transparent)}
tr.marked>*{font-weight:600}
th small{color:var(--blue);font-weight:600;margin-left:.35rem}
.facts,.words,.about{margin:.5rem 0 0;font-size:.92rem}
.facts div{display:grid;grid-template-columns:10.5rem 1fr;gap:.5rem;padding:.24rem 0;border-bottom:1px solid var(--rule);break-inside:avoid}
dt{color:var(--muted)}
.facts dd,.words dd,.about dd{margin:0;overflow-wrap:anywhere}
.panel.sides{flex-flow:row wrap;gap:.8rem 2.5rem}.sides>*{flex:1 1 280px;min-width:0}.sides>:first-child:not(:only-child){flex:0 1 620px}
.columns{columns:2 380px;column-gap:2.5rem}
.words div{padding:.5rem 0;border-bottom:1px solid var(--rule)}
.words div:last-child{border:0}
.words{flex:1;display:flex;flex-direction:column;justify-content:space-evenly}
.about{display:flex;flex-wrap:wrap;gap:.2rem 1.5rem;margin-top:.9rem}
.about div{display:flex;gap:.4rem;min-width:0}
.about dd{font-weight:600}
.mistakes{display:grid;grid-template-columns:repeat(auto-fill,minmax(64px,1fr));gap:10px;list-style:none;margin:0;padding:6px}
.mistakes li{text-align:center;font-size:.8rem;line-height:1.3;min-width:0;overflow-wrap:anywhere}
.mistakes li[hidden],.filter[hidden]{display:none}
.mistakes b,.mistakes small{display:block}
.mistakes b{color:var(--orange)}
.mistakes small{color:var(--muted)}
.digit{display:block;width:100%;image-rendering:pixelated;print-color-adjust:exact;-webkit-print-color-adjust:exact;border-radius:4px}
.digit[role=button],.spot[data-label]{cursor:pointer}
.spot:hover{stroke:var(--ink);stroke-opacity:.35}
.filter{display:flex;flex-wrap:wrap;align-items:center;gap:.5rem 1rem;margin-top:.7rem;font-size:.92rem}
button,select{font:inherit;color:var(--ink);background:var(--paper);border:1px solid var(--muted);border-radius:6px;padding:.2rem .6rem}
button{cursor:pointer}
button:disabled{color:var(--muted);border-color:var(--rule);cursor:default}
.enlarge{float:right;margin:0 0 .3rem .8rem;font-size:.82rem;padding:.1rem .5rem}
.tip{position:fixed;z-index:2;pointer-events:none;max-width:min(300px,90vw);padding:.3rem .6rem;border-radius:6px;background:var(--ink);color:var(--paper);font-size:.85rem;line-height:1.35}
dialog{width:min(1100px,96vw);max-height:94vh;border:1px solid var(--rule);border-radius:12px;background:var(--paper);color:var(--ink);padding:14px}
dialog::backdrop{background:rgb(0 0 0/.55)}
dialog .bar{display:flex;flex-wrap:wrap;gap:.5rem;align-items:center;margin-bottom:.6rem}
dialog .bar h2{flex:1 1 240px;font-size:1.05rem;margin:0}
dialog .stage{overflow:auto;max-height:80vh}
dialog .stage svg{display:block;margin:0 auto;width:max(100%,640px);height:auto}
dialog .stage .digit{width:min(100%,70vh);margin:0 auto}
@media (min-width:700px){dialog .stage svg{width:auto;height:78vh;max-width:100%}}
pre,code{font:13px/1.35 ui-monospace,'Cascadia Mono','SF Mono',Menlo,Consolas,monospace}
pre{margin:0;padding:0 0 .3rem}
footer{color:var(--muted);font-size:.88rem;padding-top:2.5rem;padding-bottom:3rem}
${figureColours}
@media (max-width:480px){
.facts div{grid-template-columns:7.5rem 1fr}
figure,.panel{padding:10px 8px}
table{font-size:.8rem}th,td{padding:.24rem .2rem}th small{display:block;margin:0}
}
@media print{
body{font-size:9pt;line-height:1.4;background:none}nav,summary,.filter,.enlarge,.hint{display:none}
header,main,footer{max-width:none;padding:0}
h1{font-size:20pt}h2{font-size:13pt}.key dd{font-size:13pt}.key div{padding:5pt 8pt;flex-basis:90pt}
section{margin-top:14pt}.pair{grid-template-columns:1fr 1fr;gap:8pt;margin-top:6pt}#weights .pair{grid-template-columns:1fr}
figcaption p,.panel p,table{font-size:8pt}th,td{padding:1.5pt 4pt}.scroll{background:none}.panel .scroll{max-height:none;overflow:visible}.mistakes{grid-template-columns:repeat(auto-fill,minmax(36pt,1fr));gap:5pt}
figure,.panel,tr,.key{break-inside:avoid}h2,h3,section>p{break-after:avoid}
pre{font-size:7pt}footer{padding:10pt 0 0}
}
@page{margin:12mm}
`;
