import { decided } from '../src/archive/decided.ts';
import { nameOf, reportIdOf } from '../src/archive/names.ts';
import type { Decision, SourceRecord } from '../src/archive/record.ts';
import type { Issue } from '../src/model/issue.ts';
import type { Report } from '../src/model/report.ts';
import type { SummedUp } from './prepare-report.ts';

/** What is known of a source beside its content. `sameTextAs`: ids of other reports with the same text; `issues`: doubts that concern several sources. */
export interface Surroundings {
  readonly decisions: readonly Decision[];
  readonly sameTextAs: readonly string[];
  readonly issues: readonly Issue[];
  readonly indexedAt: string;
}

/** A prepared source becomes a report: a person's corrections over what was read, provenance, files. */
export function makeReport(record: SourceRecord, prepared: Omit<SummedUp, 'seconds'>, around: Surroundings): Report {
  const { correct, provenance, supersedes, supersededBy } = decided(around.decisions);
  const identity = correct(prepared.identity);
  return {
    id: reportIdOf(record.sha256),
    file: nameOf(record),
    title: identity.title?.value ?? null,
    department: identity.department?.value ?? null,
    district: identity.district?.value ?? null,
    city: identity.city?.value ?? null,
    year: identity.year?.value ?? null,
    reportKind: identity.reportKind?.value ?? null,
    scope: identity.scope?.value ?? null,
    sha256: record.sha256,
    bytes: record.bytes,
    characters: prepared.text.text.length,
    pages: prepared.text.pages?.length ?? null,
    passages: prepared.passages,
    rows: prepared.rows,
    facts: prepared.facts,
    indexedAt: around.indexedAt,
    textSha256: prepared.reading.textSha256,
    reader: prepared.reading.reader,
    textOrigin: prepared.reading.textOrigin,
    status: supersededBy === null ? 'current' : 'superseded',
    supersedes,
    supersededBy,
    contains: prepared.contains,
    files: record.files.map(({ path, firstSeen }) => ({ path, firstSeen })),
    sameTextAs: around.sameTextAs,
    identity,
    provenance,
    outline: prepared.outline,
    tables: prepared.tables,
    issues: [...prepared.issues, ...around.issues],
  };
}
