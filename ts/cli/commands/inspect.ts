import { formatOf, readModel } from '../../formats.ts';
import { openSource } from '../../load-model/source.ts';
import { modelFrom } from '../../load-model.ts';
import { plural, whole } from '../../report/format.ts';
import type { CompileSpec } from '../../spec.ts';
import { summaryText } from '../model-facts.ts';
import type { Output } from '../output.ts';
import { modelFile } from '../read-run.ts';
import { sayWarnings } from '../say-warnings.ts';
import type { Outcome } from './outcome.ts';

/** `inkgrad inspect MODEL` */
export async function inspect(path: string, out: Output): Promise<Outcome> {
  sayWarnings(out);
  const file = await modelFile(path);
  const source = await openSource(file);
  const { bytes } = source;
  const { name: format, title } = await formatOf(source);
  const saved = await readModel(source);
  await using model = await modelFrom(saved, {}, file);
  const { compile } = model.toJSON();
  const weightsSha256 = await model.weightsHash();
  const parameters = model.countParams();
  const inputs = model.layers[0]?.inputs;
  out.say(summaryText(model));
  const facts = {
    File: `${file}, ${whole(bytes.length)} bytes`,
    Format: title,
    Inputs: `${inputs} numbers`,
    Parameters: `${whole(parameters)}, ${whole(4 * parameters)} bytes of weights`,
    Seed: model.seed,
    Loss: compile?.loss.type ?? 'not compiled',
    Optimizer: compile ? optimizerText(compile.optimizer) : 'not compiled',
    'Optimizer state': saved.optimizer ? `after ${plural(saved.optimizer.iterations, 'batch', 'batches')}` : 'none',
    'SHA-256 of the weights': weightsSha256,
  };
  const width = Math.max(...Object.keys(facts).map((name) => name.length));
  for (const [name, value] of Object.entries(facts)) out.say(`${name.padEnd(width)}  ${value}`);
  const { name, seed, layers } = model;
  return {
    json: {
      file,
      bytes: bytes.length,
      format,
      name,
      seed,
      parameters,
      layers,
      compiled: compile ?? null,
      weightsSha256,
    },
    brief: weightsSha256,
  };
}

function optimizerText({ type, learningRate }: CompileSpec['optimizer']): string {
  return `${type}, learning rate ${typeof learningRate === 'number' ? learningRate : `by ${learningRate.type}`}`;
}
