import type { Piece } from './excerpt.ts';
import { type Html, html } from './html.ts';

/** Pieces as text, the found ones in <mark>. */
export const showPieces = (pieces: readonly Piece[]): Html => html`${pieces.map(showPiece)}`;

function showPiece(piece: Piece): Html {
  if (piece.kind === 'gap') return html`<span class="gap">……</span>`;
  return piece.marked ? html`<mark>${piece.text}</mark>` : html`${piece.text}`;
}
