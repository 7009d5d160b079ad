#!/usr/bin/env node
// Makes `npm start` and `npm test` self-contained on Node >= 20: installs what is missing, finds a Node >= 24, runs the program with it.
// Plain JavaScript, no packages: it runs before anything is installed.
import { inHouse } from './setup/house.mjs';
import { installed } from './setup/install.mjs';
import { nodeBinary } from './setup/node-binary.mjs';
import { leanFlags, nodeFlags } from './setup/node-flags.mjs';
import { passThrough, runSteps } from './setup/run.mjs';

const [task = '--help', ...args] = process.argv.slice(2);
const program = [...nodeFlags, inHouse('bin', 'suzhang.ts')];
const leanProgram = [...leanFlags, ...program];
const checks = [
  ['类型检查', ['node_modules/typescript/bin/tsc', '-p', '.']],
  ['格式与规范检查', ['node_modules/@biomejs/biome/bin/biome', 'ci', '.']],
];

/** What each task runs, in order; the last one decides the last line. Anything else is a sub-command of suzhang. */
const tasks = {
  test: () => runSteps(nodeBinary(), [...checks, ['测试', ['node_modules/vitest/vitest.mjs', 'run', ...args]]]),
  check: () => runSteps(nodeBinary(), checks),
  bench: () => passThrough(nodeBinary(), [...nodeFlags, inHouse('bench', 'run.ts'), ...args]),
  start: () => passThrough(nodeBinary(), [...program, 'start', ...args]),
  index: () => passThrough(nodeBinary(), [...leanProgram, 'index', ...args]),
  rebuild: () => passThrough(nodeBinary(), [...leanProgram, 'rebuild', ...args]),
};

await installed();
await (tasks[task] ?? (() => passThrough(nodeBinary(), [...program, task, ...args])))();
