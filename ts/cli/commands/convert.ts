import { readFile, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { FormatName } from '../../formats/format.ts';
import { formatOf, formatToWrite, readModel } from '../../formats.ts';
import type { LayerDescription } from '../../layers.ts';
import { openSource } from '../../load-model/source.ts';
import { modelFrom } from '../../load-model.ts';
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
  await model.save(to, { format: target.name });
  const { size } = await stat(to);
  const parameters = model.countParams();
  out.say(`${from}: ${origin.title}, ${whole(parameters)} parameters`);
  out.say(`${to}: ${target.title}, ${whole(size)} bytes`);
  const beside = await besideOf(target.name, to);
  for (const file of beside) out.say(`${file.file}: its weights, ${whole(file.bytes)} bytes; keep both together`);
  return {
    json: {
      from: { file: source.source, format: origin.name },
      to: { file: to, format: target.name, bytes: size, ...(beside.length > 0 && { beside }) },
      name: model.name,
      parameters,
      weightsSha256: await model.weightsHash(),
    },
    brief: to,
  };
}

/** The files that a model.json names, which were written with it. */
async function besideOf(format: FormatName, to: string): Promise<{ file: string; bytes: number }[]> {
  if (format !== 'tfjs' || /\.zip$/i.test(to)) return [];
  const { weightsManifest } = JSON.parse(await readFile(to, 'utf8')) as { weightsManifest: { paths: string[] }[] };
  const files = weightsManifest.flatMap(({ paths }) => paths.map((path) => join(dirname(to), path)));
  return Promise.all(files.map(async (file) => ({ file, bytes: (await stat(file)).size })));
}
