/**
 * Trains `everything.mjs` with a backup: `node test/resume/train.mjs FOLDER THREADS SAVEFREQ`. A signal other than KILL
 * aborts it. Says when it trains, how far a backup had come, and at the end the SHA-256 of all that it left.
 */

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { callbacks, loadModel } from 'inkgrad';
import { data, everything, fitOptions } from './everything.mjs';

const [folder, threads, saveFreq] = process.argv.slice(2);
const abort = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => abort.abort(new Error('stopped')));

const model = await everything(Number(threads));
const backup = callbacks.backupAndRestore({
  backupDir: join(folder, 'backup'),
  saveFreq: saveFreq === 'epoch' ? saveFreq : Number(saveFreq),
});
let first = true;
const told = callbacks.lambda({
  onYield(epoch, batch) {
    if (first) console.log(`training ${epoch} ${batch}`);
    first = false;
  },
});
const all = data();
try {
  const options = fitOptions(folder, all, [told, backup]);
  const history = await model.fit(all.x, all.y, { ...options, signal: abort.signal });
  const best = await loadModel(join(folder, 'best.safetensors'));
  const parts = [
    await model.weightsHash(),
    createHash('sha256')
      .update(await model.toBytes())
      .digest('hex'),
    await best.weightsHash(),
    readFileSync(join(folder, 'log.csv'), 'utf8'),
    JSON.stringify(history),
  ];
  console.log(`done ${createHash('sha256').update(parts.join('\n')).digest('hex')}`);
} catch (error) {
  if (error.message !== 'stopped') throw error;
  console.log('stopped');
}
process.exit();
