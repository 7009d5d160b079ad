import { execFile, execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { foldString } from '../src/text/normal-form.ts';
import { type Corpus, openCorpus, reportsFolder } from './corpus.ts';
import { MB, say, show, table } from './figures.ts';
import type { BenchOptions } from './options.ts';
import { peersHere } from './peers/all-peers.ts';
import { type PeerResult, type PeerTask, peerResultSchema } from './peers/measure-peer.ts';
import { storeDocuments } from './peers/stored-documents.ts';
import { drawQueries } from './queries.ts';

const here = fileURLToPath(new URL('.', import.meta.url));
const LITERALS = 100;
/** What each peer may take to index, and again to search. */
const BUDGET_SECONDS = 900;
const BUDGET_HEAP_MB = 12_000;

/** Other searches over the same documents and the same literals: time, size, and what they find of what is there. Each in a process of its own. */
export async function benchPeers({ documents, seed }: BenchOptions): Promise<void> {
  const corpus = await openCorpus(documents, seed);
  installPeers();
  const folder = mkdtempSync(join(tmpdir(), 'suzhang-peers-'));
  try {
    const stored = join(folder, 'documents.ndjson');
    const all = await storeDocuments(reportsFolder(corpus), stored);
    const literals = literalsOf(corpus, seed);
    const task = { folder: reportsFolder(corpus), documents: stored, literals, seconds: BUDGET_SECONDS, heap: BUDGET_HEAP_MB };
    const rows: string[][] = [];
    for (const name of peersHere()) rows.push(rowOf(await measureApart({ ...task, name }), all, literals.length));
    say(`${all.toLocaleString('en-US')} documents, ${literals.length} literals of 1 to 12 characters\n`);
    say(
      table(
        [
          'search',
          'used as',
          'indexing s (processor s)',
          'memory MB',
          'index MB',
          'p50 ms',
          'p95 ms',
          'processor ms',
          'recall',
          'precision',
        ],
        rows,
      ),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** On demand, beside the benches: none of them is a dependency of the product. */
function installPeers(): void {
  if (existsSync(join(here, 'node_modules', 'minisearch'))) return;
  say('installing the peers under bench/node_modules …');
  execFileSync('npm', ['install', '--no-audit', '--no-fund', '--no-package-lock'], { cwd: here, stdio: 'inherit' });
}

function literalsOf(corpus: Corpus, seed: number): string[] {
  const drawn = drawQueries(corpus, 3 * LITERALS, seed + 7).filter(({ kind }) => kind === 'one character' || kind.endsWith('literal'));
  const literals = drawn.map(({ request }) => foldString(request.q)).filter((literal) => literal !== '');
  return [...new Set(literals)].slice(0, LITERALS);
}

/** A heap has room for a third more than its budget, so that the budget ends a peer and not the heap. */
async function measureApart(task: PeerTask): Promise<PeerResult> {
  const flags = [`--max-old-space-size=${Math.round((4 / 3) * task.heap)}`];
  const path = join(here, 'peers', 'run-peer.ts');
  const { stdout } = await promisify(execFile)(process.execPath, [...process.execArgv, ...flags, path, JSON.stringify(task)], {
    maxBuffer: MB,
  });
  return peerResultSchema.parse(JSON.parse(stdout.trimEnd().split('\n').at(-1) ?? ''));
}

const percent = (share: number): string => `${show(100 * share)} %`;

/** A peer that did not take everything in says how far it came; one that was too slow for all literals, how many it was asked. */
function rowOf({ name, use, taken, built, searched }: PeerResult, documents: number, literals: number): string[] {
  const size = built.size === null ? 'none' : show(built.size);
  const indexing = `${show(built.seconds)} (${show(built.processor)})`;
  if (searched === null) {
    const stopped = `stopped after ${taken.toLocaleString('en-US')} of ${documents.toLocaleString('en-US')} documents`;
    return [name, `${use}; ${stopped}`, indexing, show(built.peak), size, '–', '–', '–', '–', '–'];
  }
  const asked = searched.literals < literals ? `; ${searched.literals} literals` : '';
  const { p50, p95, processor, recall, precision } = searched;
  const times = [p50, p95, processor].map(show);
  return [name, use + asked, indexing, show(built.peak), size, ...times, percent(recall), percent(precision)];
}
