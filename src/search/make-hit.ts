import type { FoundDocument } from '../engine/engine.ts';
import type { Document } from '../model/document.ts';
import type { ReportSummary } from '../model/report.ts';
import type { Row } from '../model/row.ts';
import { type Span, sliceSpans } from '../model/span.ts';
import type { Hit, HitReport, Level } from './answer.ts';
import { digestAt, placeUrl, reportUrl } from './links.ts';
import { rangesOfText } from './spans.ts';

/** What ranking and matching said of a found document. */
export interface Placed {
  readonly level: Level;
  readonly score: number;
  readonly spans: readonly Span[];
}

/** A hit as the API shows it. */
export function makeHit({ document, report, window }: FoundDocument, { level, score, spans }: Placed, base: string): Hit {
  const whole = { start: document.start, end: document.end };
  const place = spans[0] ?? whole;
  const inText = rangesOfText(document);
  return {
    id: document.id,
    kind: document.kind,
    level,
    score: round(score),
    report: hitReport(report, base),
    path: document.path,
    category: document.category,
    table: document.table,
    code: document.code,
    codeName: document.codeName,
    codeInferred: document.codeInferred,
    text: sliceSpans(
      window.text,
      document.spans.map((span) => shift(span, -window.start)),
    ),
    highlights: spans.map(inText).map(pair),
    source: {
      ...whole,
      page: document.page,
      line: document.line,
      matches: spans.map(pair),
      url: placeUrl(base, report.id, place, digestAt(window, place)),
    },
    amounts: document.amounts,
    row: document.row && hitRow(document.row, document, inText),
  };
}

const pair = ({ start, end }: Span): readonly [number, number] => [start, end];
const shift = ({ start, end }: Span, by: number): Span => ({ start: start + by, end: end + by });

const SCORE_DIGITS = 10_000;
const round = (score: number): number => Math.round(score * SCORE_DIGITS) / SCORE_DIGITS;

/** What a hit says of its report. */
export const hitReport = (report: ReportSummary, base: string): HitReport => ({
  id: report.id,
  title: report.title,
  department: report.department,
  district: report.district,
  city: report.city,
  year: report.year,
  reportKind: report.reportKind,
  scope: report.scope,
  file: report.file,
  url: reportUrl(base, report.id),
});

const hitRow = (row: Row, document: Document, inText: (range: Span) => Span): Hit['row'] => ({
  header: row.header,
  printed: row.printed.map((cell) => ({ ...cell, at: pair(inText(cell)) })),
  cells: row.cells,
  unit: row.table?.unit ?? null,
  line: document.line,
  side: row.side,
  code: row.code,
  name: row.name,
});
