import { stat } from 'node:fs/promises';
import type { Archive } from '../src/archive/archive.ts';
import { decided } from '../src/archive/decided.ts';
import { nameOf, reportIdOf } from '../src/archive/names.ts';
import type { SourceFile, SourceRecord } from '../src/archive/record.ts';
import type { Engine } from '../src/engine/engine.ts';
import { UnreadableSourceError } from '../src/errors.ts';
import type { Catalog } from './catalog.ts';
import type { FoundFile } from './find-files.ts';
import type { Lanes } from './lanes.ts';
import type { Manifest } from './manifest.ts';
import { isOfTheFile, lasts, type Outcome, outcome, outcomeOf } from './outcome.ts';
import type { PreparePool } from './prepare-pool.ts';
import type { PreparedReport } from './prepare-report.ts';
import { MOST_BYTES, readersName } from './read/readers.ts';
import { type FileBytes, readBytes } from './read-bytes.ts';
import type { Seen } from './seen.ts';
import { storeReport } from './store-report.ts';

/** What one run works with. `engine` null: a trial run that stores nothing. */
export interface Run {
  readonly archive: Archive;
  readonly engine: Engine | null;
  readonly catalog: Catalog;
  readonly seen: Seen;
  readonly pool: PreparePool;
  readonly lanes: Lanes;
  readonly manifest: Manifest | null;
  readonly retryFailed: boolean;
  /** Hashes under way in this run: the same bytes under two names are not read twice at once. */
  readonly underWay: Map<string, Promise<unknown>>;
}

/** What became of a file. `prepared` only where it was read anew. */
export interface Offered {
  readonly outcome: Outcome;
  readonly sha256: string | null;
  readonly prepared: PreparedReport | null;
}

/** One file's way: seen -> hashed -> known -> read -> archive -> engine. Never rejects: what fails is an outcome with its reason. */
export async function offerFile(run: Run, file: FoundFile): Promise<Offered> {
  let sha256: string | null = null;
  let size = 0;
  let mtimeMs = 0;
  try {
    ({ size, mtimeMs } = await stat(file.location));
    const seen = run.seen.hashOf(file.location, size, mtimeMs);
    sha256 = seen;
    const settled = seen === null ? null : await settledBefore(run, file, seen);
    if (settled !== null) return { outcome: settled, sha256, prepared: null };
    const offered = await run.lanes.within(size, async () => {
      const read = await readBytes(file.location, MOST_BYTES);
      sha256 = read.sha256;
      return { ...(await oneAtATime(run, read.sha256, () => offerBytes(run, file, read))), sha256: read.sha256 };
    });
    if (run.engine !== null) {
      await run.seen.note({ location: file.location, size, mtimeMs, sha256: offered.sha256 });
      await run.archive.forgetUnread(file.location);
    }
    return offered;
  } catch (error) {
    const failed = outcomeOf(error);
    const noted = await noteUnread(run, file, failed, { size, mtimeMs, sha256 }).then(() => null, outcomeOf);
    return { outcome: noted ?? failed, sha256, prepared: null };
  }
}

async function oneAtATime<T>({ underWay }: Run, sha256: string, work: () => Promise<T>): Promise<T> {
  const before = underWay.get(sha256) ?? Promise.resolve();
  const mine = before.then(work);
  const settled = mine.catch(() => undefined);
  underWay.set(sha256, settled);
  try {
    return await mine;
  } finally {
    if (underWay.get(sha256) === settled) underWay.delete(sha256);
  }
}

/** The outcome where nothing need be read: the file is a report that the engine holds, or known to be unreadable. */
async function settledBefore(run: Run, file: FoundFile, sha256: string): Promise<Outcome | null> {
  const unread = run.catalog.unreadAt(file.location);
  if (unread?.sha256 === sha256 && unread.readers === readersName && !run.retryFailed)
    return outcome(unread.reason === 'prepare-failed' ? 'failed' : 'unreadable', {
      reason: unread.reason,
      message: unread.message,
      known: true,
    });
  const record = run.catalog.source(sha256);
  if (record === null || !record.files.some(({ location }) => location === file.location)) return null;
  const { withdrawn } = decided(await run.archive.decisions(sha256));
  const report = reportIdOf(sha256);
  if (withdrawn) return outcome('withdrawn', { report, message: '此报告已被移除，不再索引。' });
  const current = run.catalog.isIndexed(sha256) && readersName.split(' ').includes(record.reading.reader);
  return current && !(await provenanceChanges(run, file, sha256)) ? outcome('unchanged', { report }) : null;
}

