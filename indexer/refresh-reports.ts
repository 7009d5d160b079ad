import type { Archive } from '../src/archive/archive.ts';
import { decided } from '../src/archive/decided.ts';
import type { SourceRecord } from '../src/archive/record.ts';
import type { Engine } from '../src/engine/engine.ts';
import type { Report } from '../src/model/report.ts';
import { type Catalog, openCatalog } from './catalog.ts';
import { openLanes } from './lanes.ts';
import { endsTheRun, outcomeOf } from './outcome.ts';
import { defaultJobs, openPreparePool } from './prepare-pool.ts';
import type { PreparedReport } from './prepare-report.ts';
import { readersName } from './read/readers.ts';
import { storeReport, taskFromArchive } from './store-report.ts';

export interface RefreshOptions {
  readonly archive: Archive;
  readonly engine: Engine;
  readonly jobs?: number;
  readonly signal?: AbortSignal;
  readonly onReport?: (record: SourceRecord, done: number, of: number) => void;
}

/** What could not be refreshed, and why; the others were. */
export interface Refreshed {
  /** How many sources were asked for, withdrawn ones among them. */
  readonly wanted: number;
  readonly reports: readonly Report[];
  readonly failed: readonly { readonly record: SourceRecord; readonly error: Error }[];
  readonly catalog: Catalog;
}

/**
 * Afterwards the engine holds the sources as archive and decisions have them now. `which` null: all of them; withdrawn ones are left out.
 * Rejects where no other report could be stored either: no room, no rights, an engine that is away.
 */
export async function refreshReports(which: readonly string[] | null, options: RefreshOptions): Promise<Refreshed> {
  const { archive, engine } = options;
  const catalog = await openCatalog(archive, engine);
  const { records } = await archive.sources();
  const wanted = records.filter((record) => which === null || which.some((id) => record.sha256.startsWith(id)));
  const reports: Report[] = [];
  const failed: { record: SourceRecord; error: Error }[] = [];
  const jobs = options.jobs ?? defaultJobs();
  const pool = openPreparePool({ jobs, timeoutMs: 600_000, projector: engine.projector });
  const lanes = openLanes(jobs, engine.capabilities.writesAtOnce);
  let done = 0;
  let ended: Error | null = null;
  const refreshOne = async (record: SourceRecord) => {
    if (options.signal?.aborted || ended !== null) return;
    try {
      if (!decided(await archive.decisions(record.sha256)).withdrawn) reports.push(await lanes.within(record.bytes, () => refresh(record)));
    } catch (error) {
      const problem = error instanceof Error ? error : new Error(String(error));
      if (endsTheRun(outcomeOf(problem))) ended ??= problem;
      failed.push({ record, error: problem });
    }
    options.onReport?.(record, ++done, wanted.length);
  };
  const refresh = async (record: SourceRecord): Promise<Report> => {
    const task = await taskFromArchive(archive, record, readersName);
    const prepared = await pool.prepare(task);
    if ('bytes' in task.source) await keepReading(archive, record, task.source.bytes, prepared);
    return storeReport({ archive, engine, catalog }, record, prepared);
  };
  try {
    await lanes.run(wanted, refreshOne);
  } finally {
    await pool.close();
  }
  if (ended !== null) throw ended;
  return { wanted: wanted.length, reports, failed, catalog };
}

/** A newer reader has read the original: its text is frozen in place of the old one, which stays stored. */
async function keepReading(archive: Archive, record: SourceRecord, bytes: Uint8Array, { text, reading }: PreparedReport): Promise<void> {
  const [file] = record.files;
  if (file !== undefined) await archive.keep({ sha256: record.sha256, bytes, file, reading, text });
}
