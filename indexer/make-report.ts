import { decided } from '../src/archive/decided.ts';
import { nameOf, reportIdOf } from '../src/archive/names.ts';
import type { Decision, SourceRecord } from '../src/archive/record.ts';
import type { StoredReport } from '../src/engine/engine.ts';
import type { Category } from '../src/model/category.ts';
import type { Issue } from '../src/model/issue.ts';
import type { Report } from '../src/model/report.ts';
import type { Prepared } from './prepare.ts';

/** What is known of a source beside its content. `sameTextAs`: ids of other reports with the same text; `issues`: doubts that concern several sources. */
export interface Surroundings {
  readonly decisions: readonly Decision[];
  readonly sameTextAs: readonly string[];
  readonly issues: readonly Issue[];
  readonly indexedAt: string;
}

/** A prepared source becomes a report: a person's corrections over what was read, provenance, files. */
export function makeReport(record: SourceRecord, prepared: Prepared, around: Surroundings): StoredReport {
  const { correct, provenance, supersedes, supersededBy } = decided(around.decisions);
  const identity = correct(prepared.identity);
  const count = (kind: string) => prepared.documents.filter(({ document }) => document.kind === kind).length;
  const report: Report = {
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
    passages: count('passage'),
    rows: count('row'),
    facts: prepared.facts.length,
    indexedAt: around.indexedAt,
    textSha256: prepared.reading.textSha256,
    reader: prepared.reading.reader,
    textOrigin: prepared.reading.textOrigin,
    status: supersededBy === null ? 'current' : 'superseded',
    supersedes,
    supersededBy,
    contains: partsOf(prepared),
    files: record.files.map(({ path, firstSeen }) => ({ path, firstSeen })),
    sameTextAs: around.sameTextAs,
    identity,
    provenance,
    outline: prepared.outline,
    tables: prepared.tables,
    issues: [...prepared.issues, ...around.issues],
  };
  return { report, text: prepared.text, blocks: prepared.blocks, documents: prepared.documents, facts: prepared.facts };
}

/** Which parts a report prints: tables with rows, explanations in prose, reviews of performance. */
function partsOf({ tables, documents }: Prepared): Report['contains'] {
  const passages = documents.filter(({ document }) => document.kind === 'passage');
  const parts = {
    报表: tables.some((table) => table.status === 'present' && table.rows > 0),
    说明: passages.some(({ document }) => explained.has(document.category)),
    绩效: documents.some(({ document }) => document.category === '附件绩效' || document.category === '预算绩效'),
  } as const;
  return (['报表', '说明', '绩效'] as const).filter((part) => parts[part]);
}

const explained: ReadonlySet<Category | null> = new Set<Category>([
  '收支总体',
  '收入',
  '支出',
  '财政拨款总体',
  '一般公共预算支出',
  '基本支出',
  '“三公”经费',
  '机关运行经费',
  '政府采购',
]);
