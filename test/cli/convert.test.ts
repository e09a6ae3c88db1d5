import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { layers, loadModel, sequential } from 'inkgrad';
import { describe, expect, test } from 'vitest';
import { parseLayers } from '../../ts/cli/layer-text.ts';
import { OptionError } from '../../ts/errors.ts';
import { temporaryFolder } from '../start/program.ts';
import { inkgrad, inkgradJson } from './program.ts';

const files = fileURLToPath(new URL('../formats/files/', import.meta.url));

async function saved(name = 'digits.safetensors'): Promise<{ path: string; hash: string; folder: string }> {
  const folder = temporaryFolder();
  const path = join(folder, name);
  await using model = sequential({
    name: 'digits',
    seed: 3,
    layers: [layers.dense(4, { activation: 'relu', inputShape: [6] }), layers.dense(3, { activation: 'softmax' })],
  });
  await model.save(path);
  return { path, hash: await model.weightsHash(), folder };
}

interface Converted {
  from: { file: string; format: string };
  to: { file: string; format: string; bytes: number };
  weightsSha256: string;
}

describe('convert', () => {
  test.each([
    ['model.npz', 'npz'],
    ['model.keras', 'keras'],
    ['web/model.json', 'tfjs'],
    ['model.zip', 'tfjs'],
    ['another.safetensors', 'safetensors'],
  ])('to %s, and back, keeps the weights', async (name, format) => {
    const { path, hash, folder } = await saved();
    const to = join(folder, name);
    const { code, stderr, json } = await inkgradJson<Converted>('convert', path, to);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(json).toMatchObject({
      from: { file: path, format: 'safetensors' },
      to: { file: to, format },
      weightsSha256: hash,
    });
    const back = join(folder, 'back.safetensors');
    const { code: again, stdout } = await inkgrad('convert', to, back).ended;
    expect(again).toBe(0);
    expect(stdout).toMatch(/\.\w+: .*, 43 parameters\n.*back\.safetensors: a safetensors file, 1,\d+ bytes/);
    await using model = await loadModel(back);
    expect(await model.weightsHash()).toBe(hash);
    const { json: told } = await inkgradJson<object>('inspect', to);
    expect(told).toMatchObject({ format, parameters: 43, weightsSha256: hash });
    expect((await inkgrad('inspect', to).ended).stdout).toMatch(/^Format +/m);
  });

  test('to a module that predicts', async () => {
    const { path, folder } = await saved();
    const to = join(folder, 'digits.mjs');
    expect((await inkgrad('convert', path, to, '--quiet').ended).stdout).toBe(`${to}\n`);
    const { predict } = await import(/* @vite-ignore */ pathToFileURL(to).href);
    await using model = await loadModel(path);
    expect(predict([1, 2, 3, 4, 5, 6])[0]).toEqual((await model.predict([1, 2, 3, 4, 5, 6])).data);
  });

  test('in the format that is asked for, whatever the file is called', async () => {
    const { path, folder } = await saved();
    const to = join(folder, 'weights');
    expect((await inkgrad('convert', path, to, '--format', 'npz').ended).code).toBe(0);
    expect(readFileSync(to, 'latin1').slice(0, 4)).toBe('PK\x03\x04');
  });

  test("says what it took PyTorch's weights for, unless it is told", async () => {
    const to = join(temporaryFolder(), 'model.safetensors');
    const from = join(files, 'torch-tanh.safetensors');
    const guessed = await inkgrad('convert', from, to).ended;
    expect(guessed.code).toBe(0);
    expect(guessed.stderr).toContain('taken for input(6), dense(5, relu), dense(3);');
    expect(guessed.stderr).toContain('if they are others, say so: `inkgrad convert` with --layers\n');
    expect(guessed.stderr).not.toContain('InkgradWarning');
    const told = await inkgrad('convert', from, to, '--layers', 'dense(5, tanh), dense(3, softmax)').ended;
    expect({ code: told.code, stderr: told.stderr }).toEqual({ code: 0, stderr: '' });
    await using model = await loadModel(to);
    expect(model.layers.map(({ activation }) => activation)).toEqual(['tanh', 'softmax']);
  });

  test.each<[string, readonly string[], number, RegExp]>([
    ['a format that there is not', ['--format', 'kers'], 2, /--format <name>'.*did you mean 'keras'\?/],
    ['one that is only read', ['--format', 'keras-h5'], 2, /'keras-h5', which is only read/],
    ['layers that there are not', ['--layers', 'dens(3)'], 2, /did you mean 'dense'\?/],
    ['layers for a file that has its own', ['--layers', 'dense(3)'], 1, /says its layers itself/],
  ])('refuses %s', async (_what, args, expected, message) => {
    const { path, folder } = await saved();
    const to = join(folder, 'out.safetensors');
    const { code, stderr } = await inkgrad('convert', path, to, ...args).ended;
    expect(code).toBe(expected);
    expect(stderr).toMatch(message);
    expect(existsSync(to)).toBe(false);
  });

  test('names the weights that it puts beside a model.json', async () => {
    const { path, folder } = await saved();
    const to = join(folder, 'model.json');
    const weights = join(folder, 'model.weights.bin');
    const bytes = 4 * (6 * 4 + 4 + 4 * 3 + 3);
    const { stdout } = await inkgrad('convert', path, to).ended;
    expect(stdout).toContain(`${weights}: its weights, ${bytes} bytes; keep both together`);
    const { json } = await inkgradJson<Converted>('convert', path, to);
    expect(json.to).toMatchObject({ file: to, beside: [{ file: weights, bytes }] });
  });

  test('refuses what is no model, and what cannot hold the model', async () => {
    const { path, folder } = await saved();
    writeFileSync(join(folder, 'page.safetensors'), '<!doctype html>');
    const page = await inkgrad('convert', join(folder, 'page.safetensors'), join(folder, 'a.npz')).ended;
    expect({ code: page.code, stdout: page.stdout }).toEqual({ code: 1, stdout: '' });
    expect(page.stderr).toContain('got a web page');
    const h5 = await inkgradJson<{ error: object }>('convert', path, join(folder, 'a.h5'));
    expect(h5.json.error).toMatchObject({
      name: 'OptionError',
      message: expect.stringMatching(/path: expected another ending, such as '\.keras', .*a\.h5': .*only read/),
    });
    expect(readdirSync(folder).sort()).toEqual(['digits.safetensors', 'page.safetensors']);
  });

  test('keeps what names in files would do to a terminal', async () => {
    const folder = temporaryFolder();
    const path = join(folder, 'model.json');
    writeFileSync(
      path,
      JSON.stringify({ modelTopology: { class_name: '\u001b[2JSequential\u202e' }, weightsManifest: [] }),
    );
    const { code, stderr } = await inkgrad('convert', path, join(folder, 'out.safetensors')).ended;
    expect(code).toBe(1);
    expect(stderr).toContain("got '[2JSequential'");
  });
});

describe('layers as people type them', () => {
  test('are what the functions make', () => {
    expect(
      parseLayers(
        'input(28, 28), flatten, dense(64, relu), dropout(rate=0.2), batchNormalization(epsilon=1e-5, scale=false),' +
          'activation(leaky_relu), dense(units=10, useBias=false), reshape(2, -1), leakyReLU(0.1), softmax()',
      ),
    ).toEqual([
      layers.input([28, 28]),
      layers.flatten(),
      layers.dense(64, { activation: 'relu' }),
      layers.dropout(0.2),
      layers.batchNormalization({ epsilon: 1e-5, scale: false }),
      layers.activation('leakyRelu'),
      layers.dense(10, { useBias: false }),
      layers.reshape([2, -1]),
      layers.leakyReLU(0.1),
      layers.softmax(),
    ]);
  });

  test.each([
    ['', 'layers such as dense(64, relu)'],
    ['dense(64', 'layers such as dense(64, relu)'],
    ['dense(64),,dense(10)', 'layers such as dense(64, relu)'],
    ['conv(3)', "got 'conv'"],
    ['dense(x)', 'dense.units: expected a whole number'],
    ['dense(4, rlu)', "did you mean 'relu'?"],
    ['dense(4, units2=3)', 'units2'],
    ['__proto__(4)', "got '__proto__'"],
  ])('%j is refused', (text, message) => {
    expect(() => parseLayers(text)).toThrow(OptionError);
    expect(() => parseLayers(text)).toThrow(message);
  });
});
