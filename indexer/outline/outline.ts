import type { DocumentKind, NoiseKind } from '../../src/model/block.ts';
import type { Category } from '../../src/model/category.ts';
import type { Issue } from '../../src/model/issue.ts';
import type { Row } from '../../src/model/row.ts';
import type { Section } from '../../src/model/section.ts';
import type { Span } from '../../src/model/span.ts';
import type { Table } from '../../src/model/table.ts';

/**
 * A report taken apart: pieces in order of their start, sections, tables, doubts.
 * The spans of all pieces are disjoint and hold every printed character of the text; what lies between them is white space.
 */
export interface Outline {
  readonly pieces: readonly Piece[];
  readonly sections: readonly Section[];
  readonly tables: readonly Table[];
  readonly issues: readonly Issue[];
}

export type Piece = DocumentPiece | NoisePiece;

/** What becomes a document. Spans begin and end on printed characters; several where noise cuts it. `path` are the titles of the headings above it. */
export interface DocumentPiece {
  readonly kind: DocumentKind;
  readonly spans: readonly Span[];
  readonly path: readonly string[];
  readonly category: Category | null;
  /** Title of the table it belongs to, white space dropped. */
  readonly table: string | null;
  readonly row: Row | null;
}

export interface NoisePiece {
  readonly kind: 'noise';
  readonly noise: Exclude<NoiseKind, 'blank'>;
  readonly spans: readonly Span[];
}
