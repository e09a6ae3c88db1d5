/** The page: what is drawn, trained and shown, and how one hears of the other. */

import {
  confusionMatrix,
  decide,
  engineInfo,
  FormatError,
  type ImageTensor,
  type LabelledRows,
  ShapeError,
  type TrainTestSplit,
} from 'inkgrad';
import { ActiveUnits } from './active-units.ts';
import { ConfusionTable } from './confusion.ts';
import { Controls } from './controls.ts';
import { Curves } from './curves.ts';
import { loadData } from './data.ts';
import { Desk } from './desk.ts';
import { byId, create, nextFrame, setText } from './dom.ts';
import { download, offerModels } from './files.ts';
import { Inside } from './inside.ts';
import { isolate } from './isolation.ts';
import { MistakeGallery, mistakesOf } from './mistakes.ts';
import { offerRace } from './race.ts';
import { offerSamples } from './samples.ts';
import { type Exam, Session } from './session.ts';
import { type HiddenLayer, SettingsForm } from './settings.ts';
import { type Task, tenDigits } from './tasks.ts';

/** The page lies in the documentation's site. */
declare const IN_SITE: boolean;

/** Milliseconds between readings of the drawn digit while the network learns. */
const readingInterval = 80;

const controls = new Controls();
const curves = new Curves();
const settings = new SettingsForm();
const inside = new Inside();
const activeUnits = new ActiveUnits();
const alertBox = byId('alert', HTMLElement);

/** Says what went wrong, in the error's own words. */
function complain(title: string, error: unknown): void {
  const wrongFile = error instanceof FormatError || error instanceof ShapeError;
  const reason = wrongFile ? `Expected ${error.expected}, got ${error.received}.` : (error as Error).message;
  alertBox.replaceChildren(create('strong', {}, title), ` ${reason}`);
  alertBox.scrollIntoView({ block: 'nearest' });
}

async function start(): Promise<void> {
  byId('site', HTMLElement).hidden = !IN_SITE;
  const isolated = await isolate();
  const desk = new Desk(complain);
  desk.onShown = (digit) => {
    activeUnits.image = digit?.image;
  };
  const [info, data] = await Promise.all([engineInfo(), dataOf(tenDigits)]);
  settings.offerThreads(isolated ? info.cores : 1);
  byId('threads-note', HTMLElement).hidden = isolated;
  await run(desk, data, info.threads);
}

const dataOf = (task: Task) => loadData(task, (share, text) => controls.showLoading(share, text));

/** @param threads that the engine was started with */
async function run(desk: Desk, data: TrainTestSplit, threads: number): Promise<void> {
  let lastReading = 0;
  let lastExam: Exam;
  let views = viewsOf(tenDigits, data.test);

  const session = new Session(tenDigits, data, threads, {
    onState(state) {
      settings.locked = state !== 'idle';
      controls.showState(state);
    },
    onProgress(progress) {
      curves.addProgress(progress);
      controls.showProgress(progress);
      if (performance.now() - lastReading < readingInterval) return;
      lastReading = performance.now();
      desk.read();
    },
    async onExam(exam) {
      lastExam = exam;
      curves.addExam(exam);
      controls.showExam(exam);
      desk.read();
      // A frame for each, so that none takes long; an exam that comes meanwhile is the one to show.
      await nextFrame();
      if (lastExam !== exam) return;
      const { task, test, probabilities } = exam;
      if (views.task !== task) views = viewsOf(task, test);
      const predictions = decide(probabilities);
      views.confusion.show(confusionMatrix(test.y, predictions, { classes: task.classes }));
      await nextFrame();
      if (lastExam !== exam) return;
      views.gallery.show(mistakesOf(test.y, predictions, probabilities));
      await nextFrame();
      if (lastExam !== exam) return;
      inside.show(exam.kernel);
      activeUnits.network = exam;
    },
  });

  /** Changes of the model wait for each other. */
  let changes: Promise<void> = Promise.resolve();
  const change = (failed: string, work: () => Promise<void>) => {
    changes = changes.then(async () => {
      alertBox.replaceChildren();
      await work().catch((error) => complain(failed, error));
    });
    return changes;
  };

  const begin = () =>
    change('This network cannot be built.', async () => {
      const wanted = settings.read();
      curves.epochs = wanted.epochs;
      await session.begin(wanted, await dataOf(wanted.task));
      setText(byId('thread-count', HTMLElement), `${(await engineInfo()).threads}`);
    });

  const train = () =>
    change('It cannot be trained.', async () => {
      const wanted = settings.read();
      // Where its images could not be loaded when it was chosen.
      if (session.task !== wanted.task) await session.begin(wanted, await dataOf(wanted.task));
      const [from, to] = [session.epochs, session.epochs + wanted.epochs];
      curves.epochs = to;
      controls.plan(from, to);
      desk.askOwn();
      session.train(wanted).catch((error) => complain('The training ended early.', error));
    });

  const open = (file: File) =>
    change(`${file.name} cannot be opened.`, async () => {
      const model = await session.load(await file.arrayBuffer(), settings.read());
      settings.setLayers(model.layers.slice(0, -1) as readonly HiddenLayer[]);
      controls.showOpened(file.name);
      desk.askOwn();
    });

  const press = () => {
    if (session.state === 'training') session.pause();
    else if (session.state === 'paused') session.resume();
    else if (settings.check()) train();
  };

  await begin();
  settings.onChange = begin;
  controls.listen(press, begin);
  desk.offer((images) => session.predict(images));
  offerSamples(data.test, desk.pad);
  offerModels(async () => download(await session.toBytes(), 'digits.safetensors'), open);

  let waits = false;
  offerRace(data, threads, {
    /** The cores are the race's: a training waits. */
    async onBegin() {
      controls.held = true;
      await changes;
      waits = session.state === 'training';
      if (waits) session.pause();
    },
    onEnd() {
      controls.held = false;
      if (waits && session.state === 'paused') session.resume();
    },
  });
}

/** Of mistakes, which a task has its own table and images for. */
function viewsOf(task: Task, { x }: LabelledRows<ImageTensor>) {
  return { task, confusion: new ConfusionTable(task.classes), gallery: new MistakeGallery(x) };
}

start().catch((error) => {
  document.body.dataset.state = 'failed';
  complain('The demo could not be started.', error);
  alertBox.append(' ', create('button', { type: 'button', onclick: () => location.reload() }, 'Try again'));
});
