/** How to train the same again. */

import { code, factList, pair, panel, type Section } from '../html.ts';
import type { Facts, JudgedRun } from '../run.ts';

export function recipe({ model, recipe: facts, engine, command }: JudgedRun): Section | undefined {
  const { seed, weightsHash, summary } = model ?? {};
  const again: Facts = {
    ...facts,
    ...(seed === undefined ? {} : { seed }),
    ...(weightsHash === undefined ? {} : { 'weights (SHA-256)': weightsHash }),
  };
  const panels = [
    Object.keys(again).length > 0 && panel('Recipe', factList(again, 'facts columns'), 'wide'),
    (summary || engine) &&
      sides(
        summary ? heading('Model') + code(summary, "The model's summary") : '',
        engine ? heading('Engine') + factList(engine) : '',
      ),
    command && panel('Command', code(command, 'The command'), 'wide'),
  ].filter((one) => typeof one === 'string');
  if (panels.length === 0) return undefined;
  return {
    id: 'recipe',
    title: 'How to repeat it',
    intro: 'The same recipe and seed give the same weights, to the last bit, on any machine; their hash tells.',
    content: pair(...panels),
  };
}

function heading(text: string): string {
  return `<h3>${text}</h3>`;
}

/** One card, since a model's summary is too wide for half of the page and leaves half of it empty. */
function sides(...parts: readonly string[]): string {
  const shown = parts.filter((part) => part !== '').map((part) => `<div>${part}</div>`);
  return `<div class="panel wide sides">${shown.join('')}</div>`;
}
