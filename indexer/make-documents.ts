import type { Amount } from '../src/model/amount.ts';
import { type Document, documentId } from '../src/model/document.ts';
import type { Row } from '../src/model/row.ts';
import { gapsBetween, overlaps, type Span } from '../src/model/span.ts';
import type { Text } from '../src/model/text.ts';
import { readAmounts } from '../src/text/amounts.ts';
import { lineFinder } from '../src/text/line-finder.ts';
import { pageAt } from '../src/text/page-at.ts';
import type { DocumentPiece, Piece } from './outline/outline.ts';
import { cellUnit } from './tables/cell-unit.ts';

/** What searches return, in order of their start. Offsets, lines and pages are those of the text. */
export function makeDocuments(report: string, text: Text, pieces: readonly Piece[]): Document[] {
  const lineOf = lineFinder(text.text);
  return pieces
    .filter((piece) => piece.kind !== 'noise')
    .map((piece) => makeDocument(report, text, piece, lineOf))
    .sort((a, b) => a.start - b.start);
}

function makeDocument(report: string, text: Text, piece: DocumentPiece, lineOf: (offset: number) => number): Document {
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
    line: lineOf(start),
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

/** Of a row its cells, each with its unit; beside them, and in prose, what is printed with a unit of its own. */
function amountsOf(text: Text, piece: DocumentPiece, whole: Span): Amount[] {
  const cells = piece.row === null ? [] : amountsOfCells(piece.row);
  const printed = readAmounts(text.text.slice(whole.start, whole.end), { noise: gapsBetween(piece.spans), start: whole.start });
  if (cells.length === 0) return printed;
  return [...cells, ...printed.filter((amount) => !cells.some((cell) => overlaps(cell, amount)))].sort((a, b) => a.start - b.start);
}

function amountsOfCells(row: Row): Amount[] {
  return row.cells.flatMap((cell) => {
    const { text, value, yuan, start, end } = cell;
    if (value === null) return [];
    const unit = cellUnit(cell, row);
    return [{ text, value, unit, yuan: yuan?.replace(/^-/, '') ?? null, measure: null, start, end }];
  });
}
