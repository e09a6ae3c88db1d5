/** The page. `?rounds=3&turn=100` measures fewer and shorter turns (milliseconds), `?with=inkgrad,tfjs` some contestants only. */
import { peers } from '#peers';
import { byId, create, setText } from '../../examples/browser/src/dom.ts';
import { isolate } from '../../examples/browser/src/isolation.ts';
import { describeBrowser } from './browser.mjs';
import { contestantsOf, measure } from './measure.mjs';
import { shareLine } from './results.mjs';
import { TaskCard } from './table.mjs';
import { tasksOf } from './tasks.mjs';

const { searchParams } = new URL(location.href);
const rounds = wholeNumber('rounds', 5);
const turn = wholeNumber('turn', 300);

const start = byId('start', HTMLButtonElement);
const cancel = byId('cancel', HTMLButtonElement);
const bar = byId('progress', HTMLProgressElement);
const alertBox = byId('alert', HTMLElement);
const share = byId('share', HTMLElement);
const device = byId('device', HTMLInputElement);
const line = byId('line', HTMLElement);
const show = (id, text) => setText(byId(id, HTMLElement), text);

const tasks = tasksOf(turn);
const cards = new Map(tasks.map((task) => [task, new TaskCard(task)]));
byId('tasks', HTMLElement).append(...[...cards.values()].map(({ element }) => element));
show('versions', `inkgrad ${VERSIONS.inkgrad}, TensorFlow.js ${VERSIONS.tfjs}, jax-js ${VERSIONS.jaxJs}.`);

function wholeNumber(name, usual) {
  const given = Number(searchParams.get(name));
  return Number.isInteger(given) && given > 0 ? given : usual;
}

function setState(state, text) {
  document.body.dataset.state = state;
  start.disabled = state === 'measuring';
  cancel.disabled = state !== 'measuring';
  show('where', text);
  show('spoken', text);
}

function complain(title, error) {
  alertBox.replaceChildren(create('strong', {}, title), ` ${error.message}`);
}

async function run(contestants, where) {
  const stop = new AbortController();
  const measured = new Map();
  cancel.onclick = () => stop.abort();
  alertBox.replaceChildren();
  share.hidden = true;
  for (const card of cards.values()) card.clear();
  setState('measuring', 'Starting');
  try {
    await measure(tasks, contestants, {
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

const isolated = await isolate();
const where = await describeBrowser();
const names = searchParams.get('with')?.split(',');
const contestants = contestantsOf(isolated ? where.cores : 1).filter(({ name }) => !names || names.includes(name));
show('browser', where.browser);
show('system', where.system);
show('cores', `${where.cores}`);
show('threads', `${isolated ? where.cores : 1}`);
byId('threads-note', HTMLElement).hidden = isolated;
byId('peers-note', HTMLElement).hidden = peers.length > 0;
byId('site', HTMLElement).hidden = !IN_SITE;
start.onclick = () => run(contestants, where);
setState('idle', 'Ready');
