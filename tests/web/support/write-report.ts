import { createHash } from 'node:crypto';
import type { StoredReport } from '../../../src/engine/engine.ts';
import type { Block } from '../../../src/model/block.ts';
import { type Document, documentId } from '../../../src/model/document.ts';
import type { Issue } from '../../../src/model/issue.ts';
import { provenanceNotStated, type Report } from '../../../src/model/report.ts';
import type { Row } from '../../../src/model/row.ts';
import type { Section } from '../../../src/model/section.ts';
import { analyse } from '../../../src/search/analyse.ts';

/** A report written line by line for a test, with every block and document known. No indexer takes part. */
export type Line =
  | { readonly kind: 'heading'; readonly level: number; readonly text: string }
  | { readonly kind: 'passage'; readonly text: string }
  | { readonly kind: 'noise'; readonly text: string }
  | { readonly kind: 'header'; readonly text: string }
  | { readonly kind: 'row'; readonly cells: readonly string[]; readonly code?: string; readonly name?: string };

export interface Written {
  readonly department: string;
  readonly year: number;
  readonly lines: readonly Line[];
  readonly unit?: string;
  readonly header?: readonly string[];
  readonly issues?: readonly Issue[];
  /** The table of all its rows. */
  readonly table?: { readonly label: string | null; readonly title: string };
}

const usualTable = { label: '公开03表', title: '支出决算表' };

const lineText = (line: Line): string => (line.kind === 'row' ? line.cells.join('\t') : line.text);

export function writeReport(written: Written): StoredReport {
  const text = `\uFEFF${written.lines.map(lineText).join('\n')}`;
  const sha256 = createHash('sha256').update(text).digest('hex');
  const id = sha256.slice(0, 16);
  const blocks: Block[] = [];
  const documents: Document[] = [];
  const starts: { readonly line: Line; readonly start: number; readonly end: number }[] = [];
  const blank = (start: number, end: number) => {
    if (end > start) blocks.push({ kind: 'noise', start, end, noise: 'blank', document: null });
  };
  let at = 1;
  blank(0, 1);
  for (const line of written.lines) {
    const start = at;
    const end = at + lineText(line).length;
    starts.push({ line, start, end });
    if (line.kind === 'noise') blocks.push({ kind: 'noise', start, end, noise: 'page-number', document: null });
    else {
      blocks.push({ kind: line.kind, start, end, noise: null, document: documentId(id, start) });
      documents.push(makeDocument(id, written, text, { line, start, end }));
    }
    blank(end, Math.min(end + 1, text.length));
    at = end + 1;
  }
  const report = makeReport(written, { id, sha256, text, documents, outline: outlineOf(starts, text.length) });
  const noise = blocks.filter((block) => block.kind === 'noise' && block.noise !== 'blank');
  return { report, text: { text, pages: null }, blocks, documents: analyse({ text, pages: null }, documents, noise), facts: [] };
}

interface Placed {
  readonly line: Line;
  readonly start: number;
  readonly end: number;
}

function makeDocument(report: string, written: Written, text: string, { line, start, end }: Placed): Document {
  const isTable = line.kind === 'row' || line.kind === 'header';
  const row = line.kind === 'row' ? makeRow(written, line, start) : null;
  return {
    id: documentId(report, start),
    report,
    kind: line.kind === 'noise' ? 'passage' : line.kind,
    start,
    end,
    spans: [{ start, end }],
    line: text.slice(0, start).split('\n').length,
    page: null,
    path: ['第一部分 概况'],
    category: isTable ? '决算表' : '支出',
    table: isTable ? (written.table ?? usualTable).title : null,
    code: row?.code ?? null,
    codeName: row?.name ?? null,
    codeInferred: false,
    amounts: [],
    row,
  };
}

// 2,558.02
const FIGURE = /^[\d,]+\.\d\d$/;

function makeRow({ unit = '万元', header = [], table: named = usualTable }: Written, line: Line & { kind: 'row' }, start: number): Row {
  const printed = line.cells.map((text, n) => {
    const from = start + line.cells.slice(0, n).reduce((sum, cell) => sum + cell.length + 1, 0);
    return { start: from, end: from + text.length };
  });
  const cells = line.cells.flatMap((text, n) => {
    const span = printed[n];
    if (span === undefined || !FIGURE.test(text)) return [];
    const value = text.replaceAll(',', '');
    const yuan = unit === '万元' ? `${value.replace('.', '')}00` : value;
    return [{ column: header[n] ?? '', text, value, yuan, ...span }];
  });
  const table = { index: 0, ...named, unit };
  return { table, side: null, lineNo: null, code: line.code ?? null, name: line.name ?? null, header, printed, cells, doubt: null };
}

function outlineOf(placed: readonly Placed[], length: number): readonly Section[] {
  const headings = placed.filter(({ line }) => line.kind === 'heading');
  return headings.map(({ line, start, end }, n) => {
    const level = line.kind === 'heading' ? line.level : 1;
    const next = headings.slice(n + 1).find((later) => later.line.kind === 'heading' && later.line.level <= level);
    return { title: lineText(line), level, start, headingEnd: end, end: next?.start ?? length, category: '支出' };
  });
}

interface Facts {
  readonly id: string;
  readonly sha256: string;
  readonly text: string;
  readonly documents: readonly Document[];
  readonly outline: readonly Section[];
}

function makeReport(
  { department, year, issues = [], table = usualTable, unit = '万元' }: Written,
  { id, sha256, text, documents, outline }: Facts,
): Report {
  const file = `${department}.txt`;
  const rows = documents.filter(({ kind }) => kind === 'row');
  return {
    id,
    file,
    title: `${department}${year}年度部门决算`,
    department,
    district: '云川市青禾区',
    city: '云川市',
    year,
    reportKind: '决算',
    scope: '部门汇总',
    sha256,
    bytes: Buffer.byteLength(text),
    characters: text.length,
    pages: null,
    passages: documents.filter(({ kind }) => kind === 'passage').length,
    rows: rows.length,
    facts: 0,
    indexedAt: '2026-03-09T06:05:00.000Z',
    textSha256: sha256,
    reader: 'text/1',
    textOrigin: 'native',
    status: 'current',
    supersedes: null,
    supersededBy: null,
    contains: ['说明'],
    files: [{ path: file, firstSeen: '2026-03-09T06:05:00.000Z' }],
    sameTextAs: [],
    identity: { department: { value: department, from: 'title', at: null }, year: { value: year, from: 'file-name', at: null } },
    provenance: provenanceNotStated,
    outline,
    tables: rows.length === 0 ? [] : [{ ...tableAround(documents.filter((one) => one.table !== null)), ...table, unit, rows: rows.length }],
    issues,
  };
}

/** From its heads to its last row. */
const tableAround = (documents: readonly Document[]) => ({
  status: 'present' as const,
  start: documents[0]?.start ?? null,
  end: documents.at(-1)?.end ?? null,
  columns: [],
  note: null,
});
