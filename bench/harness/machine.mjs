/** What the figures were measured on. */
import { readFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, release, totalmem, type } from 'node:os';
import { join } from 'node:path';
import { ask } from '../../scripts/setup/command.mjs';
import { nodePeersFolder } from '../contestants.mjs';

const telling = ['avx2', 'fma', 'avx512f', 'amx_tile'];

/** @param {Record<string, string | null>} python versions of Python and its packages */
export function describeMachine(python) {
  const peers = JSON.parse(readFileSync(join(nodePeersFolder, 'package.json'), 'utf8')).dependencies;
  return {
    processor: cpus()[0]?.model.trim(),
    cores: availableParallelism(),
    vectors: vectors(),
    memory: `${(totalmem() / 2 ** 30).toFixed(0)} GiB`,
    system: `${type()} ${release()}`,
    load: loadavg()[0],
    versions: {
      Node: process.versions.node,
      V8: process.versions.v8,
      Rust: ask('rustc', ['--version'])?.split(' ')[1],
      ...peers,
      ...python,
    },
    commit: ask('git', ['rev-parse', '--short', 'HEAD']),
  };
}

/** The processor's vector instructions, as far as the system tells. */
function vectors() {
  try {
    const flags = /^flags\s*:(.*)$/m.exec(readFileSync('/proc/cpuinfo', 'utf8'))?.[1]?.split(' ') ?? [];
    return telling.filter((name) => flags.includes(name));
  } catch {
    return [];
  }
}
