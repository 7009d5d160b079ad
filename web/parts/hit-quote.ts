import type { Amount } from '../../src/model/amount.ts';
import type { Hit } from '../../src/search/answer.ts';
import { excerpt, type Range } from './excerpt.ts';
import type { FigureLink } from './hit-row.ts';
import { type Html, html } from './html.ts';
import { showPieces } from './marks.ts';
import { showYuan } from './show.ts';

/** Running text of a hit: what stands around the matches, each figure a link to its own characters. */
export function showHitQuote(hit: Hit, link: FigureLink): Html {
  const figures = figuresIn(hit);
  const pieces = excerpt(
    hit.text,
    hit.highlights,
    figures.map(({ at }) => at),
  );
  return html`<p class="quote">${showPieces(pieces, (index, inside) => {
    const amount = figures[index]?.amount;
    return amount === undefined ? inside : showFigure(hit, amount, link, inside);
  })}</p>`;
}

const showFigure = (hit: Hit, { start, end, text, yuan }: Amount, link: FigureLink, inside: Html): Html =>
  html`<a class="figure-link" href="${link(hit, { start, end }, text)}"${yuan === null ? '' : html` title="${showYuan(yuan)}"`}>${inside}</a>`;

interface PlacedFigure {
  readonly amount: Amount;
  /** In offsets of the hit's text. */
  readonly at: Range;
}

/** Where the amounts stand in the text of the hit. It lacks the noise of its source, so an offset is behind by as much at most; one that could be several is left out. */
function figuresIn({ text, source, amounts }: Hit): readonly PlacedFigure[] {
  const left = source.end - source.start - text.length;
  return amounts.flatMap((amount): PlacedFigure[] => {
    const latest = amount.start - source.start;
    const at = text.indexOf(amount.text, latest - left);
    const next = text.indexOf(amount.text, at + 1);
    const isSure = at >= 0 && at <= latest && (next < 0 || next > latest);
    return isSure ? [{ amount, at: [at, at + amount.text.length] }] : [];
  });
}
