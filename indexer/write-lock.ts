import { existsSync } from 'node:fs';
import { link, mkdir, open, readFile, rename, rm, stat, utimes } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { BusyError } from '../src/errors.ts';

/** One writer a data folder. `started` tells a process from a later one with the same number, where the system says (Linux). */
const holderSchema = z
  .object({ pid: z.int(), host: z.string(), started: z.string().nullable(), at: z.string(), what: z.string() })
  .readonly();
type Holder = z.infer<typeof holderSchema>;

/** The holder touches its lock this often, so that one on another machine (a shared disk) can be told from a dead one. */
const TOUCH_MS = 10_000;
const DEAD_MS = 6 * TOUCH_MS;

/** Runs `work` while nobody else writes to the folder. Rejects with BusyError that names who does. A killed holder's lock is taken over. */
export async function withWriteLock<T>(data: string, what: string, work: () => Promise<T>): Promise<T> {
  await mkdir(data, { recursive: true });
  const path = join(data, 'write.lock');
  await take(path, what);
  const touch = setInterval(() => void utimes(path, new Date(), new Date()).catch(() => undefined), TOUCH_MS).unref();
  try {
    return await work();
  } finally {
    clearInterval(touch);
    await rm(path, { force: true });
  }
}

/** Who is writing to the folder now, in words; null: nobody. */
export async function currentWriter(data: string): Promise<string | null> {
  const path = join(data, 'write.lock');
  const holder = existsSync(path) ? await readHolder(path) : null;
  return holder !== null && (await isAlive(holder, path)) ? describe(holder) : null;
}

const describe = ({ pid, host, what, at }: Holder): string =>
  `另一个进程（进程号 ${pid}${host === hostname() ? '' : `，机器 ${host}`}）正在${what}，从 ${localTime(at)} 起占用数据文件夹。`;

/** 2026-11-21T12:14:33.456Z -> 2026-11-21 20:14:33, on the clock of whoever reads it. */
const localTime = (at: string): string => new Date(at).toLocaleString('sv-SE');

async function take(path: string, what: string): Promise<void> {
  for (let tries = 0; tries < 5; tries++) {
    if (await create(path, { pid: process.pid, host: hostname(), started: await startOf(process.pid), at: new Date().toISOString(), what }))
      return;
    const holder = await readHolder(path);
    if (holder !== null && (await isAlive(holder, path))) throw new BusyError(`${describe(holder)}请等它结束后再试。`);
    await clear(path, holder);
  }
  throw new BusyError(`无法占用 ${path}：多个进程同时争用。请稍后再试。`);
}

async function create(path: string, holder: Holder): Promise<boolean> {
  const file = await open(path, 'wx').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'EEXIST') return null;
    throw error;
  });
  if (file === null) return false;
  try {
    await file.writeFile(JSON.stringify(holder));
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  } finally {
    await file.close();
  }
  return true;
}

/** null: gone meanwhile, or its maker was killed before it wrote its name. */
async function readHolder(path: string): Promise<Holder | null> {
  for (let tries = 0; tries < 10; tries++) {
    const parsed = holderSchema.safeParse(parseJson(await readFile(path, 'utf8').catch(() => '')));
    if (parsed.success) return parsed.data;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return null;
}

function parseJson(content: string): unknown {
  try {
    return JSON.parse(content);
  } catch {
    return null;
  }
}

/** Moved away before it is removed: of two that find it abandoned only one can. What turns out to be another's fresh lock is put back. */
async function clear(path: string, abandoned: Holder | null): Promise<void> {
  const away = `${path}.${process.pid}`;
  try {
    await rename(path, away);
    const moved = holderSchema.safeParse(parseJson(await readFile(away, 'utf8')));
    if (moved.success && JSON.stringify(moved.data) !== JSON.stringify(abandoned)) await link(away, path);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'EEXIST'))) throw error;
  }
  await rm(away, { force: true });
}

async function isAlive(holder: Holder, path: string): Promise<boolean> {
  if (holder.host !== hostname()) {
    const touched = await stat(path).catch(() => null);
    return touched !== null && Date.now() - touched.mtimeMs < DEAD_MS;
  }
  try {
    process.kill(holder.pid, 0);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
  return holder.started === null || holder.started === (await startOf(holder.pid));
}

/** When a process started, in ticks since the machine did: field 22 of /proc/<pid>/stat (proc(5)), counted after the name in brackets. */
async function startOf(pid: number): Promise<string | null> {
  const line = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => null);
  return line?.slice(line.lastIndexOf(')') + 2).split(' ')[19] ?? null;
}
