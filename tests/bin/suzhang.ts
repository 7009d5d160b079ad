import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('../../bin/suzhang.ts', import.meta.url));

export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly out: string;
  readonly err: string;
}

/** The real program as a process of its own. `ended` never rejects. */
export interface Started {
  readonly child: ChildProcess;
  readonly ended: Promise<Ended>;
  /** Resolves with the first match in what it says on stderr; rejects when it ends without. */
  said(pattern: RegExp): Promise<RegExpMatchArray>;
}

export interface How {
  readonly environment?: Readonly<Record<string, string>>;
  /** A shell line to run before it in the same process, such as a limit. */
  readonly before?: string;
}

export function start(args: readonly string[], how: How = {}): Started {
  const inherited = Object.entries(process.env).filter(([name]) => !name.startsWith('SUZHANG_'));
  const env = { ...Object.fromEntries(inherited), ...how.environment };
  const command = [process.execPath, '--disable-warning=ExperimentalWarning', program, ...args];
  const child =
    how.before === undefined
      ? spawn(command[0] ?? '', command.slice(1), { env })
      : spawn('bash', ['-c', `${how.before}; exec "$@"`, 'bash', ...command], { env });
  process.once('exit', () => child.kill('SIGKILL'));
  process.setMaxListeners(0);
  let out = '';
  let err = '';
  child.stdout.on('data', (chunk) => {
    out += chunk;
  });
  child.stderr.on('data', (chunk) => {
    err += chunk;
  });
  const ended = new Promise<Ended>((resolve) => child.on('close', (code, signal) => resolve({ code, signal, out, err })));
  const said = (pattern: RegExp) =>
    new Promise<RegExpMatchArray>((resolve, reject) => {
      const look = () => {
        const found = err.match(pattern);
        if (found !== null) resolve(found);
      };
      child.stderr.on('data', look);
      look();
      void ended.then(() => reject(new Error(`ended without saying ${pattern}: ${err}`)));
    });
  return { child, ended, said };
}

export const run = (args: readonly string[], how?: How): Promise<Ended> => start(args, how).ended;

/** A folder of its own for one test, removed with `remove`. */
export interface Room {
  readonly path: (...parts: string[]) => string;
  /** Puts a file into it. */
  put(name: string, content: string | Uint8Array): string;
  remove(): void;
}

export function makeRoom(): Room {
  const folder = mkdtempSync(join(tmpdir(), 'suzhang-'));
  const path = (...parts: string[]) => join(folder, ...parts);
  return {
    path,
    put(name, content) {
      mkdirSync(join(path(name), '..'), { recursive: true });
      writeFileSync(path(name), content);
      return path(name);
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

export const copy = (from: string, to: string): void => cpSync(from, to, { recursive: true });
