import { join } from 'node:path';
import type { Archive } from '../src/archive/archive.ts';
import { nameOf } from '../src/archive/names.ts';
import type { SourceRecord } from '../src/archive/record.ts';
import type { Engine } from '../src/engine/engine.ts';
import { openCatalog } from './catalog.ts';
import { type FoundFile, findFiles } from './find-files.ts';
import { openLanes } from './lanes.ts';
import { type Ledger, openLedger } from './ledger.ts';
import type { Manifest } from './manifest.ts';
import { type Offered, offerFile, type Run } from './offer-file.ts';
import { endsTheRun, type Outcome, outcome, outcomeOf } from './outcome.ts';
import { defaultJobs, openPreparePool } from './prepare-pool.ts';
import { readersName } from './read/readers.ts';
import { openSeen } from './seen.ts';
import { stopwatch } from './stages.ts';
import { storeReport, taskFromArchive } from './store-report.ts';
import { emptySummary, type IndexSummary, reckon } from './summary.ts';

export interface IndexOptions {
  readonly archive: Archive;
  /** null: a trial run. Everything is read, nothing is stored. */
  readonly engine: Engine | null;
  /** Where `seen.ndjson` and `runs/` lie. */
  readonly data: string;
  readonly manifest?: Manifest | null;
  readonly retryFailed?: boolean;
  /** Sources prepared at once (defaultJobs). Memory is that many reports, and those on their way (lanes.ts). */
  readonly jobs?: number;
  /** Default 10 minutes. */
  readonly fileTimeoutMs?: number;
  /** Once aborted, files under way are finished and no others begun. */
  readonly signal?: AbortSignal;
  readonly onEvent?: (event: IndexEvent) => void;
}

export type IndexEvent =
  | { readonly kind: 'found'; readonly files: number; readonly ignored: number }
  | { readonly kind: 'file'; readonly file: FoundFile; readonly outcome: Outcome; readonly done: number; readonly of: number };

/**
 * Reads files and folders into archive and engine: find -> hash -> skip what is known -> read -> outline -> documents -> analyse -> archive -> engine.
 * One file's failure never stops the others; each is an outcome in the ledger. Stopped at any moment, every report is old or new, and the next run goes on.
 */
export async function indexReports(paths: readonly string[], options: IndexOptions): Promise<IndexSummary> {
  const clock = stopwatch();
  const found = await findFiles(paths);
  options.onEvent?.({ kind: 'found', files: found.files.length, ignored: found.ignored.length });

  const ledger = options.engine === null ? null : await openLedger(join(options.data, 'runs'), new Date());
  const run = await openRun(options);
  const summary = emptySummary(run.catalog.damaged, ledger?.path ?? null);
  const total = found.files.length + found.refused.length;
  const settle = (file: FoundFile, offered: Offered, seconds: number) => note({ summary, ledger, options, total }, file, offered, seconds);
  try {
    for (const { error, ...file } of found.refused) await settle(file, without(outcomeOf(error)), 0);
    for (const file of found.ignored) await settle(file, without(outcome('ignored', { reason: 'not-a-report-format' })), 0);
    const changed = await offerAll(run, found.files, { ...options, settle, stopped: () => summary.stopped !== null });
    if (summary.stopped === null) await refreshTwins(run, changed, summary);
  } finally {
    await run.pool.close();
    summary.interrupted = options.signal?.aborted ?? false;
    summary.unusedManifestLines = run.manifest?.unused() ?? [];
    summary.seconds = clock();
    await keepLedger(summary, () => ledger?.end(summary));
  }
  return summary;
}

async function openRun(options: IndexOptions): Promise<Run> {
  const jobs = options.jobs ?? defaultJobs();
  return {
    archive: options.archive,
    engine: options.engine,
    catalog: await openCatalog(options.archive, options.engine),
    seen: await openSeen(join(options.data, 'seen.ndjson')),
    pool: openPreparePool({
      jobs,
      timeoutMs: options.fileTimeoutMs ?? 600_000,
      projector: options.engine?.projector ?? null,
    }),
    manifest: options.manifest ?? null,
    retryFailed: options.retryFailed ?? false,
    lanes: openLanes(jobs, options.engine?.capabilities.writesAtOnce ?? 1),
    underWay: new Map(),
  };
}

interface Offering {
  readonly signal?: AbortSignal;
  readonly settle: (file: FoundFile, offered: Offered, seconds: number) => Promise<void>;
  readonly stopped: () => boolean;
}

/** Offers the files in order. Answers with the hashes of those that were read anew. */
async function offerAll(run: Run, files: readonly FoundFile[], { signal, settle, stopped }: Offering): Promise<Set<string>> {
  const changed = new Set<string>();
  await run.lanes.run(files, async (file) => {
    if (signal?.aborted || stopped()) return;
    const clock = stopwatch();
    const offered = await offerFile(run, file);
    if (offered.prepared !== null && offered.sha256 !== null) changed.add(offered.sha256);
    await settle(file, offered, clock());
  });
  return changed;
}

/** Reports that were stored before another with the same text, or at the same place, came: they name it too. */
async function refreshTwins(run: Run, changed: ReadonlySet<string>, summary: IndexSummary): Promise<void> {
  const { engine } = run;
  if (engine === null) return;
  const twins = new Map<string, SourceRecord>();
  for (const sha256 of changed) {
    const record = run.catalog.source(sha256);
    if (record !== null) for (const twin of run.catalog.sameText(record)) twins.set(twin.sha256, twin);
  }
  for (const twin of twins.values()) {
    if (!run.catalog.isIndexed(twin.sha256)) continue;
    try {
      await storeReport({ ...run, engine }, twin, await run.pool.prepare(await taskFromArchive(run.archive, twin, readersName)));
    } catch (error) {
      summary.problems.push({ file: nameOf(twin), ...outcomeOf(error) });
    }
  }
}

const without = (result: Outcome): Offered => ({ outcome: result, sha256: null, prepared: null });

interface Books {
  readonly summary: IndexSummary;
  readonly ledger: Ledger | null;
  readonly options: IndexOptions;
  readonly total: number;
}

async function note(
  { summary, ledger, options, total }: Books,
  file: FoundFile,
  { outcome: result, sha256, prepared }: Offered,
  seconds: number,
): Promise<void> {
  reckon(summary, file, result, prepared);
  if (endsTheRun(result)) summary.stopped ??= result.message;
  if (result.status !== 'ignored') summary.done++;
  options.onEvent?.({ kind: 'file', file, outcome: result, done: summary.done, of: total });
  await keepLedger(summary, () => ledger?.note({ file: file.path, location: file.location, sha256, seconds, ...result }));
}

/** A ledger that can no longer be written (disk full) ends the run by name; what is done stays done. */
async function keepLedger(summary: IndexSummary, write: () => Promise<void> | undefined): Promise<void> {
  try {
    await write();
  } catch (error) {
    summary.stopped ??= `运行记录无法写入：${outcomeOf(error).message}`;
  }
}
