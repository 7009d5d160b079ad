import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { prepare } from '../indexer/prepare.ts';
import { sha256Of } from '../src/archive/blobs.ts';
import { reportIdOf } from '../src/archive/names.ts';
import { foldString } from '../src/text/normal-form.ts';
import { type Corpus, openCorpus, reportsFolder } from './corpus.ts';
import { percentile, say, show, table, timed } from './figures.ts';
import { dataOf, ensureIndexed, indexIn } from './index-of.ts';
import type { BenchOptions } from './options.ts';
import type { Peer } from './peers/peer.ts';
import { hasRipgrep, ripgrepPeer } from './peers/ripgrep.ts';
import { sqlFts5Peer } from './peers/sql-fts5.ts';
import { suzhangPeer } from './peers/suzhang.ts';
import { type PeerReport, placesOf } from './peers/truth.ts';
import { drawQueries } from './queries.ts';

const here = fileURLToPath(new URL('.', import.meta.url));
const LITERALS = 100;

/** Other searches over the same documents and the same literals: time, size, and what they find of what is there. */
export async function benchPeers({ documents, seed, anew }: BenchOptions): Promise<void> {
  const corpus = await openCorpus(documents, seed);
  await ensureIndexed(corpus, anew);
  installPeers();
  const reports = await readReports(corpus);
  const literals = literalsOf(corpus, seed);
  const rows: string[][] = [];
  for (const open of await openers(corpus)) rows.push(await measurePeer(await open(), reports, literals));
  say(`${reports.flat().length.toLocaleString('en-US')} documents, ${literals.length} literals of 1 to 12 characters\n`);
  say(table(['search', 'used as', 'indexing s', 'index MB', 'p50 ms', 'p95 ms', 'recall', 'precision'], rows));
}

/** On demand, beside the benches: none of them is a dependency of the product. */
function installPeers(): void {
  if (existsSync(join(here, 'node_modules', 'minisearch'))) return;
  say('installing the peers under bench/node_modules …');
  execFileSync('npm', ['install', '--no-audit', '--no-fund', '--no-package-lock'], { cwd: here, stdio: 'inherit' });
}

async function openers(corpus: Corpus): Promise<(() => Peer | Promise<Peer>)[]> {
  const [{ minisearchPeer }, { oramaPeer }] = await Promise.all([import('./peers/minisearch.ts'), import('./peers/orama.ts')]);
  if (!hasRipgrep()) say('(no rg on PATH: ripgrep is left out)');
  return [() => suzhangPeer(indexIn(dataOf(corpus))), sqlFts5Peer, ...(hasRipgrep() ? [ripgrepPeer] : []), minisearchPeer, oramaPeer];
}

async function readReports(corpus: Corpus): Promise<PeerReport[]> {
  const folder = reportsFolder(corpus);
  const reports: PeerReport[] = [];
  for (const name of readdirSync(folder).sort()) {
    const bytes = readFileSync(join(folder, name));
    const prepared = await prepare({ id: reportIdOf(sha256Of(bytes)), fileName: name, source: { bytes } });
    const { department, year } = prepared.identity;
    const facets = { department: department?.value ?? null, year: year?.value.toString() ?? null };
    reports.push(prepared.documents.map(({ document, folded }) => ({ id: document.id, text: folded, ...facets })));
  }
  return reports;
}

function literalsOf(corpus: Corpus, seed: number): string[] {
  const drawn = drawQueries(corpus, 3 * LITERALS, seed + 7).filter(({ kind }) => kind === 'one character' || kind.endsWith('literal'));
  const literals = drawn.map(({ request }) => foldString(request.q)).filter((literal) => literal !== '');
  return [...new Set(literals)].slice(0, LITERALS);
}

async function measurePeer(peer: Peer, reports: readonly PeerReport[], literals: readonly string[]): Promise<string[]> {
  const built = await timed(() => peer.build(reports.flat()));
  const taken: number[] = [];
  let [there, found, right] = [0, 0, 0];
  await peer.first('预算');
  for (const literal of literals) {
    taken.push((await timed(() => peer.first(literal))).ms);
    const truth = placesOf(literal, reports);
    const ids = new Set(await peer.all(literal));
    there += truth.size;
    found += ids.size;
    right += [...ids].filter((id) => truth.has(id)).length;
  }
  await peer.close();
  const percent = (share: number) => `${show(100 * share)} %`;
  const indexing = peer.name.includes('Suzhang') ? 'see index' : show(built.ms / 1000);
  const size = built.result === null ? 'none' : show(built.result);
  return [
    peer.name,
    peer.use,
    indexing,
    size,
    show(percentile(taken, 0.5)),
    show(percentile(taken, 0.95)),
    percent(right / there),
    percent(right / found),
  ];
}
