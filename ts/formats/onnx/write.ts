/** Models as ONNX. */

import { PbfWriter } from 'pbf';
import { layerRoom, layers } from '../../layers.ts';
import { stack } from '../../model/stack.ts';
import { version } from '../../version.ts';
import type { ModelContent } from '../format.ts';
import { layerOf } from './write-layer.ts';

/** Operators that ONNX Runtime has had since 1.12 (2022), in all its builds. */
const OPSET = 17;
/** The version of the file's format that goes with them. */
const IR_VERSION = 8;
const FLOAT = 1;
const INT64 = 7;
const INPUT = 'input';
const OUTPUT = 'output';
/** Any number of rows. */
const ROWS = 'rows';

export interface Constant {
  readonly name: string;
  readonly dims: readonly number[];
  readonly data: Float32Array | BigInt64Array;
}

export interface Operator {
  readonly op: string;
  readonly inputs: readonly string[];
  readonly output: string;
  /** Whole numbers where a bigint stands. */
  readonly attributes?: Readonly<Record<string, number | bigint>>;
}

/** The file's bytes; the same for the same model. */
export function writeModel({ spec, variables, weights }: ModelContent): Uint8Array {
  const { layers: placed, inputShape } = stack([
    layers.input({ shape: spec.inputShape }),
    ...spec.layers.map((layer) => layerRoom.read('layer', layer)),
  ]);
  const operators: Operator[] = [];
  const constants: Constant[] = [];
  let value = INPUT;
  for (const layer of placed) {
    const own = variables.flatMap((variable, i) =>
      variable.layer === layer.spec.name ? [[variable.name, weights[i]?.data ?? new Float32Array()] as const] : [],
    );
    const made = layerOf(layer, value, new Map(own));
    operators.push(...made.operators);
    constants.push(...made.constants);
    value = made.operators.at(-1)?.output ?? value;
  }
  const last = operators.pop() ?? { op: 'Identity', inputs: [INPUT], output: OUTPUT };
  operators.push({ ...last, output: OUTPUT });
  const writer = new PbfWriter();
  writer.writeVarintField(1, IR_VERSION);
  writer.writeStringField(2, 'inkgrad');
  writer.writeStringField(3, version);
  writer.writeMessage(7, writeGraph, {
    name: spec.name,
    operators,
    constants,
    inputShape,
    outputShape: placed.at(-1)?.outputShape ?? inputShape,
  });
  writer.writeMessage(8, (_, set) => set.writeVarintField(2, OPSET), undefined);
  writer.writeMessage(14, writeEntry, ['inkgrad', JSON.stringify(spec)]);
  return writer.finish().slice();
}

interface Content {
  readonly name: string;
  readonly operators: readonly Operator[];
  readonly constants: readonly Constant[];
  readonly inputShape: readonly number[];
  readonly outputShape: readonly number[];
}

function writeGraph(content: Content, writer: PbfWriter): void {
  for (const operator of content.operators) writer.writeMessage(1, writeOperator, operator);
  writer.writeStringField(2, content.name);
  for (const constant of content.constants) writer.writeMessage(5, writeConstant, constant);
  writer.writeMessage(11, writeValue, { name: INPUT, shape: content.inputShape });
  writer.writeMessage(12, writeValue, { name: OUTPUT, shape: content.outputShape });
}

function writeOperator({ op, inputs, output, attributes = {} }: Operator, writer: PbfWriter): void {
  for (const input of inputs) writer.writeStringField(1, input);
  writer.writeStringField(2, output);
  writer.writeStringField(3, output);
  writer.writeStringField(4, op);
  for (const attribute of Object.entries(attributes)) writer.writeMessage(5, writeAttribute, attribute);
}

function writeAttribute([name, value]: readonly [string, number | bigint], writer: PbfWriter): void {
  const isWhole = typeof value === 'bigint';
  writer.writeStringField(1, name);
  if (isWhole) writer.writeVarintField(3, Number(value));
  else writer.writeFloatField(2, value);
  writer.writeVarintField(20, isWhole ? 2 : 1);
}

function writeConstant({ name, dims, data }: Constant, writer: PbfWriter): void {
  writer.writePackedVarint(1, [...dims]);
  writer.writeVarintField(2, data instanceof Float32Array ? FLOAT : INT64);
  writer.writeStringField(8, name);
  writer.writeBytesField(9, littleEndian(data));
}

function littleEndian(data: Float32Array | BigInt64Array): Uint8Array {
  const bytes = new Uint8Array(data.byteLength);
  const view = new DataView(bytes.buffer);
  data.forEach((value: number | bigint, i: number) => {
    if (typeof value === 'bigint') view.setBigInt64(i * 8, value, true);
    else view.setFloat32(i * 4, value, true);
  });
  return bytes;
}

function writeValue({ name, shape }: { readonly name: string; readonly shape: readonly number[] }, writer: PbfWriter) {
  writer.writeStringField(1, name);
  writer.writeMessage(
    2,
    (_, type) => {
      type.writeMessage(
        1,
        (_, tensor) => {
          tensor.writeVarintField(1, FLOAT);
          tensor.writeMessage(
            2,
            (_, axes) => {
              axes.writeMessage(1, (_, axis) => axis.writeStringField(2, ROWS), undefined);
              for (const length of shape)
                axes.writeMessage(1, (_, axis) => axis.writeVarintField(1, length), undefined);
            },
            undefined,
          );
        },
        undefined,
      );
    },
    undefined,
  );
}

function writeEntry([key, value]: readonly string[], writer: PbfWriter): void {
  writer.writeStringField(1, key ?? '');
  writer.writeStringField(2, value ?? '');
}
