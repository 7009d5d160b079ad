import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { house, say } from './house.mjs';

/** Beside the project, since `npm ci` empties node_modules; one a project and user. */
const lock = join(tmpdir(), `suzhang-install-${userInfo().uid}-${createHash('sha256').update(house).digest('hex').slice(0, 16)}`);
const owner = join(lock, 'pid');

/** Two that start at once: one installs, the other waits. What a killed one left behind is taken over. */
export async function withInstallLock(work) {
  let told = false;
  while (!take()) {
    if (isAbandoned()) clear();
    else {
      if (!told) say('另一个进程正在安装软件包，请稍候……');
      told = true;
      await sleep(500);
    }
  }
  try {
    await work();
  } finally {
    rmSync(lock, { recursive: true, force: true });
  }
}

function take() {
  try {
    mkdirSync(lock);
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
  writeFileSync(owner, String(process.pid));
  return true;
}

/** Moved away before it is removed: of two that find it abandoned only one can, and a lock taken meanwhile stays. */
function clear() {
  const away = `${lock}-${process.pid}`;
  try {
    renameSync(lock, away);
  } catch (error) {
    if (error.code === 'ENOENT') return;
    throw error;
  }
  rmSync(away, { recursive: true, force: true });
}

/** The one that holds the lock is gone, or never got to write its name into it. */
function isAbandoned() {
  try {
    process.kill(Number(readFileSync(owner, 'utf8')), 0);
    return age() > 30 * 60_000;
  } catch (error) {
    if (error.code === 'ESRCH') return true;
    if (error.code === 'ENOENT') return age() > 5000;
    throw error;
  }
}

function age() {
  const made = statSync(lock, { throwIfNoEntry: false });
  return made === undefined ? 0 : Date.now() - made.mtimeMs;
}
