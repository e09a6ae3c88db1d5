/** What the project wants of its speed, and what the figures say. */
import { ratio, spread } from '../harness/statistics.mjs';
import { figure } from './markdown.mjs';

/** @returns {{ goal: string, measured: string, met: boolean }[]} those that the results can tell about */
export function goals({ themes }) {
  const find = (theme, title, name, threads) =>
    themes[theme]
      ?.find((group) => group.title === title)
      ?.players.find((player) => player.name === name && (threads === undefined || player.threads === threads));
  const median = (player) => player?.turns.some(Boolean) && spread(player.turns.filter(Boolean)).median;

  /** `slow` takes at least (or at most) `bound` times as long as `fast`. */
  const compare = (goal, slow, fast, bound, atMost = false) => {
    const ratios = slow && fast && ratio(slow.turns, fast.turns);
    if (!ratios) return [];
    const measured = `${figure(ratios.median)} × (${figure(ratios.min)} – ${figure(ratios.max)})`;
    return [{ goal, measured, met: atMost ? ratios.median <= bound : ratios.median >= bound }];
  };
  const below = (goal, number, bound, show) => (number ? [{ goal, measured: show(number), met: number < bound }] : []);

  const epoch = (batch) => (name, threads) => find('training', `Batch ${batch}`, name, threads);
  const [at32, at128, at512] = [32, 128, 512].map(epoch);
  const noise = themes.networks?.find((group) => group.title.endsWith('noise, batch 128'));
  const speed = (threads) => {
    const time = median(noise?.players.find((player) => player.name === 'inkgrad' && player.threads === threads));
    return time && noise.flop / time / 1e6;
  };
  const atLeast = (goal, number, bound) =>
    number ? [{ goal, measured: `${number.toFixed(1)} GFLOP/s`, met: number >= bound }] : [];
  const on = (theme, title) => (name, threads) => find(theme, title, name, threads);
  const many = on('predicting', '10,000 images in one call, milliseconds');
  const threads = (batch, name, count) => find('threads', `Batch ${batch}`, name, count);
  const binary = on('binary', '20 epochs');
  /** JAX with as many threads as suit it: more are not always faster. */
  const fastestJax = (by) => {
    const players = [1, 2].map((count) => by('jax', count)).filter((player) => player?.turns.some(Boolean));
    return players.sort((one, other) => median(one) - median(other))[0];
  };
  const memory = themes.memory?.[0];
  const sizes = themes.sizes?.map(({ samples, players }) => median(players.find((one) => one.threads === 1)) / samples);

  return [
    ...compare(
      'An epoch at batch 32, 2 threads: JAX takes at least 1.8 times as long',
      at32('jax', 2),
      at32('inkgrad', 2),
      1.8,
    ),
    ...compare('... PyTorch with fused Adam 5 times', at32('torchFused', 2), at32('inkgrad', 2), 5),
    ...compare('... Keras on TensorFlow 12 times', at32('keras', 2), at32('inkgrad', 2), 12),
    ...compare('... jax-js 20 times', at32('jaxJs'), at32('inkgrad', 2), 20),
    ...compare('... TensorFlow.js 50 times', at32('tfjs'), at32('inkgrad', 2), 50),
    ...compare('Batch 32, 2 threads: JAX at its best at least 1.5 times', fastestJax(at32), at32('inkgrad', 2), 1.5),
    ...compare('Batch 128, 2 threads: JAX at its best at least 1.3 times', fastestJax(at128), at128('inkgrad', 2), 1.3),
    ...compare('Batch 128, 1 thread: JAX at least 0.9 times', at128('jax', 1), at128('inkgrad', 1), 0.9),
    ...compare('Batch 32, 1 thread: JAX at least 1.25 times', at32('jax', 1), at32('inkgrad', 1), 1.25),
    ...compare('Batch 128, 2 threads: JAX at least 1.3 times', at128('jax', 2), at128('inkgrad', 2), 1.3),
    ...compare('Batch 512, 2 threads: JAX at least 1.1 times', at512('jax', 2), at512('inkgrad', 2), 1.1),
    ...atLeast('Dense input at batch 128, 1 thread: at least 35 GFLOP/s', speed(1), 35),
    ...atLeast('... 2 threads: at least 60 GFLOP/s', speed(2), 60),
    ...compare('Binary task, 20 epochs, 1 thread: JAX at least 2 times', binary('jax', 1), binary('inkgrad', 1), 2),
    ...compare('... 2 threads: JAX at least 2 times', binary('jax', 2), binary('inkgrad', 2), 2),
    ...compare('... 2 threads: JAX at its best at least 1.8 times', fastestJax(binary), binary('inkgrad', 2), 1.8),
    ...below(
      'Binary task, whole process: under 0.35 s',
      median(themes.cold?.[0].players[0]),
      350,
      (ms) => `${figure(ms)} ms`,
    ),
    ...compare('10,000 predictions, 2 threads: at most as long as JAX', many('inkgrad', 2), many('jax', 2), 1, true),
    ...compare('... at most 1.8 times', many('inkgrad', 2), many('jax', 2), 1.8, true),
    ...compare('... on a data set: at most 1.4 times', many('inkgradResident', 2), many('jax', 2), 1.4, true),
    ...below(
      'One prediction, 1 thread: under 20 µs',
      median(find('predicting', 'One image, microseconds', 'inkgrad', 1)),
      0.02,
      (ms) => `${figure(ms * 1000)} µs`,
    ),
    ...compare(
      'WASM against native with AVX2, 1 thread: at most 1.6 times',
      find('native', 'Batch 32', 'inkgrad', 1),
      find('native', 'Batch 32', 'nativeAvx2', 1),
      1.6,
      true,
    ),
    ...compare(
      'WASM against native without, 1 thread: at most 1.15 times',
      find('native', 'Batch 32', 'inkgrad', 1),
      find('native', 'Batch 32', 'native', 1),
      1.15,
      true,
    ),
    ...compare('Batch 32: 1 thread at least 1.65 times as long as 2', at32('inkgrad', 1), at32('inkgrad', 2), 1.65),
    ...compare('Batch 512: 1 thread at least 1.7 times as long as 2', at512('inkgrad', 1), at512('inkgrad', 2), 1.7),
    ...[3, 4].flatMap((count) =>
      compare(
        `${count} threads on 2 cores, batch 32: at most 1.3 times one thread's time`,
        threads(32, 'inkgrad', count),
        threads(32, 'inkgrad', 1),
        1.3,
        true,
      ),
    ),
    ...compare(
      "A page of Chromium, batch 32, 2 threads: at most 1.25 times Node's time",
      find('browser', 'Batch 32', 'inkgradChromium', 2),
      find('browser', 'Batch 32', 'inkgrad', 2),
      1.25,
      true,
    ),
    ...below(
      '... the longest gap between frames: under 20 ms',
      themes.browser?.[0].frames?.max,
      20,
      (ms) => `${figure(ms)} ms`,
    ),
    ...(sizes?.length > 1 && sizes.every(Boolean)
      ? below(
          'Cost a sample, largest data against 60,000 rows: under 1.15 times',
          sizes.at(-1) / sizes[Math.min(2, sizes.length - 1)],
          1.15,
          (times) => `${figure(times)} ×`,
        )
      : []),
    ...below(
      'Multiclass task, largest resident size: under 300 MB',
      memory && Math.max(...memory.runs.map(({ resident }) => resident)),
      300e6,
      (bytes) => `${(bytes / 1e6).toFixed(0)} MB`,
    ),
    ...(memory?.runs ?? []).map(({ threads, wasmAfterFirst, wasmAfterLast }) => ({
      goal: `WASM memory unchanged after the first epoch, threads: ${threads}`,
      measured: `${wasmAfterLast - wasmAfterFirst} bytes more`,
      met: wasmAfterLast === wasmAfterFirst,
    })),
    ...below(
      'Each WASM file: under 150 kB gzip',
      memory && Math.max(...memory.files.map(({ gzip }) => gzip)),
      150e3,
      (bytes) => `${(bytes / 1e3).toFixed(1)} kB`,
    ),
  ];
}
