import type { NoiseKind } from '../../src/model/block.ts';
import type { Row } from '../../src/model/row.ts';
import type { Span } from '../../src/model/span.ts';

/** A piece before it is placed under its headings. */
export type RawPiece =
  | { readonly kind: 'heading' | 'passage'; readonly spans: readonly Span[] }
  | { readonly kind: 'header' | 'row'; readonly spans: readonly Span[]; readonly table: string | null; readonly row: Row | null }
  | { readonly kind: 'noise'; readonly spans: readonly Span[]; readonly noise: Exclude<NoiseKind, 'blank'> };
