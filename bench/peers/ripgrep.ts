import { spawnSync } from 'node:child_process';
import { appendFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MB } from '../figures.ts';
import type { Peer } from './peer.ts';

export const hasRipgrep = (): boolean => spawnSync('rg', ['--version'], { stdio: 'ignore' }).status === 0;

/** No index: fixed strings in one file with a document a line. */
export function ripgrepPeer(): Peer {
  const folder = mkdtempSync(join(tmpdir(), 'suzhang-peer-'));
  const path = join(folder, 'documents.txt');
  const ids: string[] = [];
  const linesOf = (literal: string): number[] => {
    const { stdout } = spawnSync('rg', ['--fixed-strings', '--line-number', '--no-heading', '--only-matching', '--', literal, path], {
      encoding: 'utf8',
      maxBuffer: 512 * MB,
    });
    return [
      ...new Set(
        stdout
          .split('\n')
          .filter(Boolean)
          .map((line) => Number.parseInt(line, 10)),
      ),
    ];
  };
  return {
    name: 'ripgrep',
    use: 'rg -F on a file with a document a line',
    async build(source) {
      for await (const documents of source.documents()) {
        ids.push(...documents.map(({ id }) => id));
        appendFileSync(path, documents.map(({ text }) => `${text}\n`).join(''));
      }
      return { size: null };
    },
    first: async (literal) => linesOf(literal).length,
    all: async (literal) => linesOf(literal).flatMap((line) => ids[line - 1] ?? []),
    close: async () => rmSync(folder, { recursive: true, force: true }),
  };
}
