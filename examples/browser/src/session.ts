/** One model and its training. Nothing here knows of the page. */

import {
  type ImageTensor,
  init,
  type Logs,
  layers,
  loadModel,
  optimizers,
  type Sequential,
  ShapeError,
  sequential,
  type Tensor2D,
  type TrainTestSplit,
} from 'inkgrad';
import type { Settings } from './settings.ts';

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

/** How the model does on the test images, and what its first layer has come to. */
export interface Exam {
  readonly epochs: number;
  /** That the training has taken, without exams and pauses. */
  readonly seconds: number;
  readonly loss: number;
  readonly accuracy: number;
  readonly probabilities: Tensor2D;
  readonly kernel: Kernel;
}

export interface Watcher {
  onState(state: State): void;
  onProgress(progress: Progress): void;
  onExam(exam: Exam): void;
}

/** Reports are for so many samples at least: fewer say little. */
const reported = 4_000;

export class Session {
  readonly #data: TrainTestSplit;
  readonly #watcher: Watcher;
  #model: Sequential | undefined;
  #threads: number;
  #state: State = 'idle';
  #epochs = 0;
  #seconds = 0;
  #controller = new AbortController();
  #running: Promise<unknown> = Promise.resolve();
  #pause: { readonly ended: Promise<void>; readonly end: () => void } | undefined;

  /** @param threads that the engine was started with */
  constructor(data: TrainTestSplit, threads: number, watcher: Watcher) {
    this.#data = data;
    this.#threads = threads;
    this.#watcher = watcher;
  }

  get state(): State {
    return this.#state;
  }

  /** Epochs that are done. */
  get epochs(): number {
    return this.#epochs;
  }

  /** Begins anew, with a network that has learned nothing. */
  async begin(settings: Settings): Promise<void> {
    await this.stop();
    if (settings.threads !== this.#threads) await init({ threads: settings.threads });
    this.#threads = settings.threads;
    const [first, ...more] = [...settings.hidden, { units: 10, activation: 'softmax' as const }];
    const model = sequential({
      name: 'digits',
      layers: [
        layers.dense({ ...(first as (typeof settings.hidden)[number]), inputShape: [784] }),
        ...more.map((layer) => layers.dense(layer)),
      ],
    });
    await this.#use(model, settings);
    this.#setState('idle');
  }

  /**
   * Goes on with a model from a file.
   * @throws FormatError for a file that is no model; ShapeError for a model that is not for these digits
   */
  async load(bytes: ArrayBuffer, settings: Settings): Promise<Sequential> {
    const model = await loadModel(bytes);
    const [inputs, last] = [model.layers[0]?.inputs, model.layers.at(-1)];
    if (inputs !== 784 || last?.units !== 10 || last.activation !== 'softmax') {
      await model.dispose();
      const received = `${inputs} numbers in and ${last?.units} (${last?.activation}) out`;
      throw new ShapeError('model', '784 pixels in and 10 probabilities (softmax) out', received);
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

  /** Ten probabilities of each image, by the weights of the moment: in the middle of a training as well. */
  async predict(images: ImageTensor): Promise<Float32Array> {
    return (await (this.#model as Sequential).predict(images)).data;
  }

  toBytes(): Promise<Uint8Array> {
    return (this.#model as Sequential).toBytes();
  }

  async #use(model: Sequential, { learningRate }: Settings): Promise<void> {
    model.compile({
      optimizer: optimizers.adam({ learningRate }),
      loss: 'categoricalCrossentropy',
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
    const probabilities = await model.predict(this.#data.test.x);
    const [kernel] = (await model.layers.find(({ type }) => type === 'dense')?.getWeights()) ?? [];
    this.#watcher.onExam({
      ...{ epochs, seconds: this.#seconds, loss: val_loss, accuracy: val_accuracy, probabilities },
      kernel: kernel as Kernel,
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
