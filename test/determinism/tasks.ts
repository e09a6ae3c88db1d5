/** Trainings whose weights must be the same bits everywhere: between them they take every kernel's path. */

import {
  constraints,
  type Engine,
  type FitOptions,
  ImageTensor,
  type LayerDescription,
  layers,
  loadBinaryDigits,
  loadMnist,
  losses,
  optimizers,
  regularizers,
  type Sequential,
  schedules,
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

/** Every kind of layer, of regularizer and of constraint, every metric, and all that an update can be. */
const everything = (engine: Engine, head: readonly LayerDescription[]) => {
  const limits = {
    kernelRegularizer: regularizers.l1l2({ l1: 1e-4, l2: 1e-3 }),
    biasRegularizer: regularizers.l2(1e-3),
    activityRegularizer: regularizers.l1(1e-3),
    kernelConstraint: constraints.maxNorm(1.5),
    biasConstraint: constraints.minMaxNorm({ minValue: 0, maxValue: 0.9, rate: 0.7 }),
  };
  const model = sequential(
    [
      ...head,
      layers.dense(37, { inputShape: [40], kernelInitializer: 'heNormal', ...limits }),
      layers.batchNormalization({ momentum: 0.9, gammaConstraint: 'nonNeg', betaRegularizer: 'l2' }),
      layers.prelu({ alphaInitializer: 'lecunUniform' }),
      layers.dropout(0.2),
      layers.dense(21, { activation: 'gelu', kernelInitializer: 'orthogonal', kernelRegularizer: 'orthogonal' }),
      layers.layerNormalization(),
      layers.gaussianNoise(0.1),
      layers.reshape([3, 7]),
      layers.activation('mish'),
      layers.flatten(),
      layers.dense(18, { activation: 'softmax', kernelInitializer: 'truncatedNormal' }),
      layers.gaussianDropout(0.1),
      layers.leakyReLU(0.2),
      layers.elu(),
      layers.dense(5, { useBias: false, kernelConstraint: 'unitNorm', kernelInitializer: 'glorotNormal' }),
      layers.softmax(),
    ],
    { seed: 7, engine },
  );
  model.compile({
    optimizer: optimizers.nadam(schedules.cosineDecay({ initialLearningRate: 0.01, decaySteps: 60 }), {
      clipnorm: 0.5,
      weightDecay: 0.01,
      useEma: true,
      emaMomentum: 0.9,
      emaOverwriteFrequency: 3,
      gradientAccumulationSteps: 2,
    }),
    loss: losses.categoricalCrossentropy({ labelSmoothing: 0.1 }),
    metrics: [
      'accuracy',
      'topKCategoricalAccuracy',
      'precision',
      'recall',
      'auc',
      'f1Score',
      'mse',
      'expectedCalibrationError',
    ],
    weightedMetrics: ['accuracy'],
  });
  return model;
};

/** Rows that are zero to a share of about `zeros`, and the class of each. */
const classesOfRows = (zeros: number) => async () => {
  const [rows, columns] = [203, 40];
  const number = (i: number) => (((i * 7919 + 13) % 257) - 100) / 100;
  const data = Float32Array.from({ length: rows * columns }, (_, i) => ((i * 31) % 100 < 100 * zeros ? 0 : number(i)));
  const y = Uint8Array.from({ length: rows }, (_, row) => (row * 3) % 5);
  return { x: { data, shape: [rows, columns] as const }, y };
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

  'ten digits, augmented': {
    data: async () => {
      const { x, y } = (await loadMnist()).train;
      return { x: x.slice(0, 3000), y: y.subarray(0, 3000) };
    },
    model: tenDigits,
    options: {
      epochs: 3,
      batchSize: 50,
      augment: {
        shift: 2,
        rotate: 12,
        scale: 0.1,
        shear: 10,
        elastic: { alpha: 34, sigma: 4 },
        strokeWidth: 2,
        noise: 0.02,
        erase: 8,
        dropout: 0.1,
        reuse: 2,
      },
    },
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

  'everything at once': {
    data: classesOfRows(0.7),
    model: (engine) => everything(engine, []),
    options: { epochs: 3, batchSize: 16 },
  },

  'everything at once, dense': {
    data: classesOfRows(0),
    model: (engine) =>
      everything(engine, [
        layers.rescaling({ scale: 0.5, offset: 0.25, inputShape: [40] }),
        layers.normalization(),
        layers.dropout(0.1),
      ]),
    options: { epochs: 3, batchSize: 16 },
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
  const model = task.model(engine); // without `await using`, which Node 22 does not know
  try {
    const { history } = await model.fit(x, y, { ...task.options, verbose: 0, ...options });
    const { data } = await model.predict(x);
    return { weights: await model.weightsHash(), history, predictions: data.subarray(0, 100) };
  } finally {
    await model.dispose();
  }
}
