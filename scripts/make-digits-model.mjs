/**
 * Trains the network of `inkgrad/digits` on MNIST with inkgrad itself, and writes ts/digits/weights.bin:
 * `node scripts/make-digits-model.mjs [--epochs 40] [--threads 1]`, after `npm run setup`. The same bits come out on every machine.
 *
 * 784-256-128-11: ten digits, and "no digit". It learns MNIST's digits as they are, each of them once more written with
 * another pen (see digits-model/) and centred as `readDigits` centres what it finds, and images of no digit. In each
 * epoch all are shifted, turned, scaled, sheared, bent, and made bolder or finer by the engine.
 */

import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { centreDigit, ImageTensor, init, layers, loadMnist, optimizers, schedules, sequential } from '../dist/node.js';
import { drawNothing } from './digits-model/nothing.mjs';
import { changePen, coarsen, enlarge, fine } from './digits-model/pen.mjs';
import { encodeLayers } from './digits-model/quantize.mjs';
import { randomNumbers } from './digits-model/random.mjs';

const { values } = parseArgs({
  options: { epochs: { type: 'string', default: '40' }, threads: { type: 'string' } },
});
const epochs = Number(values.epochs);
if (values.threads !== undefined) await init({ threads: Number(values.threads) });

const classes = 11;
/** The class of what is no digit. */
const nothing = 10;
const pixels = 784;
/** Images without a digit, beside twice 60,000 with one. */
const withoutDigit = 18_000;
const batchSize = 256;
/** Hands and pens differ more than MNIST's do. */
const augment = {
  shift: 1.5,
  rotate: 15,
  scale: 0.15,
  shear: 11,
  elastic: { alpha: 16, sigma: 4 },
  strokeWidth: 1.2,
};

const file = new URL('../ts/digits/weights.bin', import.meta.url);
const { train, test } = await loadMnist();
const random = randomNumbers(42);

const model = sequential({
  name: 'digits',
  seed: 42,
  layers: [
    layers.dense({ units: 256, activation: 'relu', inputShape: [pixels] }),
    layers.dense({ units: 128, activation: 'relu' }),
    layers.dense({ units: classes, activation: 'softmax' }),
  ],
});

const digits = train.y.length;
const imageOf = (row) => train.x.bytes.subarray(row * pixels, (row + 1) * pixels);
const anyDigit = () => imageOf(random.integer(digits));

/** A digit by another pen, on paper that is sometimes scanned coarsely. */
function redraw(row) {
  let ink = enlarge(imageOf(row));
  if (!random.happens(0.2)) ink = changePen(ink, random);
  return random.happens(0.15) ? coarsen(ink, random) : ink;
}

/** All images to learn from, and their classes. */
function draw() {
  const rows = 2 * digits + withoutDigit;
  const bytes = new Uint8Array(rows * pixels);
  bytes.set(train.x.bytes);
  for (let row = digits; row < rows; row++) {
    const ink = row < 2 * digits ? redraw(row - digits) : drawNothing(anyDigit, random);
    const isEmpty = !ink.some((value) => value > 0);
    if (!isEmpty) bytes.set(centreDigit({ data: ink, shape: [fine, fine] }).bytes, row * pixels);
    else if (row < 2 * digits) bytes.set(imageOf(row - digits), row * pixels);
  }
  const labels = new Uint8Array(rows).fill(nothing);
  labels.set(train.y);
  labels.set(train.y, digits);
  return { images: new ImageTensor(bytes, [rows, pixels]), labels };
}

/** Of MNIST's test digits, as they are and centred anew: right, and taken for no digit. */
async function scores() {
  const rows = test.y.length;
  const again = new Uint8Array(rows * pixels);
  for (let row = 0; row < rows; row++) {
    const image = test.x.bytes.subarray(row * pixels, (row + 1) * pixels);
    again.set(centreDigit({ data: image, shape: [28, 28] }).bytes, row * pixels);
  }
  const told = [];
  for (const [name, x] of Object.entries({ raw: test.x, centred: new ImageTensor(again, [rows, pixels]) })) {
    const { data } = await model.predict(x);
    let [right, refused] = [0, 0];
    for (let row = 0; row < rows; row++) {
      const outputs = Array.from(data.subarray(row * classes, (row + 1) * classes));
      const best = outputs.indexOf(Math.max(...outputs));
      if (best === test.y[row]) right++;
      if (best === nothing) refused++;
    }
    told.push(`${name}: ${right} of ${rows} right, ${refused} taken for none`);
  }
  return told.join('; ');
}

/** Writes the file, and tells how good it is. */
async function keep() {
  const bytes = encodeLayers(await model.getWeights());
  writeFileSync(file, bytes);
  console.log(`${await scores()}; ${bytes.length} bytes, SHA-256 ${createHash('sha256').update(bytes).digest('hex')}`);
}

const { images, labels } = draw();
const steps = epochs * Math.ceil(labels.length / batchSize);
const warmupSteps = Math.floor(0.05 * steps);
model.compile({
  optimizer: optimizers.adam({
    learningRate: schedules.cosineDecay({
      initialLearningRate: 0,
      warmupTarget: 0.004,
      warmupSteps,
      decaySteps: steps - warmupSteps,
    }),
    weightDecay: 0.05,
    excludeFromWeightDecay: 'biases',
  }),
  loss: 'categoricalCrossentropy',
});
const onEpochEnd = (epoch, { loss }) => console.log(`epoch ${epoch + 1} of ${epochs}: loss ${loss.toFixed(4)}`);
await model.fit(images, labels, { epochs, batchSize, augment, verbose: 0, callbacks: { onEpochEnd } });
await keep();
await model.dispose();
