/** What a format of model files is. */

import type { OptimizerState } from '../engine/engine.ts';
import type { WeightTensor } from '../inputs.ts';
import type { LayerDescription } from '../layers.ts';
import type { PlacedVariable } from '../model/variables.ts';
import type { CompileSpec, ModelSpec } from '../spec.ts';

/** The names that `format` takes. */
export type FormatName = 'safetensors' | 'keras' | 'keras-h5' | 'onnx' | 'npz' | 'scikit-learn' | 'tfjs' | 'standalone';

/** All that a file says about a model. */
export interface SavedModel {
  readonly name: string;
  readonly seed: number;
  /** What rows it takes, and its layers. */
  readonly layers: readonly LayerDescription[];
  readonly compile: CompileSpec | undefined;
  /** A tensor for each variable. */
  readonly weights: readonly WeightTensor[];
  /** The largest absolute value among the inputs that it learned from, if that is known. */
  readonly inputScale?: number;
  /** What its optimizer kept, if that is there. */
  readonly optimizer?: OptimizerState;
  /** What another program's optimizer kept, if that is there. */
  readonly foreign?: ForeignState;
  /** What is kept of a training besides, if it is a checkpoint. */
  readonly training?: TrainingPart;
}

/** What another program's optimizer of the same kind kept. What it has no word of is as at first. */
export interface ForeignState {
  readonly iterations: number;
  /** Of an optimizer without a schedule. */
  readonly learningRate?: number;
  /** Nadam's. */
  readonly momentumProduct?: number;
  /** By Keras's names, an array for each trainable variable. */
  readonly slots: ReadonlyMap<string, readonly Float32Array[]>;
}

/** What a checkpoint holds besides the model: a JSON text, and arrays that it refers to. */
export interface TrainingPart {
  readonly text: string;
  readonly arrays: readonly Float32Array[];
}

/** A file to read: its bytes, and a way to those beside it. */
export interface ModelFile {
  readonly bytes: Uint8Array;
  /** Its path or name, for the messages of errors. */
  readonly source: string;
  /**
   * A file in the same folder (or below); names with '..', absolute ones and URLs are refused. Undefined: there are none
   * beside it (bytes).
   */
  readonly beside?: (name: string) => Promise<Uint8Array>;
  /** What `loadModel` was told of the layers, where a file holds weights only. */
  readonly layers?: readonly LayerDescription[];
}

/** What is written: all of a model. */
export interface ModelContent {
  readonly spec: ModelSpec;
  readonly variables: readonly PlacedVariable[];
  /** One for each variable, in order. */
  readonly weights: readonly WeightTensor[];
  /** What the optimizer keeps, if it is wanted and there is any. */
  readonly optimizer?: OptimizerState;
  /** What a checkpoint holds besides. */
  readonly training?: TrainingPart;
}

/** Reading and writing, loaded when needed. */
export interface ModelFormat {
  /** @throws FormatError */
  readonly read?: (file: ModelFile) => Promise<SavedModel>;
  /**
   * The first is the file itself; others lie beside it.
   * @param stem the file's name without its extension, of which others may make theirs
   * @throws FormatError or OptionError that names the layer which the format cannot hold
   */
  readonly write?: (model: ModelContent, stem: string) => Promise<WrittenFile[]>;
}

export interface WrittenFile {
  /** '' of the first: as the user says. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** An entry of the list; small, since all of it is in every page. */
export interface FormatEntry {
  readonly name: FormatName;
  /** For people: 'a Keras model (.keras)'. */
  readonly title: string;
  readonly extensions: readonly string[];
  /** It is not written. */
  readonly readOnly?: true;
  /** It can hold what the optimizer keeps. */
  readonly keepsOptimizer?: boolean;
  readonly detects: (bytes: Uint8Array) => boolean;
  readonly open: () => Promise<ModelFormat>;
}
