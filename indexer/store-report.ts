import type { Archive } from '../src/archive/archive.ts';
import { decided } from '../src/archive/decided.ts';
import { nameOf, reportIdOf } from '../src/archive/names.ts';
import type { Decision, SourceRecord } from '../src/archive/record.ts';
import type { Engine } from '../src/engine/engine.ts';
import { ArchiveDamagedError, EngineUnavailableError } from '../src/errors.ts';
import type { Issue } from '../src/model/issue.ts';
import type { Report } from '../src/model/report.ts';
import type { Text } from '../src/model/text.ts';
import type { Catalog } from './catalog.ts';
import { makeReport } from './make-report.ts';
import type { Task } from './prepare.ts';
import type { PreparedReport } from './prepare-report.ts';
import { systemReasonOf } from './system-reasons.ts';

/** Afterwards the engine holds the report as archive and decisions have it. */
export async function storeReport(
  stores: { readonly archive: Archive; readonly engine: Engine; readonly catalog: Catalog },
  record: SourceRecord,
  prepared: PreparedReport,
): Promise<Report> {
  const { archive, engine, catalog } = stores;
  const { projection } = prepared;
  if (projection === null) throw new Error('a trial run prepares nothing that can be stored');
  const decisions = await archive.decisions(record.sha256);
  const report = makeReport(record, prepared, {
    decisions,
    sameTextAs: catalog.sameText(record).map((other) => reportIdOf(other.sha256)),
    issues: changedFileIssues(record, catalog, decisions),
    indexedAt: new Date().toISOString(),
  });
  await patiently(() => engine.replaceReport(report, projection));
  catalog.noteIndexed(record.sha256);
  return report;
}

/** How often storing is tried while the engine is locked or away; the embedded one waits 5 seconds itself at each try. */
const TRIES = 3;

async function patiently(work: () => Promise<void>): Promise<void> {
  for (let tried = 1; ; tried++)
    try {
      return await work();
    } catch (error) {
      if (tried === TRIES || !(error instanceof EngineUnavailableError) || systemReasonOf(error) !== null) throw error;
    }
}

/** Nothing is replaced by itself: when other bytes lie where a report was found before, a person decides, and until then it is a doubt. */
function changedFileIssues(record: SourceRecord, catalog: Catalog, decisions: readonly Decision[]): Issue[] {
  const { supersedes, supersededBy } = decided(decisions);
  const undecided = catalog.sameFile(record).filter(({ sha256 }) => ![supersedes, supersededBy].includes(reportIdOf(sha256)));
  return undecided.map((other) => ({
    kind: 'file-changed',
    message: `同一位置的文件（${nameOf(other)}）内容有过改变：另一份报告为 ${reportIdOf(other.sha256)}，请人工判断哪一份有效（suzhang supersede）。`,
    at: null,
  }));
}

/** What a worker needs to prepare a source from the archive alone: the frozen text where its reader is still current and it is whole, else the original. */
export async function taskFromArchive(archive: Archive, record: SourceRecord, readersName: string): Promise<Task> {
  const id = reportIdOf(record.sha256);
  const fileName = nameOf(record);
  const decisions = await archive.decisions(record.sha256);
  if (readersName.split(' ').includes(record.reading.reader)) {
    const text = await frozenText(archive, record.sha256);
    if (text !== null) return { id, fileName, source: { text, reading: record.reading }, decisions };
  }
  const original = await archive.original(record.sha256);
  if (original === null) throw new ArchiveDamagedError(`档案中没有 ${fileName}（${record.sha256}）的原文件。请重新索引该文件。`);
  return { id, fileName, source: { bytes: original.bytes }, decisions };
}

/** null also where the text is lost or damaged: the original says it again. */
async function frozenText(archive: Archive, sha256: string): Promise<Text | null> {
  try {
    return await archive.text(sha256);
  } catch (error) {
    if (error instanceof ArchiveDamagedError) return null;
    throw error;
  }
}
