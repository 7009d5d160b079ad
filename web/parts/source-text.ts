import type { NoiseKind } from '../../src/model/block.ts';
import type { Span } from '../../src/model/span.ts';
import type { Leaf } from '../viewer/display.ts';
import { cutAtMarks, type MarkedPiece, type Marks } from '../viewer/marks.ts';
import { type Html, html } from './html.ts';
import { lineEnds } from './join-lines.ts';
import { showYuan } from './show.ts';

/** How source text is shown: joined lines for reading, or as it stands. */
export interface SourceView {
  readonly text: string;
  readonly marks: Marks;
  readonly joinLines: boolean;
  /** The link to a place of this report. */
  readonly link: (span: Span) => string;
}

/** A leaf with its offset. Its characters are those of the source, all of them. */
export function showLeaf(view: SourceView, leaf: Leaf): Html {
  const { start, end } = leaf.span;
  if (leaf.kind === 'space' && view.joinLines) return html`<span class="w" data-start="${start}">${view.text.slice(start, end)}</span>`;
  const pieces = cutAtMarks(leaf.span, view.marks).map((piece) => showPiece(view, piece));
  if (leaf.kind === 'noise') return html`<span class="noise" data-start="${start}" title="${noiseNames[leaf.noise]}">${pieces}</span>`;
  const content = html`<span data-start="${start}">${pieces}</span>`;
  if (leaf.kind !== 'figure') return content;
  return html`<a class="figure-link" href="${view.link(leaf.span)}"${leaf.yuan === null ? '' : html` title="${showYuan(leaf.yuan)}"`}>${content}</a>`;
}

const noiseNames: Readonly<Record<NoiseKind, string>> = {
  contents: '目录',
  'page-number': '页码',
  caption: '题注',
  footer: '页脚',
  markup: '残留标记',
  blank: '空白',
  other: '非正文',
};

function showPiece(view: SourceView, { start, end, mark, first }: MarkedPiece): Html {
  const text = view.joinLines ? showJoined(view.text, { start, end }) : html`${view.text.slice(start, end)}`;
  if (mark === 'at')
    return first ? html`<mark class="at" id="at" tabindex="-1" autofocus>${text}</mark>` : html`<mark class="at">${text}</mark>`;
  if (mark === 'match') return first ? html`<mark id="m-${start}">${text}</mark>` : html`<mark>${text}</mark>`;
  return text;
}

/** The piece with the line ends inside Chinese text made invisible, not taken out. */
function showJoined(text: string, piece: Span): Html {
  const shown: Html[] = [];
  let done = piece.start;
  for (const { start, end, isSpace } of lineEnds(text, piece)) {
    if (isSpace) continue;
    shown.push(html`${text.slice(done, start)}<span class="w">${text.slice(start, end)}</span>`);
    done = end;
  }
  return html`${shown}${text.slice(done, piece.end)}`;
}
