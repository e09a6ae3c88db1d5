/** Trainings whose weights must be the same bits everywhere: between them they take every kernel's path. */

import {
  type Engine,
  type FitOptions,
  ImageTensor,
  layers,
  loadBinaryDigits,
  loadMnist,
  type Sequential,
  sequential,
  type Tensor2D,
} from 'inkgrad';

export interface Task {
  readonly data: () => Promise<{ x: Tensor2D; y: Uint8Array | Float32Array }>;
  readonly model: (engine: Engine) => Sequential;
  readonly options: FitOptions;
}

const tenDigits = (engine: Engine) => {
  const model = sequential({
    seed: 42,
    engine,
    layers: [
      layers.dense({ units: 128, activation: 'relu', inputShape: [784] }),
      layers.dense({ units: 64, activation: 'relu' }),
      layers.dense({ units: 10, activation: 'softmax' }),
    ],
  });
  model.compile({ optimizer: 'adam', loss: 'categoricalCrossentropy', metrics: ['accuracy'] });
  return model;
};

export const tasks = {
  'ten digits': {
    data: async () => (await loadMnist()).train,
    model: tenDigits,
    options: { epochs: 3, batchSize: 32 },
  },

  // Ink on black becomes black on ink: hardly a zero is left, and rows are kept dense.
  'ten digits, inverted': {
    data: async () => {
      const { x, y } = (await loadMnist()).train;
      const rows = x.slice(0, 3000);
      return {
        x: new ImageTensor(
          rows.bytes.map((byte) => 255 - byte),
          rows.shape,
        ),
        y: y.subarray(0, 3000),
      };
    },
    model: tenDigits,
    options: { epochs: 3, batchSize: 32 },
  },

  'zeros and ones': {
    data: async () => (await loadBinaryDigits()).train,
    model: (engine) => {
      const model = sequential({
        seed: 42,
        engine,
        layers: [
          layers.dense({ units: 25, activation: 'sigmoid', inputShape: [400] }),
          layers.dense({ units: 15, activation: 'sigmoid' }),
          layers.dense({ units: 1, activation: 'sigmoid' }),
        ],
      });
      model.compile({ optimizer: 'adam', loss: 'binaryCrossentropy', metrics: ['accuracy'] });
      return model;
    },
    options: { epochs: 3, batchSize: 32 },
  },

  // No size is a multiple of a vector, of a block of rows or of a batch, and a share is held out.
  'odd sizes': {
    data: async () => {
      const [rows, columns] = [333, 37];
      const data = Float32Array.from({ length: rows * columns }, (_, i) => (((i * 7919) % 257) - 128) / 128);
      const y = Float32Array.from({ length: rows }, (_, row) => Math.abs(data[row * columns] ?? 0));
      return { x: { data, shape: [rows, columns] }, y };
    },
    model: (engine) => {
      const model = sequential({
        seed: 2 ** 53 - 1,
        engine,
        layers: [
          layers.dense({ units: 13, activation: 'tanh', inputShape: [37] }),
          layers.dense({ units: 7, activation: 'sigmoid' }),
          layers.dense({ units: 3, activation: 'relu' }),
          layers.dense({ units: 1 }),
        ],
      });
      model.compile({ optimizer: 'adam', loss: 'meanSquaredError' });
      return model;
    },
    options: { epochs: 3, batchSize: 10, validationSplit: 0.13 },
  },
} as const satisfies Record<string, Task>;

export type TaskName = keyof typeof tasks;
export const taskNames = Object.keys(tasks) as TaskName[];

/** What a training gives: all of it must be the same bits. */
export interface Result {
  /** SHA-256 of the weights. */
  readonly weights: string;
  readonly history: Readonly<Record<string, number[]>>;
  /** Of the first hundred rows. */
  readonly predictions: Float32Array;
}

const loaded = new Map<TaskName, ReturnType<Task['data']>>();

/** A task's data, loaded once. */
export function dataOf(name: TaskName): ReturnType<Task['data']> {
  const data = loaded.get(name) ?? tasks[name].data();
  loaded.set(name, data);
  return data;
}

/** Trains on an engine; `options` are added to the task's. */
export async function train(name: TaskName, engine: Engine, options: FitOptions = {}): Promise<Result> {
  const task: Task = tasks[name];
  const { x, y } = await dataOf(name);
  await using model = task.model(engine);
  const { history } = await model.fit(x, y, { ...task.options, verbose: 0, ...options });
  return { weights: await model.weightsHash(), history, predictions: (await model.predict(x)).data.subarray(0, 100) };
}
