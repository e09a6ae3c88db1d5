/** All mistakes with their images, for the page's script to sift and enlarge. */

import { mistakes } from './figures/samples.ts';
import { chance, plural, whole } from './format.ts';
import { paragraph, scrolling } from './html.ts';
import { inkUri } from './pixels.ts';
import type { JudgedRun } from './run.ts';
import { escapeText } from './svg.ts';

/** So many are shown, and so many pixels, or the page would be too large to send by mail. */
const mostImages = 1000;
const mostPixels = 1_000_000;

/** Images beside each other in the sheet. */
const columns = 32;

/** The mistakes that are shown, the surest first, as one picture: in a rule, so that it stands in the page once. */
export function gallerySheet(run: JudgedRun): string {
  const { images } = run;
  const rows = shownMistakes(run);
  if (!images || rows.length === 0) return '';
  const [height, width] = images.size;
  const [across, down] = sheetSize(rows.length);
  const sheet = new Uint8Array(across * width * down * height);
  rows.forEach((row, place) => {
    const ink = images.ink(row);
    const [left, top] = [(place % across) * width, Math.floor(place / across) * height];
    for (let y = 0; y < height; y++) {
      sheet.set(ink.subarray(y * width, (y + 1) * width), (top + y) * across * width + left);
    }
  });
  const uri = inkUri(sheet, [down * height, across * width]);
  return `.digit{background-image:url(${uri});background-size:${100 * across}% ${100 * down}%;aspect-ratio:${width}/${height}}\n`;
}

/** The panel; without the script it shows them all. */
export function gallery(run: JudgedRun): string {
  const all = mistakes(run).length;
  const rows = shownMistakes(run);
  const intro = "Those first that it was most sure of: label / prediction, and the prediction's probability.";
  const [across, down] = sheetSize(rows.length);
  const tiles = rows.map((row, place) =>
    tile(run, row, [share(place % across, across), share(Math.floor(place / across), down)]),
  );
  const list = `<ul class="mistakes">${tiles.join('')}</ul>`;
  const title =
    all === 1
      ? 'The one mistake'
      : `${rows.length === all ? 'All' : `${whole(rows.length)} of`} ${whole(all)} mistakes`;
  return (
    `<div id="mistakes" class="panel wide"><h3>${title}</h3>${paragraph(intro)}` +
    `${filter(run, rows)}${scrolling('The mistakes', list)}</div>`
  );
}

function shownMistakes(run: JudgedRun): number[] {
  if (!run.images) return [];
  const [height, width] = run.images.size;
  return mistakes(run).slice(0, Math.max(1, Math.min(mostImages, Math.floor(mostPixels / (height * width)))));
}

function sheetSize(count: number): [across: number, down: number] {
  const across = Math.min(columns, count);
  return [across, Math.ceil(count / across)];
}

/** Where a picture of several images has to lie for the one at `place` to be seen: CSS counts from edge to edge. */
function share(place: number, of: number): string {
  return of === 1 ? '0' : `${+((100 * place) / (of - 1)).toFixed(4)}%`;
}

function tile(run: JudgedRun, row: number, [x, y]: readonly [string, string]): string {
  const [label, prediction] = [run.labels[row] as number, run.decisions[row] as number];
  const [name, taken] = [label, prediction].map((id) => run.classNames[id] as string);
  const sure = chance(run.probability(row, prediction));
  const told = `${name} taken for ${taken} (${sure}, for ${name} ${chance(run.probability(row, label))}), image ${whole(row + 1)}`;
  return (
    `<li data-label="${label}" data-prediction="${prediction}"><span class="digit ink" role="img" ` +
    `aria-label="${escapeText(told)}" style="background-position:${x} ${y}"></span>` +
    `<b>${escapeText(`${name} / ${taken}`)}</b><small>${escapeText(sure)}</small></li>`
  );
}

/** Of no use without the script, which uncovers it. */
function filter({ classNames, labels, decisions }: JudgedRun, rows: readonly number[]): string {
  const choice = (name: string, title: string, ids: { readonly [row: number]: number }) => {
    const counts = classNames.map((_, id) => rows.filter((row) => ids[row] === id).length);
    const options = classNames.map((text, id) =>
      counts[id] === 0 ? '' : `<option value="${id}">${escapeText(text)} (${counts[id]})</option>`,
    );
    return `<label>${title} <select name="${name}"><option value="">any</option>${options.join('')}</select></label>`;
  };
  return (
    `<div class="filter" role="group" aria-label="Which mistakes to show" hidden>${choice('label', 'True class', labels)}` +
    `${choice('prediction', 'taken for', decisions)}<button type="button">Show all</button>` +
    `<output aria-live="polite">${plural(rows.length, 'mistake')}</output></div>`
  );
}
