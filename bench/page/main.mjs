/** The page. `?rounds=3&turn=100` measures fewer and shorter turns (milliseconds), `?with=inkgrad,tfjs` some only. */
import { peers } from '#peers';
import { byId, create, setText } from '../../examples/browser/src/dom.ts';
import { isolate } from '../../examples/browser/src/isolation.ts';
import { describeBrowser } from './browser.mjs';
import { contestantsOf, measure } from './measure.mjs';
import { shareLine } from './results.mjs';
import { TaskCard } from './table.mjs';
import { tasksOf } from './tasks.mjs';

const { searchParams } = new URL(location.href);

const start = byId('start', HTMLButtonElement);
const cancel = byId('cancel', HTMLButtonElement);
const bar = byId('progress', HTMLProgressElement);
const alertBox = byId('alert', HTMLElement);
const share = byId('share', HTMLElement);
const device = byId('device', HTMLInputElement);
const line = byId('line', HTMLElement);
const show = (id, text) => setText(byId(id, HTMLElement), text);

/** A number of the address. */
function wholeNumber(name, usual) {
  const given = searchParams.get(name) ?? usual;
  if (!/^[1-9]\d*$/.test(given)) throw new Error(`${name}: expected a whole number from 1 on, got '${given}'`);
  return Number(given);
}

/** Those of the contestants that the address names, all by default. */
function chosen(contestants) {
  const names = searchParams.get('with')?.split(',');
  const unknown = names?.find((wanted) => !contestants.some(({ name }) => name === wanted));
  if (unknown === undefined) return contestants.filter(({ name }) => !names || names.includes(name));
  const known = new Set(contestants.map(({ name }) => name));
  throw new Error(`with: expected names among ${[...known].join(', ')}, got '${unknown}'`);
}

function setState(state, text) {
  document.body.dataset.state = state;
  start.disabled = state !== 'idle' && state !== 'done';
  cancel.disabled = state !== 'measuring';
  show('where', text);
  show('spoken', text);
}

function complain(title, error) {
  alertBox.replaceChildren(create('strong', {}, title), ` ${error.message}`);
}

async function run(cards, contestants, rounds, where) {
  const stop = new AbortController();
  const measured = new Map();
  cancel.onclick = () => stop.abort();
  alertBox.replaceChildren();
  share.hidden = true;
  for (const card of cards.values()) card.clear();
  setState('measuring', 'Starting');
  try {
    await measure([...cards.keys()], contestants, {
      rounds,
      signal: stop.signal,
      onPlayers(task, players) {
        measured.set(task, players);
        cards.get(task).show(players);
      },
      onStep(done, all, text) {
        bar.value = done / all;
        show('where', text);
      },
    });
    bar.value = 1;
    setState('done', 'Done');
    const tell = () =>
      setText(line, shareLine(VERSIONS.inkgrad, { ...where, device: device.value.trim() }, [...measured]));
    device.oninput = tell;
    tell();
    share.hidden = false;
  } catch (error) {
    bar.value = 0;
    setState('idle', stop.signal.aborted ? 'Cancelled' : 'Not measured');
    if (!stop.signal.aborted) complain('It could not be measured.', error);
  }
}

byId('copy', HTMLButtonElement).addEventListener('click', async () => {
  try {
    await navigator.clipboard.writeText(line.textContent);
    show('copy', 'Copied');
    show('copied', 'Copied');
    setTimeout(() => show('copy', 'Copy'), 2000);
  } catch (error) {
    complain('The line could not be copied: it can be marked and copied by hand.', error);
  }
});

async function begin() {
  const rounds = wholeNumber('rounds', 5);
  const cards = new Map(tasksOf(wholeNumber('turn', 300)).map((task) => [task, new TaskCard(task)]));
  byId('tasks', HTMLElement).append(...[...cards.values()].map(({ element }) => element));
  byId('peers-note', HTMLElement).hidden = peers.length > 0;
  byId('site', HTMLElement).hidden = !IN_SITE;
  show('versions', `inkgrad ${VERSIONS.inkgrad}, TensorFlow.js ${VERSIONS.tfjs}, jax-js ${VERSIONS.jaxJs}.`);
  const isolated = await isolate();
  const where = await describeBrowser();
  const threads = isolated ? where.cores : 1;
  const contestants = chosen(contestantsOf(threads));
  for (const [id, text] of Object.entries({ ...where, threads })) show(id, `${text}`);
  byId('threads-note', HTMLElement).hidden = isolated;
  start.onclick = () => run(cards, contestants, rounds, where);
  setState('idle', 'Ready');
}

begin().catch((error) => {
  setState('failed', 'Not started');
  complain('The page could not be started.', error);
});
