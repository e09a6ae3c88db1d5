/** At the end of a run, says of each platform how its tests went; the name of one that was not tried says why not. */

import type { Reporter, TestModule } from 'vitest/node';

const rooms = /\/test\/(?:platform|bundlers)\//;

export default class Cells implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const results = new Map<string, string[]>();
    for (const { moduleId, children } of modules) {
      if (!rooms.test(moduleId)) continue;
      for (const { name, children: cells } of children.suites()) {
        const states = [...cells.allTests()].map((test) => test.result().state);
        results.set(name, [...(results.get(name) ?? []), ...states]);
      }
    }
    if (results.size === 0) return;
    const lines = [...results].map(([name, states]) => `  ${name}: ${describeStates(states)}`);
    console.log(`\nPlatforms\n${lines.sort().join('\n')}\n`);
  }
}

/** `8 passed, 1 failed`. What a platform need not do is left out. */
function describeStates(states: readonly string[]): string {
  const counts = ['passed', 'failed', 'pending']
    .map((state) => [state, states.filter((other) => other === state).length] as const)
    .filter(([, count]) => count > 0);
  return counts.map(([state, count]) => `${count} ${state}`).join(', ') || 'NOT RUN';
}
