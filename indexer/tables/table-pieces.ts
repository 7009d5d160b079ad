import type { Row } from '../../src/model/row.ts';
import type { Span } from '../../src/model/span.ts';
import type { MarkedLine } from '../outline/marked-line.ts';
import { printedWithout } from '../outline/printed.ts';
import type { RawPiece } from '../outline/raw-piece.ts';

/** A row with the range it takes, over one line or several. */
export interface PlacedRow extends Span {
  readonly row: Row;
}

/**
 * The pieces of the lines of a table: its rows, and as header whatever else is printed there, line by line. They tile the printed characters of the lines.
 * `rows` are sorted and disjoint; lines and rows are walked once.
 */
export function tablePieces(lines: readonly MarkedLine[], rows: readonly PlacedRow[], title: string | null, text: string): RawPiece[] {
  const pieces: RawPiece[] = [];
  const spansOf = new Map<PlacedRow, Span[]>();
  let first = 0;
  for (const line of lines) {
    while (first < rows.length && (rows[first]?.end ?? 0) <= line.start) first++;
    const inside: PlacedRow[] = [];
    for (let row = rows[first], next = first; row !== undefined && row.start < line.end; row = rows[++next]) inside.push(row);
    const holes = line.markup.length === 0 ? inside : [...line.markup, ...inside].sort((a, b) => a.start - b.start);
    for (const span of printedWithout(text, line, holes)) pieces.push({ kind: 'header', spans: [span], table: title, row: null });
    for (const row of inside) {
      const own = spansOf.get(row) ?? [];
      const range = { start: Math.max(row.start, line.start), end: Math.min(row.end, line.end) };
      own.push(...printedWithout(text, range, line.markup));
      if (!spansOf.has(row) && own.length > 0) pieces.push({ kind: 'row', spans: own, table: title, row: row.row });
      spansOf.set(row, own);
    }
  }
  return pieces.sort((a, b) => (a.spans[0]?.start ?? 0) - (b.spans[0]?.start ?? 0));
}
