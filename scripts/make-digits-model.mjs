/**
 * Trains the network of `inkgrad/digits` on MNIST with inkgrad itself, and writes ts/digits/weights.bin:
 * `node scripts/make-digits-model.mjs [--epochs 40]`, after `npm run setup`. The same bits come out on every machine.
 *
 * 784-128-64-11: ten digits, and "no digit". Digits are warped and written with other pens (see digits-model/), a quarter of
 * them anew for each epoch, then centred as `readDigits` centres what it finds. The rate falls in steps, each of which
 * begins with the weights of the last and an optimizer of its own.
 */

import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { centreDigit, ImageTensor, layers, loadMnist, optimizers, sequential } from '../dist/node.js';
import { encodeHalf } from './digits-model/half.mjs';
import { drawNothing } from './digits-model/nothing.mjs';
import { randomNumbers } from './digits-model/random.mjs';
import { changePen, coarsen, fine, warp } from './digits-model/warp.mjs';

const { values } = parseArgs({ options: { epochs: { type: 'string', default: '40' } } });
const epochs = Number(values.epochs);

const classes = 11;
/** The class of what is no digit. */
const nothing = 10;
const pixels = 784;
/** Images without a digit, beside the 60,000 with one. */
const withoutDigit = 9000;
/** The share of the images that is drawn anew for each epoch. */
const renewed = 0.25;
/** From which share of the training on which learning rate. */
const rates = [
  [0, 2e-3],
  [0.4, 1e-3],
  [0.6, 5e-4],
  [0.75, 2e-4],
  [0.9, 5e-5],
];

const file = new URL('../ts/digits/weights.bin', import.meta.url);
const { train, test } = await loadMnist();
const random = randomNumbers(42);

const model = sequential({
  name: 'digits',
  seed: 42,
  layers: [
    layers.dense({ units: 128, activation: 'relu', inputShape: [pixels] }),
    layers.dense({ units: 64, activation: 'relu' }),
    layers.dense({ units: classes, activation: 'softmax' }),
  ],
});

const imageOf = (row) => train.x.bytes.subarray(row * pixels, (row + 1) * pixels);
const centred = (ink) => centreDigit({ data: ink, shape: [fine, fine] }).bytes;

function draw(row) {
  let ink = warp(imageOf(row), random, random.happens(0.8) ? 1 : 0.3);
  if (!random.happens(0.2)) ink = changePen(ink, random);
  return random.happens(0.12) ? coarsen(ink, random) : ink;
}

/** Each digit of the training set, and images of none. */
const rows = train.y.length + withoutDigit;
const bytes = new Uint8Array(rows * pixels);
const labels = new Uint8Array(rows).fill(nothing);
labels.set(train.y);
const anyDigit = () => imageOf(random.integer(train.y.length));

function drawAnew(share) {
  for (let row = 0; row < rows; row++) {
    if (!random.happens(share)) continue;
    const ink = row < train.y.length ? draw(row) : drawNothing(anyDigit, random);
    bytes.set(ink.some((value) => value > 0) ? centred(ink) : imageOf(row), row * pixels);
  }
  return new ImageTensor(bytes, [rows, pixels]);
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

/** Writes the file as it is by now. */
async function keep() {
  const weights = await model.getWeights();
  const halves = encodeHalf(weights.flatMap(({ data }) => Array.from(data)));
  writeFileSync(file, halves);
  console.log(
    `${await scores()}; ${halves.length} bytes, SHA-256 ${createHash('sha256').update(halves).digest('hex')}`,
  );
}

let rate;
for (let epoch = 0; epoch < epochs; epoch++) {
  const [, wanted] = rates.findLast(([share]) => epoch >= share * epochs);
  if (wanted !== rate) {
    rate = wanted;
    const optimizer = optimizers.adam({ learningRate: rate });
    model.compile({ optimizer, loss: 'categoricalCrossentropy' });
  }
  const images = drawAnew(epoch === 0 ? 1 : renewed);
  const fitting = { initialEpoch: epoch, epochs: epoch + 1, batchSize: 128, verbose: 0 };
  const { history } = await model.fit(images, labels, fitting);
  console.log(`epoch ${epoch + 1} of ${epochs}, rate ${rate}: loss ${history.loss[0].toFixed(4)}`);
  if (epoch % 4 === 3) await keep();
}
await model.dispose();
