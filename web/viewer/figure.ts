import type { Measure } from '../../src/model/amount.ts';
import type { Document } from '../../src/model/document.ts';
import { contains, type Span } from '../../src/model/span.ts';

/** A printed figure at its place. `value` is a plain decimal in `unit`; `yuan` the same in 元, null where the unit is not money. */
export interface Figure {
  readonly span: Span;
  readonly printed: string;
  readonly value: string;
  readonly unit: string | null;
  readonly yuan: string | null;
  readonly measure: Measure | null;
  /** The heads above a cell; null in running text. */
  readonly column: string | null;
}

/** The figure of a document that a place lies in; null where there is none, or more than one. */
export function figureAt(document: Document, at: Span): Figure | null {
  return figuresOf(document).find(({ span }) => contains(span, at)) ?? null;
}

/** All figures of a document in order: the amounts of a row stand in its cells, those of running text in the sentence. */
export function figuresOf({ row, amounts }: Document): readonly Figure[] {
  if (row === null) {
    return amounts.map(({ text, value, unit, yuan, measure, start, end }) => ({
      span: { start, end },
      printed: text,
      value,
      unit,
      yuan,
      measure,
      column: null,
    }));
  }
  return row.cells.flatMap(({ column, text, value, yuan, start, end }) => {
    if (value === null || end <= start) return [];
    const unit = yuan === null ? null : (row.table?.unit ?? null);
    return [{ span: { start, end }, printed: text, value, unit, yuan, measure: null, column }];
  });
}
