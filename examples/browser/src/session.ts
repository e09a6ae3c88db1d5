/** One model and its training. Nothing here knows of the page. */

import {
  type ImageTensor,
  init,
  type LabelledRows,
  type Logs,
  layers,
  loadModel,
  type Sequential,
  ShapeError,
  sequential,
  type Tensor2D,
  type TrainTestSplit,
} from 'inkgrad';
import { type HiddenUnits, hiddenUnitsOf } from './activations.ts';
import type { HiddenLayer, Settings } from './settings.ts';
import { inputsOf, type Task } from './tasks.ts';

export type State = 'idle' | 'training' | 'paused' | 'done';

/** Where a training is. */
export interface Progress {
  /** Epochs that are done, with the share of the one at hand. */
  readonly epochs: number;
  /** Of the samples since the last report. */
  readonly loss: number;
  readonly accuracy: number;
  readonly samplesPerSecond: number;
}

/** Weights of the first layer: a row for each pixel, a column for each unit. */
export interface Kernel {
  readonly data: Float32Array;
  readonly shape: readonly [pixels: number, units: number];
}

/** How the model does on the test images, and what its layers have come to. */
export interface Exam {
  readonly task: Task;
  readonly test: LabelledRows<ImageTensor>;
  readonly epochs: number;
  /** That the training has taken, without exams and pauses. */
  readonly seconds: number;
  readonly loss: number;
  readonly accuracy: number;
  /** Of each class, a row for each image. */
  readonly probabilities: Tensor2D;
  readonly kernel: Kernel;
  readonly hidden: readonly HiddenUnits[];
}

export interface Watcher {
  onState(state: State): void;
  onProgress(progress: Progress): void;
  onExam(exam: Exam): void;
}

/** Reports are for so many samples at least: fewer say little. */
const reported = 4_000;

export class Session {
  readonly #watcher: Watcher;
  #task: Task;
  #data: TrainTestSplit;
  #model: Sequential | undefined;
  #threads: number;
  #state: State = 'idle';
  #epochs = 0;
  #seconds = 0;
  #controller = new AbortController();
  #running: Promise<unknown> = Promise.resolve();
  #pause: { readonly ended: Promise<void>; readonly end: () => void } | undefined;

  /** @param threads that the engine was started with */
  constructor(task: Task, data: TrainTestSplit, threads: number, watcher: Watcher) {
    this.#task = task;
    this.#data = data;
    this.#threads = threads;
    this.#watcher = watcher;
  }

  get state(): State {
    return this.#state;
  }

  /** What its model is to learn. */
  get task(): Task {
    return this.#task;
  }

  /** Epochs that are done. */
  get epochs(): number {
    return this.#epochs;
  }

