import type { Piece } from './excerpt.ts';
import { type Html, html } from './html.ts';

/** Makes a figure of the text a link; `index` is its number among those that the excerpt was made with. */
export type ShowFigure = (index: number, inside: Html) => Html;

/** Pieces as text, the found ones in <mark>. */
export const showPieces = (pieces: readonly Piece[], figure: ShowFigure = (_, inside) => inside): Html =>
  html`${pieces.map((piece) => showPiece(piece, figure))}`;

function showPiece(piece: Piece, figure: ShowFigure): Html {
  if (piece.kind === 'gap') return html`<span class="gap">……</span>`;
  if (piece.kind === 'figure') return figure(piece.index, showPieces(piece.pieces));
  return piece.marked ? html`<mark>${piece.text}</mark>` : html`${piece.text}`;
}
