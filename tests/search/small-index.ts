import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Engine, StoredReport } from '../../src/engine/engine.ts';
import { openSqliteEngine } from '../../src/engine/sqlite/sqlite-engine.ts';
import type { Block, DocumentKind } from '../../src/model/block.ts';
import type { Category } from '../../src/model/category.ts';
import { type Document, documentId } from '../../src/model/document.ts';
import { provenanceNotStated, type Report, type ReportKind, type Scope } from '../../src/model/report.ts';
import type { Span } from '../../src/model/span.ts';
import { analyse } from '../../src/search/analyse.ts';
import { readAmounts } from '../../src/text/amounts.ts';
import { PATIENT_MS } from '../support/patient.ts';
import { storeReport } from '../support/store-report.ts';

/** One line of a small report. A page number is noise; its text stands between the line before it and the one after, as one document. */
export interface Line {
  readonly text: string;
  readonly kind?: DocumentKind;
  readonly category?: Category;
  readonly table?: string;
  readonly code?: string;
  readonly codeName?: string;
  readonly path?: readonly string[];
  /** Noise in the middle of the line's text, cut out of its document: "\n17\n". */
  readonly noise?: string;
}

export interface SmallReport {
  readonly department?: string;
  readonly district?: string;
  readonly city?: string;
  readonly year?: number;
  readonly reportKind?: ReportKind;
  readonly scope?: Scope;
  readonly lines: readonly Line[];
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** A report as the indexer would hand it over, one document a line. */
export function storeLines(small: SmallReport): StoredReport {
  const text = small.lines.map((line) => line.text).join('\n');
  const id = sha256(JSON.stringify(small)).slice(0, 16);
  const noise = noiseOf(small.lines);
  const documents = documentsOf(id, small.lines, text);
  return {
    report: reportOf(id, small, text, documents),
    text: { text, pages: null },
    blocks: blocksOf(documents, text.length),
    documents: analyse({ text, pages: null }, documents, noise),
    facts: [],
  };
}

function noiseOf(lines: readonly Line[]): Span[] {
  const spans: Span[] = [];
  let start = 0;
  for (const { text, noise } of lines) {
    const at = noise === undefined ? -1 : text.indexOf(noise);
    if (noise !== undefined && at >= 0) spans.push({ start: start + at, end: start + at + noise.length });
    start += text.length + 1;
  }
  return spans;
}

function documentsOf(report: string, lines: readonly Line[], text: string): Document[] {
  let next = 0;
  return lines.map((line, n) => {
    const start = next;
    const end = start + line.text.length;
    next = end + 1;
    const inside = noiseOf(lines).filter((span) => span.start >= start && span.end <= end);
    const edges = [start, ...inside.flatMap((span) => [span.start, span.end]), end];
    const spans = edges.flatMap((edge, at) => (at % 2 === 0 ? [{ start: edge, end: edges[at + 1] ?? end }] : []));
    const row = {
      table: null,
      side: null,
      lineNo: null,
      code: line.code ?? null,
      name: line.codeName ?? null,
      header: [],
      printed: [],
      cells: [],
      doubt: null,
    };
    return {
      id: documentId(report, start),
      report,
      kind: line.kind ?? 'passage',
      start,
      end,
      spans,
      line: n + 1,
      page: null,
      path: line.path ?? [],
      category: line.category ?? null,
      table: line.table ?? null,
      code: line.code ?? null,
      codeName: line.codeName ?? null,
      codeInferred: false,
      amounts: readAmounts(text.slice(start, end), { noise: inside, start }),
      row: line.kind === 'row' ? row : null,
    };
  });
}

function blocksOf(documents: readonly Document[], length: number): Block[] {
  const blocks: Block[] = [];
  let at = 0;
  const fill = (to: number) => {
    if (to > at) blocks.push({ kind: 'noise', start: at, end: to, noise: 'blank', document: null });
  };
  for (const document of documents) {
    for (const { start, end } of document.spans) {
      if (start > document.start) blocks.push({ kind: 'noise', start: at, end: start, noise: 'page-number', document: null });
      else fill(start);
      blocks.push({ kind: document.kind, start, end, noise: null, document: document.id });
      at = end;
    }
  }
  fill(length);
  return blocks;
}

function reportOf(id: string, small: SmallReport, text: string, documents: readonly Document[]): Report {
  return {
    id,
    file: `${id}.txt`,
    title: null,
    department: small.department ?? null,
    district: small.district ?? null,
    city: small.city ?? null,
    year: small.year ?? null,
    reportKind: small.reportKind ?? null,
    scope: small.scope ?? null,
    sha256: sha256(id),
    bytes: Buffer.byteLength(text),
    characters: text.length,
    pages: null,
    passages: documents.filter((document) => document.kind === 'passage').length,
    rows: documents.filter((document) => document.kind === 'row').length,
    facts: 0,
    indexedAt: '2025-01-01T00:00:00Z',
    textSha256: sha256(text),
    reader: 'test/1',
    textOrigin: 'native',
    status: 'current',
    supersedes: null,
    supersededBy: null,
    contains: [],
    files: [],
    sameTextAs: [],
    identity: {},
    provenance: provenanceNotStated,
    outline: [],
    tables: [],
    issues: [],
  };
}

/** A real embedded engine in a temporary folder that holds the reports; `close` removes it. */
export async function openSmallIndex(
  reports: readonly StoredReport[],
): Promise<{ readonly engine: Engine; readonly close: () => Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'suzhang-search-'));
  const engine = await openSqliteEngine({ path: join(folder, 'index.sqlite'), readers: 1, limitMs: PATIENT_MS });
  for (const report of reports) await storeReport(engine, report);
  const close = async () => {
    await engine.close();
    rmSync(folder, { recursive: true, force: true });
  };
  return { engine, close };
}