async function offerBytes(run: Run, file: FoundFile, read: FileBytes): Promise<Omit<Offered, 'sha256'>> {
  const settled = await settledBefore(run, file, read.sha256);
  if (settled !== null) return { outcome: settled, prepared: null };
  if (read.bytes === null) throw new UnreadableSourceError('too-large', `文件有 ${Math.ceil(read.size / 2 ** 20)} MB，超过 64 MB 的上限。`);
  const namesake = run.catalog.namesake(read.sha256);
  if (namesake !== null) throw new UnreadableSourceError('same-id', `编号与另一份报告（${nameOf(namesake)}）相同而内容不同。`);

  const before = run.catalog.source(read.sha256);
  const fileName = file.path.split('/').at(-1) ?? file.path;
  const decisions = await run.archive.decisions(read.sha256);
  const prepared = await run.pool.prepare({ id: reportIdOf(read.sha256), fileName, source: { bytes: read.bytes }, decisions });
  const status = before === null ? 'added' : before.files.some(({ location }) => location === file.location) ? 'updated' : 'duplicate';
  const newFile: SourceFile = { ...file, firstSeen: new Date().toISOString() };
  if (run.engine === null) {
    // A trial run tells the same bytes under two names as a real one would.
    run.catalog.note(before ?? { version: 1, sha256: read.sha256, bytes: read.size, files: [newFile], reading: prepared.reading });
    return { outcome: outcome(status, { report: reportIdOf(read.sha256) }), prepared };
  }
  const record = await run.archive.keep({
    sha256: read.sha256,
    bytes: read.bytes,
    file: newFile,
    reading: prepared.reading,
    text: prepared.text,
  });
  run.catalog.note(record);
  await noteProvenance(run, file, record);
  const { withdrawn } = decided(await run.archive.decisions(record.sha256));
  const report = reportIdOf(record.sha256);
  if (withdrawn) return { outcome: outcome('withdrawn', { report, message: '此报告已被移除，不再索引。' }), prepared: null };
  await storeReport({ ...run, engine: run.engine }, record, prepared);
  return { outcome: outcome(status, { report }), prepared };
}

async function provenanceChanges(run: Run, file: FoundFile, sha256: string): Promise<boolean> {
  const stated = run.manifest?.provenanceOf(file.location) ?? null;
  if (stated === null) return false;
  return JSON.stringify(decided(await run.archive.decisions(sha256)).provenance) !== JSON.stringify(stated);
}

async function noteProvenance(run: Run, file: FoundFile, { sha256 }: SourceRecord): Promise<void> {
  const provenance = run.manifest?.provenanceOf(file.location) ?? null;
  if (run.manifest === null || provenance === null || !(await provenanceChanges(run, file, sha256))) return;
  await run.archive.decide(sha256, {
    kind: 'provenance',
    at: new Date().toISOString(),
    reason: `来源清单 ${run.manifest.path}`,
    provenance,
  });
}

/** A file that gave no report is noted, where that lies in the file and not in disk or engine. Only what lasts is noted with its hash, and not tried again. */
async function noteUnread(
  run: Run,
  file: FoundFile,
  failed: Outcome,
  at: { size: number; mtimeMs: number; sha256: string | null },
): Promise<void> {
  if (run.engine === null || !isOfTheFile(failed)) return;
  const sha256 = lasts(failed) ? at.sha256 : null;
  await run.archive.keepUnread({
    version: 1,
    file: file.path,
    location: file.location,
    bytes: at.size,
    mtimeMs: at.mtimeMs,
    sha256,
    reason: failed.reason ?? failed.status,
    message: failed.message ?? '',
    readers: readersName,
    at: new Date().toISOString(),
  });
  if (sha256 !== null) await run.seen.note({ location: file.location, size: at.size, mtimeMs: at.mtimeMs, sha256 });
}
