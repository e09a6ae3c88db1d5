/** The messages of onnx.proto3 (https://github.com/onnx/onnx/blob/main/onnx/onnx.proto3) that a graph is made of. */

import { PbfReader } from 'pbf';
import { FormatError } from '../../errors.ts';

export interface OnnxModel {
  readonly graph: OnnxGraph;
  /** Versions of the sets of operators, by their domains; '' is ONNX's own. */
  readonly opsets: ReadonlyMap<string, number>;
  readonly metadata: ReadonlyMap<string, string>;
}

export interface OnnxGraph {
  readonly name: string;
  readonly nodes: readonly OnnxNode[];
  readonly initializers: ReadonlyMap<string, OnnxTensor>;
  readonly inputs: readonly OnnxInput[];
  readonly outputs: readonly string[];
}

export interface OnnxInput {
  readonly name: string;
  /** Lengths of the axes; undefined for those that may vary. */
  readonly shape: readonly (number | undefined)[];
}

export interface OnnxNode {
  readonly op: string;
  readonly domain: string;
  readonly name: string;
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  readonly attributes: ReadonlyMap<string, OnnxAttribute>;
}

export interface OnnxAttribute {
  readonly number: number | undefined;
  readonly whole: number | undefined;
  readonly text: string | undefined;
  readonly tensor: OnnxTensor | undefined;
  readonly numbers: readonly number[];
  readonly wholes: readonly number[];
}

export interface OnnxTensor {
  readonly dims: readonly number[];
  /** A number of TensorProto.DataType. */
  readonly type: number;
  /** Little-endian, where it has them so. */
  readonly raw: Uint8Array | undefined;
  /** In a field for numbers of its type, as one piece of the wire or many. */
  readonly typed: readonly (number | Uint8Array)[];
  /** In another file: location, offset, length. */
  readonly external: ReadonlyMap<string, string> | undefined;
}

/** Fields of all messages of a file; graphs of dense networks have a thousand. */
const MOST_FIELDS = 200_000;

/** A message: what each of its fields was given, in order. */
class Message {
  readonly #fields = new Map<number, (number | Uint8Array)[]>();

  /** @throws FormatError */
  constructor(bytes: Uint8Array, file: ProtoFile) {
    try {
      const reader = new PbfReader(bytes);
      for (let field = reader.nextField(); field !== 0; field = reader.nextField()) {
        const value = readValue(reader);
        if (reader.pos > bytes.length || --file.left < 0) throw new RangeError('a field is longer than its message');
        const values = this.#fields.get(field);
        if (values) values.push(value);
        else this.#fields.set(field, [value]);
      }
    } catch (error) {
      throw file.damaged(error);
    }
  }

  all(field: number): readonly (number | Uint8Array)[] {
    return this.#fields.get(field) ?? [];
  }

  /** The last one counts. */
  number(field: number): number | undefined {
    const value = this.all(field).at(-1);
    return typeof value === 'number' ? value : undefined;
  }

  bytes(field: number): Uint8Array | undefined {
    const value = this.all(field).at(-1);
    return typeof value === 'number' ? undefined : value;
  }

  text(field: number): string | undefined {
    const bytes = this.bytes(field);
    return bytes && new TextDecoder().decode(bytes);
  }

  texts(field: number): string[] {
    return this.all(field).map((value) => (typeof value === 'number' ? '' : new TextDecoder().decode(value)));
  }

  messages(field: number, file: ProtoFile): Message[] {
    return this.all(field).map((value) => {
      if (typeof value === 'number') throw file.damaged();
      return new Message(value, file);
    });
  }

  /** Whole numbers, whether they are packed or not. */
  wholes(field: number): number[] {
    return this.all(field).flatMap((value) => (typeof value === 'number' ? [value] : unpackWholes(value)));
  }
}

function readValue(reader: PbfReader): number | Uint8Array {
  switch (reader.type) {
    case 0:
      return reader.readVarint(true);
    case 1:
      return reader.readDouble();
    case 2:
      return reader.readBytes();
    case 5:
      return reader.readFloat();
    default:
      throw new RangeError('an unknown type of field');
  }
}

