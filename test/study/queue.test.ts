import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FormatError, OptionError } from 'inkgrad';
import { QueueError, type StudyOptions, type StudyResult, study, work } from 'inkgrad/study';
import { Redis } from 'ioredis';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { decodeCheckpoint } from '../../ts/model/fit/checkpoint.ts';
import { inkgrad } from '../cli/program.ts';
import { type Running, temporaryFolder } from '../start/program.ts';
import { certificate, RedisServer } from './redis.ts';

let folder: string;
let redis: RedisServer;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'inkgrad-queue-'));
  mkdirSync(join(folder, 'redis'));
  redis = await RedisServer.start(join(folder, 'redis'), 'open-sesame');
});
afterAll(async () => {
  await redis?.end();
  rmSync(folder, { recursive: true, force: true });
});

/** 40 runs of a tenth of a second or so, of networks that are small: each is judged on all test digits. */
const plan = {
  rows: 1000,
  settings: [
    { epochs: 2, hiddenUnits: [16] },
    { epochs: 3, hiddenUnits: [16], augment: true },
  ],
  seeds: 20,
  final: 'all',
  validation: 0,
} satisfies Partial<StudyOptions>;

/** One run that is long enough to be interrupted. */
const long = {
  rows: 600,
  settings: { epochs: 800 },
  seeds: 1,
  validation: 0,
  final: 'all',
} satisfies Partial<StudyOptions>;
let longAlone: Promise<StudyResult> | undefined;

/** What it comes to without a queue. */
function withoutQueue(): Promise<StudyResult> {
  longAlone ??= study({ ...long, folder: join(folder, 'long alone') });
  return longAlone;
}

/** What follows from the plan alone. */
function resultsOf({ runs, test, settings }: StudyResult): unknown {
  const scores = runs.map(({ id }) => test.get(id));
  return { runs: runs.map((run) => ({ ...run, seconds: 0 })), scores, means: settings.map(({ test }) => test) };
}

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** What runs can go on from. */
async function statesInRedis(): Promise<Buffer[]> {
  const client = new Redis(redis.url);
  try {
    const keys = await client.keys('inkgrad-study:state:*');
    const states = await Promise.all(keys.map((key) => client.getBuffer(key)));
    return states.filter((state) => state !== null);
  } finally {
    client.disconnect();
  }
}

/** The first state that a worker keeps. */
async function firstState(worker: Running): Promise<Buffer> {
  for (;;) {
    const [state] = await statesInRedis();
    if (state) return state;
    if (/done/.test(worker.stdout)) throw new Error(`ended without keeping a state:\n${worker.stdout}`);
    await pause(10);
  }
}

const linesOf = (folder: string): string[] => readFileSync(join(folder, 'runs.jsonl'), 'utf8').split('\n').slice(0, -1);

