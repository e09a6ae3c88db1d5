import type { FormatName } from '../../formats/format.ts';
import { formatOf, formatToWrite, readModel } from '../../formats.ts';
import type { LayerDescription } from '../../layers.ts';
import { openSource } from '../../load-model/source.ts';
import { modelFrom } from '../../load-model.ts';
import { saveModel } from '../../model/save.ts';
import { trainableOf } from '../../model.ts';
import { whole } from '../../report/format.ts';
import type { Output } from '../output.ts';
import { modelFile } from '../read-run.ts';
import { sayWarnings } from '../say-warnings.ts';
import type { Outcome } from './outcome.ts';

export interface ConvertOptions {
  readonly format?: FormatName | undefined;
  readonly layers?: readonly LayerDescription[] | undefined;
}

/** `inkgrad convert IN OUT` */
export async function convert(from: string, to: string, options: ConvertOptions, out: Output): Promise<Outcome> {
  sayWarnings(out);
  const { format, layers } = options;
  const target = formatToWrite(format, to); // before anything is read, should it be wrong
  const source = await openSource(await modelFile(from));
  const origin = await formatOf(source);
  await using model = await modelFrom(await readModel({ ...source, ...(layers && { layers }) }), {}, from);
  const { content } = trainableOf(model);
  const [written, ...beside] = await saveModel(to, { format: target.name }, content);
  const { bytes = 0 } = written ?? {};
  const parameters = model.countParams();
  out.say(`${from}: ${origin.title}, ${whole(parameters)} parameters`);
  out.say(`${to}: ${target.title}, ${whole(bytes)} bytes`);
  for (const file of beside) out.say(`${file.file}: its weights, ${whole(file.bytes)} bytes; keep both together`);
  return {
    json: {
      from: { file: source.source, format: origin.name },
      to: { file: to, format: target.name, bytes, ...(beside.length > 0 && { beside }) },
      name: model.name,
      parameters,
      weightsSha256: await model.weightsHash(),
    },
    brief: to,
  };
}