/** @throws RangeError for a number that is cut short */
export function unpackWholes(bytes: Uint8Array): number[] {
  const reader = new PbfReader(bytes);
  const numbers: number[] = [];
  while (reader.pos < bytes.length) numbers.push(reader.readVarint(true));
  return numbers;
}

function unpackFloats(values: readonly (number | Uint8Array)[]): number[] {
  return values.flatMap((value) => {
    if (typeof value === 'number') return [value];
    const view = new DataView(value.buffer, value.byteOffset, value.byteLength);
    return Array.from({ length: Math.floor(value.length / 4) }, (_, i) => view.getFloat32(i * 4, true));
  });
}

/** What is still to be read of a file. */
class ProtoFile {
  left = MOST_FIELDS;
  readonly #source: string;

  constructor(source: string) {
    this.#source = source;
  }

  damaged(cause?: unknown): FormatError {
    if (cause instanceof FormatError) return cause;
    return new FormatError(this.#source, 'an ONNX model', 'other bytes, or a damaged one', { cause });
  }
}

/** @throws FormatError */
export function readProto(bytes: Uint8Array, source: string): OnnxModel {
  const file = new ProtoFile(source);
  try {
    const model = new Message(bytes, file);
    const [graph] = model.messages(7, file);
    if (!graph) throw new FormatError(source, 'an ONNX model, with a graph in it', 'one without, or other bytes');
    const opsets = model.messages(8, file).map((set) => [set.text(1) ?? '', set.number(2) ?? 1] as const);
    const metadata = model.messages(14, file).map((entry) => [entry.text(1) ?? '', entry.text(2) ?? ''] as const);
    return { graph: readGraph(graph, file), opsets: new Map(opsets), metadata: new Map(metadata) };
  } catch (error) {
    throw file.damaged(error);
  }
}

function readGraph(graph: Message, file: ProtoFile): OnnxGraph {
  const initializers = graph
    .messages(5, file)
    .map((tensor) => [tensor.text(8) ?? '', readTensor(tensor, file)] as const);
  return {
    name: graph.text(2) ?? '',
    nodes: graph.messages(1, file).map((node) => readNode(node, file)),
    initializers: new Map(initializers),
    inputs: graph.messages(11, file).map((input) => readInput(input, file)),
    outputs: graph.messages(12, file).map((output) => output.text(1) ?? ''),
  };
}

function readNode(node: Message, file: ProtoFile): OnnxNode {
  const attributes = node.messages(5, file).map((attribute): [string, OnnxAttribute] => {
    const [tensor] = attribute.messages(5, file);
    return [
      attribute.text(1) ?? '',
      {
        number: attribute.number(2),
        whole: attribute.number(3),
        text: attribute.text(4),
        tensor: tensor && readTensor(tensor, file),
        numbers: unpackFloats(attribute.all(7)),
        wholes: attribute.wholes(8),
      },
    ];
  });
  return {
    op: node.text(4) ?? '',
    domain: node.text(7) ?? '',
    name: node.text(3) ?? '',
    inputs: node.texts(1),
    outputs: node.texts(2),
    attributes: new Map(attributes),
  };
}

/** The fields that hold numbers of each type; int32_data has halves and bytes too. */
const typedFields: ReadonlyMap<number, number> = new Map([
  [1, 4],
  [11, 10],
  [7, 7],
]);

function readTensor(tensor: Message, file: ProtoFile): OnnxTensor {
  const type = tensor.number(2) ?? 0;
  const entries = tensor.messages(13, file).map((entry) => [entry.text(1) ?? '', entry.text(2) ?? ''] as const);
  return {
    dims: tensor.wholes(1),
    type,
    raw: tensor.bytes(9),
    typed: tensor.all(typedFields.get(type) ?? 5),
    external: tensor.number(14) === 1 ? new Map(entries) : undefined,
  };
}

function readInput(input: Message, file: ProtoFile): OnnxInput {
  const [type] = input.messages(2, file);
  const [tensor] = type?.messages(1, file) ?? [];
  const [shape] = tensor?.messages(2, file) ?? [];
  const dims = shape?.messages(1, file) ?? [];
  return { name: input.text(1) ?? '', shape: dims.map((dim) => dim.number(1)) };
}