describe('a study on a queue', () => {
  test('has the results of one without, though a worker is killed and Redis restarted', async () => {
    const alone = study({ ...plan, folder: join(folder, 'alone') });
    const worker = () => inkgrad('worker', redis.url, '--cores', '1', '--patience', '3');
    const workers = [worker(), worker(), worker()];
    let killed = false;
    let restarted: Promise<void> | undefined;
    const queued = study({
      ...plan,
      folder: join(folder, 'queued'),
      queue: redis.url,
      onProgress: ({ done }) => {
        if (done === 8) {
          // In the middle of a run: it has just taken one.
          const [victim] = workers;
          void victim?.wrote(/taken\n$/).then(() => {
            killed = victim.child.kill('SIGKILL');
          });
        }
        if (done === 24) restarted = redis.end().then(() => redis.begin());
      },
    });
    const results = await queued;
    await restarted;
    expect(killed).toBe(true);
    expect(restarted).toBeDefined();
    expect(results.runs).toHaveLength(40);
    expect(linesOf(join(folder, 'queued'))).toHaveLength(40);
    expect(results.test.size).toBe(40);
    expect(results.testReadings).toBe(1);
    expect(resultsOf(results)).toEqual(resultsOf(await alone));
    for (const running of workers.slice(1)) running.child.kill('SIGINT');
    const [dead, ...others] = await Promise.all(workers.map(({ ended }) => ended));
    expect(dead?.code).toBe(null);
    for (const { code, stderr } of others) expect({ code, stderr }).toEqual({ code: 130, stderr: '' });
    // The runs were shared out.
    const done = workers.map(({ stdout }) => stdout.match(/: done in/g)?.length ?? 0);
    expect(Math.min(...done)).toBeGreaterThan(0);
  }, 180_000);

  test('goes on with a run from the state that its worker left', async () => {
    const begun = study({ ...long, folder: join(folder, 'long'), queue: redis.url });
    const told: string[] = [];
    // Longer and longer, since a machine that is busy takes a while to begin.
    for (let milliseconds = 500; (await statesInRedis()).length === 0; milliseconds *= 2) {
      const controller = new AbortController();
      await work({
        queue: redis.url,
        cores: 1,
        signal: controller.signal,
        onNotice: (text) => {
          told.push(text);
          if (text.endsWith('taken')) setTimeout(() => controller.abort(), milliseconds);
        },
      });
      expect(told.splice(0)).toEqual(['all-1-800-1: taken', 'all-1-800-1: given back']);
    }
    const end = new AbortController();
    const second = work({ queue: redis.url, cores: 1, signal: end.signal, onNotice: (text) => told.push(text) });
    const results = await begun;
    end.abort();
    await second;
    expect(told[0]).toBe('all-1-800-1: taken, from its checkpoint');
    expect(resultsOf(results)).toEqual(resultsOf(await withoutQueue()));
  }, 180_000);

  test('goes on with a run from the last state of a worker that was killed', async () => {
    const begun = study({ ...long, folder: join(folder, 'killed'), queue: redis.url });
    const first = inkgrad('worker', redis.url, '--cores', '1', '--patience', '12');
    await first.wrote(/all-1-800-1: taken\n$/);
    await pause(1000);
    // Time passes for a process that is halted, too: its next state is due without ten seconds of training.
    first.child.kill('SIGSTOP');
    const alone = withoutQueue();
    await pause(10_000);
    first.child.kill('SIGCONT');
    const state = await firstState(first);
    first.child.kill('SIGKILL');
    expect(await first.ended).toMatchObject({ code: null, stdout: expect.not.stringContaining('done') });
    const { progress } = await decodeCheckpoint(state, 'state');
    expect(progress.begun ?? progress.epoch).toBeTruthy(); // something is learned

    const second = inkgrad('worker', redis.url, '--cores', '1', '--patience', '12');
    const results = await begun;
    second.child.kill('SIGINT');
    const { stdout } = await second.ended;
    expect(stdout.match(/.*taken.*/g)).toEqual(['all-1-800-1: taken, from its checkpoint']);
    // The run's seconds are those of both workers: it did not begin anew.
    expect(results.runs[0]?.seconds).toBeGreaterThan(10);
    expect(linesOf(join(folder, 'killed'))).toHaveLength(1);
    expect(results.test.size).toBe(1);
    expect(results.testReadings).toBe(1);
    expect(resultsOf(results)).toEqual(resultsOf(await alone));
    expect(await statesInRedis()).toEqual([]);
  }, 180_000);

  test('goes on when its coordinator was stopped, and counts nothing twice', async () => {
    const short = { rows: 600, settings: { epochs: 1, hiddenUnits: [16] }, seeds: 6 };
    const controller = new AbortController();
    const end = new AbortController();
    const worker = work({ queue: redis.url, cores: 1, signal: end.signal });
    const stopped = study({
      ...short,
      folder: join(folder, 'stopped'),
      queue: redis.url,
      signal: controller.signal,
      onProgress: ({ done }) => done === 2 && controller.abort(),
    });
    await expect(stopped).rejects.toThrow(/aborted/);
    const results = await study({ ...short, folder: join(folder, 'stopped'), queue: redis.url });
    end.abort();
    await worker;
    expect(linesOf(join(folder, 'stopped'))).toHaveLength(6);
    expect(resultsOf(results)).toEqual(resultsOf(await study({ ...short, folder: join(folder, 'stopped alone') })));
  });

  test('refuses a worker with other digits, by their hash, and waits for one with its own', async () => {
    const controller = new AbortController();
    const other = temporaryFolder();
    const rows = ['label,', ...Array.from({ length: 40 }, (_, i) => `${i % 10},`)];
    const pixels = Array.from({ length: 784 }, (_, i) => `pixel${i}`).join(',');
    const ink = (i: number) => Array.from({ length: 784 }, (_, k) => (i * k) % 256).join(',');
    writeFileSync(join(other, 'train.csv'), `${rows.map((row, i) => row + (i === 0 ? pixels : ink(i))).join('\n')}\n`);
    const begun = study({
      rows: 600,
      settings: { epochs: 1 },
      seeds: 1,
      folder: join(folder, 'digits'),
      queue: redis.url,
    });
    const refused = work({ queue: redis.url, cores: 2, data: other });
    await expect(refused).rejects.toThrow(FormatError);
    await expect(refused).rejects.toThrow(
      /expected the training digits of the study, with the SHA-256 [0-9a-f]{64} \(multiclass\), got [0-9a-f]{64}/,
    );
    const worker = work({ queue: redis.url, cores: 1, signal: controller.signal });
    expect((await begun).runs).toHaveLength(1);
    controller.abort();
    await worker;
  });

  test('goes over TLS', async () => {
    const place = temporaryFolder();
    const server = await RedisServer.start(place, 'word', true);
    try {
      process.env.NODE_EXTRA_CA_CERTS = certificate; // for programs that are started from now on
      const worker = inkgrad('worker', server.url, '--cores', '1');
      const args = ['--setting', 'epochs=1,layers=16', '--rows', '600', '--seeds', '1'];
      const output = join(place, 'study');
      const queued = await inkgrad('study', 'multiclass', ...args, '--queue', server.url, '--output', output).ended;
      expect(queued).toMatchObject({ code: 0, stderr: '' });
      worker.child.kill('SIGTERM');
      expect((await worker.ended).code).toBe(143);
      expect(linesOf(output)).toHaveLength(1);
      const page = readFileSync(join(output, 'report.html'), 'utf8');
      expect(page).toContain(`--queue rediss://...@127.0.0.1:${server.port}`);
    } finally {
      delete process.env.NODE_EXTRA_CA_CERTS;
      await server.end();
    }
  });

  test('says what is wrong with an address, without its password', async () => {
    const none = { folder: join(folder, 'none'), settings: { epochs: 1 }, rows: 600, seeds: 1 };
    const expectRefused = async (queue: string, error: typeof QueueError | typeof OptionError, message: RegExp) => {
      const begun = study({ ...none, queue });
      await expect(begun).rejects.toThrow(error);
      await expect(begun).rejects.toThrow(message);
      await expect(begun).rejects.not.toThrow(/secret/);
    };
    await expectRefused('http://:secret@localhost', OptionError, /redis:\/\/localhost:6379/);
    await expectRefused(
      `redis://:secret@127.0.0.1:${redis.port}`,
      QueueError,
      /cannot reach a Redis there \(.*(WRONGPASS|NOAUTH)/,
    );
    await expectRefused('redis://:secret@127.0.0.1:1', QueueError, /^redis:\/\/127.0.0.1:1: .*ECONNREFUSED/);
  });
});
