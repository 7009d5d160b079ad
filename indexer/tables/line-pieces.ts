import type { Row } from '../../src/model/row.ts';
import type { Span } from '../../src/model/span.ts';
import type { MarkedLine } from '../outline/marked-line.ts';
import { printedWithout } from '../outline/printed.ts';
import type { RawPiece } from '../outline/raw-piece.ts';

/** A row with the range of its line that it takes. */
export interface PlacedRow extends Span {
  readonly row: Row;
}

/** The pieces of one printed line of a table: its rows, and as header whatever is printed between and around them. They tile its printed characters. */
export function linePieces(line: MarkedLine, rows: readonly PlacedRow[], title: string | null, text: string): RawPiece[] {
  const taken = [...line.markup, ...rows].sort((a, b) => a.start - b.start);
  const header = printedWithout(text, line, taken).map((span): RawPiece => ({ kind: 'header', spans: [span], table: title, row: null }));
  const records = rows.flatMap(({ row, ...range }): RawPiece[] => {
    const spans = printedWithout(text, range, line.markup);
    return spans.length === 0 ? [] : [{ kind: 'row', spans, table: title, row }];
  });
  return [...header, ...records].sort((a, b) => (a.spans[0]?.start ?? 0) - (b.spans[0]?.start ?? 0));
}
