import type { Amount } from '../src/model/amount.ts';
import { type Document, documentId } from '../src/model/document.ts';
import type { Row } from '../src/model/row.ts';
import { overlaps, type Span } from '../src/model/span.ts';
import type { Text } from '../src/model/text.ts';
import { readAmounts } from '../src/text/amounts.ts';
import { pageAt } from '../src/text/page-at.ts';
import { splitLines } from './outline/line.ts';
import type { DocumentPiece, Piece } from './outline/outline.ts';

/** What searches return, in order of their start. Offsets, lines and pages are those of the text. */
export function makeDocuments(report: string, text: Text, pieces: readonly Piece[]): Document[] {
  const lineStarts = splitLines(text.text).map((line) => line.start);
  return pieces
    .filter((piece) => piece.kind !== 'noise')
    .map((piece) => makeDocument(report, text, piece, lineStarts))
    .sort((a, b) => a.start - b.start);
}

function makeDocument(report: string, text: Text, piece: DocumentPiece, lineStarts: readonly number[]): Document {
  const start = piece.spans[0]?.start;
  const end = piece.spans.at(-1)?.end;
  if (start === undefined || end === undefined) throw new RangeError(`a ${piece.kind} of report ${report} holds no characters`);
  return {
    id: documentId(report, start),
    report,
    kind: piece.kind,
    start,
    end,
    spans: piece.spans,
    line: lastAtMost(lineStarts, start) + 1,
    page: pageAt(text.pages, start),
    path: piece.path,
    category: piece.category,
    table: piece.table,
    code: piece.row?.code ?? null,
    codeName: piece.row?.code ? piece.row.name : null,
    codeInferred: false,
    amounts: amountsOf(text, piece, { start, end }),
    row: piece.row,
  };
}

/** Of a row its cells, under the unit of its table; beside them, and in prose, what is printed with a unit of its own. */
function amountsOf(text: Text, piece: DocumentPiece, whole: Span): Amount[] {
  const cells = piece.row === null ? [] : amountsOfCells(piece.row);
  const printed = readAmounts(text.text.slice(whole.start, whole.end), { noise: gaps(piece.spans), start: whole.start });
  if (cells.length === 0) return printed;
  return [...cells, ...printed.filter((amount) => !cells.some((cell) => overlaps(cell, amount)))].sort((a, b) => a.start - b.start);
}

function amountsOfCells(row: Row): Amount[] {
  return row.cells.flatMap(({ text, value, yuan, start, end }) => {
    if (value === null) return [];
    const unit = yuan === null ? (text.trim().match(/[%％]$/)?.[0] ?? null) : (row.table?.unit ?? null);
    return [{ text, value, unit, yuan: yuan?.replace(/^-/, '') ?? null, measure: null, start, end }];
  });
}

/** What lies between the spans of a document: noise that cuts it. */
function gaps(spans: readonly Span[]): Span[] {
  return spans.slice(1).map((span, index) => ({ start: spans[index]?.end ?? span.start, end: span.start }));
}

/** Index of the last of the ascending numbers that is not above `limit`. */
function lastAtMost(ascending: readonly number[], limit: number): number {
  let low = 0;
  let high = ascending.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((ascending[middle] ?? 0) <= limit) low = middle;
    else high = middle - 1;
  }
  return low;
}
