// `npm run release:check`: all that must hold of the tarball before it is published. With `--publish` also what only a
// release needs.
import '../setup/node-version.mjs';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const { main } = await import('../setup/fault.mjs');
const { Fault } = await import('../setup/fault.mjs');
const { root } = await import('../setup/paths.mjs');
const { setUp } = await import('../setup/set-up.mjs');

await main(setUp);
await main(check);

async function check() {
  const publishes = process.argv.includes('--publish');
  const facts = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  checkFacts(facts, publishes);
  // publint, attw, its files, sizes and types; documentation and its programs
  run(process.execPath, join(root, 'node_modules/vitest/vitest.mjs'), 'run', 'test/packaging', 'test/docs');
  const folder = mkdtempSync(join(tmpdir(), 'inkgrad-release-'));
  try {
    run('npm', 'pack', '--ignore-scripts', '--pack-destination', folder);
    const [tarball] = readdirSync(folder);
    run(process.execPath, join(root, 'scripts/release/try-package.mjs'), join(folder, tarball));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  console.log(`inkgrad ${facts.version} may be published`);
}

function checkFacts({ version, repository, dependencies, scripts }, publishes) {
  const faults = [];
  if (dependencies && Object.keys(dependencies).length > 0) faults.push('package.json: has dependencies');
  const hooks = Object.keys(scripts).filter((name) => /^(pre|post)?(install|prepare|pack)/.test(name));
  if (hooks.length > 0) faults.push(`package.json: runs ${hooks.join(', ')} at whoever installs it`);
  const changes = readFileSync(join(root, 'CHANGELOG.md'), 'utf8');
  if (!changes.includes(`## ${version}`)) faults.push(`CHANGELOG.md: has no heading for ${version}`);
  if (faults.length > 0) throw new Fault(faults.join('\n'));
  // npm's provenance compares it with where the workflow runs.
  const lacking = 'package.json: has no repository, which provenance and the pictures of the README need';
  if (!repository && publishes) throw new Fault(lacking);
  if (!repository) console.warn(`Before publishing: ${lacking}`);
}

function run(program, ...args) {
  const { status } = spawnSync(program, args, {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32' && program === 'npm',
  });
  if (status !== 0) throw new Fault(`${program} ${args.join(' ')}: failed`);
}
