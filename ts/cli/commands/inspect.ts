import { FileError } from '../../errors.ts';
import { decodeModel } from '../../formats/safetensors/own-model.ts';
import { loadModel } from '../../load-model.ts';
import { nodeFiles } from '../../node/files.ts';
import { whole } from '../../report/format.ts';
import type { CompileSpec } from '../../spec.ts';
import { summaryText } from '../model-facts.ts';
import type { Output } from '../output.ts';
import { modelFile } from '../read-run.ts';
import type { Outcome } from './outcome.ts';

/** `inkgrad inspect MODEL` */
export async function inspect(path: string, out: Output): Promise<Outcome> {
  const file = await modelFile(path);
  const bytes = await nodeFiles.read(file);
  if (!bytes) throw new FileError(`${file}: there is no such file`);
  const { compile } = await decodeModel(bytes, file);
  await using model = await loadModel(bytes);
  const weightsSha256 = await model.weightsHash();
  const parameters = model.countParams();
  const inputs = model.layers[0]?.inputs;
  out.say(summaryText(model));
  const facts = {
    File: `${file}, ${whole(bytes.length)} bytes`,
    Inputs: `${inputs} numbers`,
    Parameters: `${whole(parameters)}, ${whole(4 * parameters)} bytes of weights`,
    Seed: model.seed,
    Loss: compile?.loss.type ?? 'not compiled',
    Optimizer: compile ? optimizerText(compile.optimizer) : 'not compiled',
    'SHA-256 of the weights': weightsSha256,
  };
  const width = Math.max(...Object.keys(facts).map((name) => name.length));
  for (const [name, value] of Object.entries(facts)) out.say(`${name.padEnd(width)}  ${value}`);
  const { name, seed, layers } = model;
  return {
    json: { file, bytes: bytes.length, name, seed, parameters, layers, compiled: compile ?? null, weightsSha256 },
    brief: weightsSha256,
  };
}

function optimizerText({ type, learningRate }: CompileSpec['optimizer']): string {
  return `${type}, learning rate ${typeof learningRate === 'number' ? learningRate : `by ${learningRate.type}`}`;
}
