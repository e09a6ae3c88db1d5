/** `inkgrad/tfjs` in a page, where its engine lives on the page's own thread. */

import { expect, test } from 'vitest';
import { describeInChromium } from '../platform/chromium-page.ts';
import { expectGolden } from './golden.ts';
import { programs } from './run-program.mjs';

const imports = { '@tensorflow/tfjs': '/dist/tfjs.js', 'inkgrad/tfjs': '/dist/tfjs.js', inkgrad: '/dist/browser.js' };

/** A page that runs a script. */
const pageOf = (script: string) => `<!doctype html><meta charset="utf-8">
  <script type="importmap">${JSON.stringify({ imports })}</script><script type="module">${script}</script>`;

/** What a page logs, as soon as it is what is waited for; pages say other things as well. */
async function logged(said: readonly string[], isIt: (text: string) => boolean): Promise<string> {
  const find = () => said.find((text) => text.startsWith('log: ') && isIt(text.slice('log: '.length)));
  await expect.poll(find, { timeout: 30_000, message: said.join('\n') }).toBeDefined();
  return (find() as string).slice('log: '.length);
}

describeInChromium('inkgrad/tfjs in Chromium', (chromium) => {
  const open = (script: string, instead = {}) =>
    chromium.open({
      path: '/tfjs.html',
      isolated: false,
      folders: { '/programs/': 'test/tfjs/programs/' },
      instead: { '/tfjs.html': pageOf(script), ...instead },
    });

  test.for(programs)('%s gives the figures of TensorFlow.js', async (name, { annotate }) => {
    const { server, said } = await open(`import './programs/${name}.mjs';`);
    const results = await logged(said, (text) => text.startsWith('{'));
    const worst = expectGolden(name, JSON.parse(results));
    await annotate(`largest difference: ${worst.toExponential(1)} of a number`);
    expect(server.requests.filter((path) => path.endsWith('.wasm'))).toEqual(['/dist/inkgrad-single.wasm']);
    expect(server.requests).not.toContain('/dist/engine-worker.js');
  });

  test('lives in a page beside inkgrad', async () => {
    const { said } = await open(`
      import * as tf from 'inkgrad/tfjs';
      import { layers, sequential } from 'inkgrad';
      const model = sequential([layers.dense(1, { inputShape: [2] })]);
      const { data } = await model.predict([[1, 2]]);
      const other = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [2] })] });
      console.log(data.length + other.predict(tf.ones([3, 2])).size, tf.getThreadsCount());`);
    expect(await logged(said, () => true)).toBe('4 1');
  });

  test('keeps models where TensorFlow.js keeps them', async () => {
    const { said } = await open(`
      import * as tf from 'inkgrad/tfjs';
      const model = tf.sequential({ layers: [tf.layers.dense({ units: 2, inputShape: [3], activation: 'tanh' })] });
      const x = tf.ones([4, 3]);
      const apart = [];
      for (const place of ['localstorage://mine', 'indexeddb://mine', 'opfs://mine']) {
        const { modelArtifactsInfo } = await model.save(place);
        const loaded = await tf.loadLayersModel(place);
        apart.push(loaded.predict(x).sub(model.predict(x)).abs().max().arraySync(), modelArtifactsInfo.weightDataBytes);
      }
      const missing = await tf.loadLayersModel('localstorage://none').catch((error) => error.name);
      console.log(apart.join(), missing, Object.keys(localStorage).sort()[0]);`);
    expect(await logged(said, () => true)).toBe('0,32,0,32,0,32 FileError tensorflowjs_models/mine/info');
  });

  test('says when it is used why there is no engine', async () => {
    const script = `
      import * as tf from 'inkgrad/tfjs';
      console.log(tf.ones([2]).sum().arraySync());
      const failed = (error) => console.log(error.name, error.message);
      await tf.ready().catch(failed);`;
    const { server, said } = await open(script, { '/dist/inkgrad-single.wasm': 404 });
    expect(await logged(said, (text) => text.includes('Error'))).toBe(
      `DownloadError ${server.url}/dist/inkgrad-single.wasm: the server answered 404 Not Found`,
    );
    expect(said).toContain('log: 2');
  });
});
