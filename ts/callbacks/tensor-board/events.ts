/** Events of TensorBoard's files, as the messages that TensorFlow 2 writes (event.proto, summary.proto, tensor.proto). */

import { histogram, histogramBuckets } from './histogram.ts';
import { bytes, double, integer, message } from './protobuf.ts';
import { tfRecord } from './record.ts';

/** DataType's numbers. */
const types = { float: 1, double: 2, string: 7 } as const;

/** What is told of a moment. */
export interface Moment {
  /** Seconds since 1970. */
  readonly time: number;
  /** The epoch or the batch. */
  readonly step: number;
}

/** What a file begins with. */
export function headerEvent(time: number): Uint8Array {
  return tfRecord(message(double(1, time), bytes(3, 'brain.Event:2')));
}

export function scalarEvent(moment: Moment, tag: string, value: number): Uint8Array {
  const content = new Uint8Array(Float32Array.of(value).buffer);
  return summaryEvent(moment, tag, 'scalars', tensor(types.float, [], content));
}

/** @param values finite numbers, at least one */
export function histogramEvent(moment: Moment, tag: string, values: ArrayLike<number>): Uint8Array {
  const content = new Uint8Array(histogram(values).buffer);
  return summaryEvent(moment, tag, 'histograms', tensor(types.double, [histogramBuckets, 3], content));
}

/** @param text Markdown */
export function textEvent(moment: Moment, tag: string, text: string): Uint8Array {
  return summaryEvent(moment, tag, 'text', message(integer(1, types.string), bytes(2, message()), bytes(8, text)));
}

function tensor(type: number, shape: readonly number[], content: Uint8Array): Uint8Array {
  const axes = shape.map((size) => bytes(2, message(integer(1, size))));
  return message(integer(1, type), bytes(2, message(...axes)), bytes(4, content));
}

function summaryEvent({ time, step }: Moment, tag: string, plugin: string, content: Uint8Array): Uint8Array {
  const metadata = message(bytes(1, message(bytes(1, plugin))));
  const value = message(bytes(1, tag), bytes(8, content), bytes(9, metadata));
  const summary = message(bytes(1, value));
  return tfRecord(message(double(1, time), ...(step === 0 ? [] : [integer(2, step)]), bytes(5, summary)));
}
