/** Event files: byte for byte what TensorFlow's own writer makes, and what the callback puts into them. */

import { readFileSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { callbacks } from 'inkgrad';
import { expect, onTestFinished, test } from 'vitest';
import { headerEvent, histogramEvent, scalarEvent, textEvent } from '../../ts/callbacks/tensor-board/events.ts';
import { blobs, classifier } from '../model/blobs.ts';

const golden = (name: string) => readFileSync(new URL(`./golden/${name}`, import.meta.url));

/** The records of an event file. */
function recordsOf(file: Buffer): Buffer[] {
  const records: Buffer[] = [];
  for (let start = 0; start < file.length; ) {
    const end = start + 16 + Number(file.readBigUInt64LE(start));
    records.push(file.subarray(start, end));
    start = end;
  }
  return records;
}

/** Seconds since 1970; the first field of each event. */
const timeOf = (record: Buffer) => record.readDoubleLE(13);

type Written = { readonly tag: string; readonly step: number } & (
  | { readonly kind: 'scalar'; readonly value: number }
  | { readonly kind: 'histogram'; readonly value: number[] }
  | { readonly kind: 'text'; readonly value: string }
);
const written: Written[] = JSON.parse(golden('events.json').toString());
const [first, ...records] = recordsOf(golden('events.tfevents')) as [Buffer, ...Buffer[]];

test.each(written.map((event, i) => [`${event.kind} ${event.tag}`, event, i] as const))(
  '%s is what TensorFlow writes',
  (_name, { tag, step, ...event }, i) => {
    const record = records[i] as Buffer;
    const moment = { time: timeOf(record), step };
    const ours =
      event.kind === 'scalar'
        ? scalarEvent(moment, tag, event.value)
        : event.kind === 'text'
          ? textEvent(moment, tag, event.value)
          : histogramEvent(moment, tag, event.value);
    expect(Buffer.from(ours).toString('hex')).toBe(record.toString('hex'));
  },
);

test('a file begins with its version', () => {
  // TensorFlow names its writer behind it, which we are not.
  const ours = Buffer.from(headerEvent(timeOf(first)));
  expect(ours.subarray(12, -4).toString('hex')).toBe(first.subarray(12, ours.length - 4).toString('hex'));
});

test('fit fills the files of training and validation as it goes', async () => {
  const logDir = await mkdtemp(join(tmpdir(), 'inkgrad-'));
  onTestFinished(() => rm(logDir, { recursive: true }));
  const { x, y } = blobs(60);
  await using model = classifier();
  const sizes: number[] = [];
  const { history } = await model.fit(x, y, {
    epochs: 3,
    batchSize: 20,
    verbose: 0,
    validationData: [x, y],
    callbacks: [
      callbacks.tensorBoard({ logDir, histogramFreq: 2, updateFreq: 2 }),
      callbacks.lambda({
        async onEpochEnd() {
          sizes.push((await eventFile(join(logDir, 'train'))).length);
        },
      }),
    ],
  });
  expect(sizes).toEqual([...new Set(sizes)].sort((a, b) => a - b));

  const train = recordsOf(await eventFile(join(logDir, 'train'))).map(contentOf);
  const epoch = ['epoch_loss', 'epoch_accuracy', 'epoch_learning_rate'];
  const batch = ['batch_loss', 'batch_accuracy'];
  const weights = model.weightNames.map((name) => `${name}/histogram`);
  expect(train.map(({ tag }) => tag)).toEqual([
    ...['brain.Event:2', 'model_summary'],
    ...[...batch, ...epoch, ...weights],
    ...[...batch, ...batch, ...epoch],
    ...[...batch, ...epoch, ...weights],
  ]);
  const losses = train.filter(({ tag }) => tag === 'epoch_loss').map(({ scalar }) => scalar);
  expect(losses).toEqual(history.loss.map(Math.fround));

  const validation = recordsOf(await eventFile(join(logDir, 'validation'))).map(contentOf);
  expect(validation.filter(({ tag }) => tag === 'epoch_loss').map(({ scalar }) => scalar)).toEqual(
    history.val_loss?.map(Math.fround),
  );
});

async function eventFile(folder: string): Promise<Buffer> {
  const [name = '', ...more] = await readdir(folder);
  expect(more).toEqual([]);
  expect(name).toMatch(/^events\.out\.tfevents\.\d{10}\./);
  return readFile(join(folder, name));
}

/** The tag of an event, or the version of the file, and its number if it is a scalar. */
function contentOf(record: Buffer): { readonly tag: string; readonly scalar: number } {
  const event = fieldsOf(record.subarray(12, -4));
  const version = event.get(3);
  if (version) return { tag: version.toString(), scalar: Number.NaN };
  const value = fieldsOf(fieldsOf(event.get(5) as Buffer).get(1) as Buffer);
  const number = fieldsOf(value.get(8) as Buffer).get(4);
  return { tag: String(value.get(1)), scalar: number?.length === 4 ? number.readFloatLE() : Number.NaN };
}

/** The bytes of each field of a Protocol Buffers message; none of whole numbers. */
function fieldsOf(message: Buffer): Map<number, Buffer> {
  let place = 0;
  const varint = (): number => {
    const byte = message[place++] as number;
    return byte < 128 ? byte : byte - 128 + 128 * varint();
  };
  const fields = new Map<number, Buffer>();
  while (place < message.length) {
    const key = varint();
    const length = key % 8 === 0 ? void varint() : key % 8 === 1 ? 8 : varint();
    fields.set(key >> 3, message.subarray(place, place + (length ?? 0)));
    place += length ?? 0;
  }
  return fields;
}