  /** Begins anew, with a network that has learned nothing. */
  async begin(settings: Settings, data: TrainTestSplit): Promise<void> {
    await this.stop();
    if (settings.threads !== this.#threads) await init({ threads: settings.threads });
    this.#threads = settings.threads;
    const { task } = settings;
    const [first, ...more] = [...settings.hidden, task.output];
    const model = sequential({
      name: 'digits',
      layers: [
        layers.dense({ ...(first as HiddenLayer), inputShape: [task.side ** 2] }),
        ...more.map((layer) => layers.dense(layer)),
      ],
    });
    [this.#task, this.#data] = [task, data];
    await this.#use(model, settings);
    this.#setState('idle');
  }

  /**
   * Goes on with a model from a file.
   * @throws FormatError for a file that is no model; ShapeError for a model that is not for this task
   */
  async load(bytes: ArrayBuffer, settings: Settings): Promise<Sequential> {
    const model = await loadModel(bytes);
    const [inputs, last] = [model.layers[0]?.inputs, model.layers.at(-1)];
    const { side, output } = this.#task;
    if (inputs !== side ** 2 || last?.units !== output.units || last.activation !== output.activation) {
      await model.dispose();
      const received = `${inputs} numbers in and ${last?.units} (${last?.activation}) out`;
      const expected = `${side ** 2} pixels in and ${output.units} (${output.activation}) out`;
      throw new ShapeError('model', expected, received);
    }
    await this.stop();
    await this.#use(model, settings);
    this.#setState('done');
    return model;
  }

  /** Trains for as many epochs as the settings say, until it is stopped. */
  async train({ epochs, batchSize }: Settings): Promise<void> {
    const model = this.#model as Sequential;
    const { signal } = this.#controller;
    this.#setState('training');
    const { train, test } = this.#data;
    const training = model.fit(train.x, train.y, {
      initialEpoch: this.#epochs,
      epochs: this.#epochs + epochs,
      batchSize,
      validationData: [test.x, test.y],
      signal,
      callbacks: [this.#reporter(batchSize), { onEpochEnd: (epoch, logs) => this.#examine(epoch + 1, logs) }],
    });
    this.#running = training.catch(() => {});
    try {
      await training;
      this.#setState('done');
    } catch (error) {
      if (signal.aborted) return;
      this.#setState('done');
      throw error;
    }
  }

  /** Training waits, at the step it is at, for `resume`. */
  pause(): void {
    let end = () => {};
    const ended = new Promise<void>((resolve) => {
      end = resolve;
    });
    this.#pause = { ended, end };
    this.#setState('paused');
  }

  resume(): void {
    this.#endPause();
    this.#setState('training');
  }

  /** Ends a training, if there is one, and waits until it has ended. */
  async stop(): Promise<void> {
    this.#controller.abort();
    this.#endPause();
    await this.#running;
    this.#controller = new AbortController();
  }

  /** Probabilities of each class for images of MNIST's size, by the weights of the moment: while it trains as well. */
  async predict(images: ImageTensor): Promise<Tensor2D> {
    return byClass(await (this.#model as Sequential).predict(inputsOf(this.#task, images)));
  }

  toBytes(): Promise<Uint8Array> {
    return (this.#model as Sequential).toBytes();
  }

  async #use(model: Sequential, { optimizer, learningRate }: Settings): Promise<void> {
    model.compile({
      optimizer: optimizer.make(learningRate),
      loss: this.#task.loss,
      metrics: ['accuracy'],
    });
    const before = this.#model;
    this.#model = model;
    this.#epochs = 0;
    this.#seconds = 0;
    await before?.dispose();
    const { x, y } = this.#data.test;
    const { loss, accuracy = 0 } = await model.evaluate(x, y);
    await this.#examine(0, { loss, val_loss: loss, val_accuracy: accuracy });
  }

  async #examine(epochs: number, { val_loss = 0, val_accuracy = 0 }: Logs): Promise<void> {
    this.#epochs = epochs;
    const model = this.#model as Sequential;
    const { test } = this.#data;
    const probabilities = byClass(await model.predict(test.x));
    const [kernel] = (await model.layers.find(({ type }) => type === 'dense')?.getWeights()) ?? [];
    this.#watcher.onExam({
      ...{ task: this.#task, test },
      ...{ epochs, seconds: this.#seconds, loss: val_loss, accuracy: val_accuracy, probabilities },
      kernel: kernel as Kernel,
      hidden: await hiddenUnitsOf(model),
    });
  }

  /** Tells how it goes now. What `fit` tells are means since an epoch began. */
  #reporter(batchSize: number) {
    const { length } = this.#data.train.y;
    let last = { samples: 0, loss: 0, accuracy: 0, time: 0 };
    let clock = 0;
    return {
      onEpochBegin: () => {
        clock = performance.now();
        last = { samples: 0, loss: 0, accuracy: 0, time: clock };
      },
      onYield: async (epoch: number, batch: number, { loss, accuracy = 0 }: Logs) => {
        const samples = Math.min((batch + 1) * batchSize, length);
        const [seen, time] = [samples - last.samples, performance.now()];
        this.#seconds += (time - clock) / 1000;
        clock = time;
        if (seen >= reported || samples === length) {
          const since = (mean: number, before: number) => (mean * samples - before * last.samples) / seen;
          this.#watcher.onProgress({
            epochs: epoch + samples / length,
            loss: since(loss, last.loss),
            accuracy: since(accuracy, last.accuracy),
            samplesPerSecond: (1000 * seen) / (time - last.time),
          });
          last = { samples, loss, accuracy, time };
        }
        if (this.#pause) {
          await this.#pause.ended;
          clock = performance.now();
          last = { ...last, time: last.time + clock - time };
        }
      },
    };
  }

  #endPause(): void {
    this.#pause?.end();
    this.#pause = undefined;
  }

  #setState(state: State): void {
    this.#state = state;
    this.#watcher.onState(state);
  }
}

/** One output is the probability of the second of two classes. */
function byClass(outputs: Tensor2D): Tensor2D {
  const [rows, columns] = outputs.shape;
  if (columns > 1) return outputs;
  const data = new Float32Array(2 * rows);
  for (const [row, second] of outputs.data.entries()) data.set([1 - second, second], 2 * row);
  return { data, shape: [rows, 2] };
}
