import type { DocumentPiece, Piece } from './outline.ts';
import type { RawPiece } from './raw-piece.ts';
import type { PlacedHeading } from './sections.ts';

/** Gives every piece the titles above it and the category of its nearest categorised section. Both lists are in order. */
export function placePieces(pieces: readonly RawPiece[], headings: readonly PlacedHeading[]): Piece[] {
  let next = 0;
  let above: PlacedHeading | null = null;
  return pieces.map((piece) => {
    const start = piece.spans[0]?.start ?? 0;
    for (let heading = headings[next]; heading && heading.heading.start <= start; heading = headings[++next]) above = heading;
    return piece.kind === 'noise' ? piece : place(piece, above);
  });
}

function place(piece: Exclude<RawPiece, { kind: 'noise' }>, above: PlacedHeading | null): DocumentPiece {
  const path = above ? (piece.kind === 'heading' ? above.path : [...above.path, above.heading.title]) : [];
  const table = 'table' in piece ? piece.table : null;
  const row = 'row' in piece ? piece.row : null;
  return { kind: piece.kind, spans: piece.spans, path, category: above?.category ?? null, table, row };
}
