import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { house, say } from './house.mjs';

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/** Runs a program where the person is, so that paths mean what they say; signals go to it, its exit code comes back. */
export async function passThrough(node, args) {
  process.exitCode = await run(node, args, { cwd: process.cwd() });
}

/** Runs every step, also after one failed, so that one run says everything. The exit code is that of the first that failed. */
export async function runSteps(node, steps) {
  const failed = [];
  for (const [name, args] of steps) {
    const code = await run(node, args, { cwd: house, STEPS_FAILED_BEFORE: String(failed.length) });
    if (code === 0) continue;
    failed.push(code);
    if (steps.at(-1)[0] !== name) say(`${name}未通过。`);
  }
  process.exitCode = failed[0] ?? 0;
}

function run(node, args, { cwd, ...environment }) {
  return new Promise((resolve, reject) => {
    const child = spawn(node, args, { cwd, stdio: 'inherit', env: { ...process.env, ...environment } });
    // A terminal sends Ctrl-C to the whole group itself: then it must not be sent a second time.
    const forward = (signal) => (signal === 'SIGINT' && process.stdin.isTTY ? undefined : child.kill(signal));
    for (const signal of signals) process.on(signal, forward);
    const orphaned = whenOrphaned(() => child.kill('SIGTERM'));
    child.on('error', reject);
    child.on('exit', (code, signal) => {
      clearInterval(orphaned);
      for (const each of signals) process.off(each, forward);
      resolve(code ?? 128 + (constants.signals[signal] ?? 0));
    });
  });
}

/** npm passes a signal to its shell, which ends without passing it on: then npm is gone and what it started must end too. */
function whenOrphaned(end) {
  if (process.env.npm_lifecycle_event === undefined) return undefined;
  const parent = process.ppid;
  return setInterval(() => (process.ppid === parent ? undefined : end()), 300).unref();
}
