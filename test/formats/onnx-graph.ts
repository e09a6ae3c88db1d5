/** ONNX models of a few nodes, written by hand. */

import { PbfWriter } from 'pbf';

interface Value {
  readonly name: string;
  /** Texts where any length will do. */
  readonly shape: readonly (string | number)[];
}

interface Content {
  readonly inputs: readonly Value[];
  readonly outputs: readonly Value[];
  readonly nodes: readonly { readonly op: string; readonly inputs: readonly string[]; readonly output: string }[];
  readonly constants: readonly {
    readonly name: string;
    readonly dims: readonly number[];
    readonly data: Float32Array;
  }[];
}

export function graphOf({ inputs, outputs, nodes, constants }: Content): Uint8Array {
  const writer = new PbfWriter();
  writer.writeVarintField(1, 8);
  writer.writeMessage(
    7,
    (_, graph) => {
      for (const { op, inputs, output } of nodes) {
        graph.writeMessage(
          1,
          (_, node) => {
            for (const input of inputs) node.writeStringField(1, input);
            node.writeStringField(2, output);
            node.writeStringField(3, output);
            node.writeStringField(4, op);
          },
          undefined,
        );
      }
      for (const { name, dims, data } of constants) {
        graph.writeMessage(
          5,
          (_, tensor) => {
            tensor.writePackedVarint(1, [...dims]);
            tensor.writeVarintField(2, 1);
            tensor.writePackedFloat(4, [...data]);
            tensor.writeStringField(8, name);
          },
          undefined,
        );
      }
      for (const input of inputs) graph.writeMessage(11, writeValue, input);
      for (const output of outputs) graph.writeMessage(12, writeValue, output);
    },
    undefined,
  );
  writer.writeMessage(8, (_, set) => set.writeVarintField(2, 17), undefined);
  return writer.finish().slice();
}

function writeValue({ name, shape }: Value, writer: PbfWriter): void {
  writer.writeStringField(1, name);
  writer.writeMessage(
    2,
    (_, type) => {
      type.writeMessage(
        1,
        (_, tensor) => {
          tensor.writeVarintField(1, 1);
          tensor.writeMessage(
            2,
            (_, axes) => {
              for (const length of shape) {
                axes.writeMessage(
                  1,
                  (_, axis) => {
                    if (typeof length === 'number') axis.writeVarintField(1, length);
                    else axis.writeStringField(2, length);
                  },
                  undefined,
                );
              }
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
