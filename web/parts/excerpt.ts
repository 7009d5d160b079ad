import { joinLines } from './join-lines.ts';

/** A piece of a shown text: `marked` pieces are what was found, a figure is kept whole, a gap stands where something was left out. */
export type Piece =
  | { readonly kind: 'text'; readonly text: string; readonly marked: boolean }
  | { readonly kind: 'figure'; readonly index: number; readonly pieces: readonly Piece[] }
  | { readonly kind: 'gap' };
export type Range = readonly [start: number, end: number];

const WHOLE_BELOW = 360;
const CONTEXT = 100;
/** A sentence that begins nearer to what was found says too little of it. */
const NEAREST = 20;
const SENTENCE = /[。；\n]/;
const CLAUSE = /[，、：]/;
const DIGIT = /[\d.,]/;

/**
 * A text with its marks; a long one is cut to what stands around them, at the ends of sentences or clauses where they are near, and never inside a figure.
 * `figures` are in order, and so are the highlights, which may overlap.
 */
export function excerpt(text: string, highlights: readonly Range[], figures: readonly Range[] = []): readonly Piece[] {
  const kept = text.length <= WHOLE_BELOW ? [[0, text.length] as const] : around(text, highlights, figures);
  const pieces: Piece[] = [];
  let done = 0;
  for (const [start, end] of kept) {
    if (start > done) pieces.push({ kind: 'gap' });
    pieces.push(...cutAtFigures(text, [start, end], highlights, figures));
    done = end;
  }
  if (done < text.length) pieces.push({ kind: 'gap' });
  return pieces;
}

function cutAtFigures(text: string, [start, end]: Range, highlights: readonly Range[], figures: readonly Range[]): readonly Piece[] {
  const pieces: Piece[] = [];
  let at = start;
  for (const [index, [from, to]] of figures.entries()) {
    if (from < at || to > end) continue;
    pieces.push(...cut(text, [at, from], highlights), { kind: 'figure', index, pieces: cut(text, [from, to], highlights) });
    at = to;
  }
  return [...pieces, ...cut(text, [at, end], highlights)];
}

/** The range cut at the edges of the highlights, lines joined. Highlights are in order and may overlap. */
export function cut(text: string, [start, end]: Range, highlights: readonly Range[]): readonly Piece[] {
  const pieces: Piece[] = [];
  let at = start;
  const push = (to: number, marked: boolean) => {
    if (to > at) pieces.push({ kind: 'text', text: joinLines(text.slice(at, to)), marked });
    at = Math.max(at, to);
  };
  for (const [from, to] of highlights) {
    if (to <= at || from >= end) continue;
    push(from, false);
    push(Math.min(to, end), true);
  }
  push(end, false);
  return pieces;
}

function around(text: string, highlights: readonly Range[], figures: readonly Range[]): readonly Range[] {
  const wanted = highlights.length === 0 ? [[0, 0] as const] : highlights;
  const kept: [number, number][] = [];
  for (const [from, to] of wanted) {
    const start = wholeFrom(text, startBefore(text, from), figures);
    const end = wholeTo(text, endAfter(text, to, highlights.length === 0 ? WHOLE_BELOW : CONTEXT), figures);
    const last = kept.at(-1);
    if (last !== undefined && start <= last[1]) last[1] = Math.max(last[1], end);
    else kept.push([start, end]);
  }
  return kept;
}

/** The start of the sentence; where that is far or too near, the first start of a clause in reach. */
function startBefore(text: string, at: number): number {
  const far = Math.max(0, at - CONTEXT);
  let sentence = at;
  while (sentence > far && !SENTENCE.test(text[sentence - 1] ?? '')) sentence--;
  if (sentence > far && at - sentence >= NEAREST) return sentence;
  if (far === 0) return 0;
  for (let clause = far; clause <= at - NEAREST; clause++) if (CLAUSE.test(text[clause - 1] ?? '')) return clause;
  return far;
}

/** The first end of a sentence in reach, but not at once; else the last end of a clause. */
function endAfter(text: string, at: number, room: number): number {
  const far = Math.min(text.length, at + room);
  const near = at + Math.floor(room / 3);
  for (let end = near; end < far; end++) if (SENTENCE.test(text[end - 1] ?? '')) return end;
  if (far === text.length) return far;
  for (let end = far; end > near; end--) if (CLAUSE.test(text[end - 1] ?? '')) return end;
  return far;
}

/** The nearest offset, this one or before it, that cuts no figure, number or character. */
function wholeFrom(text: string, offset: number, figures: readonly Range[]): number {
  const at = figures.find(([start, end]) => start < offset && offset < end)?.[0] ?? offset;
  let whole = at;
  while (isInside(text, whole)) whole--;
  return whole;
}

/** The nearest such offset, this one or after it. */
function wholeTo(text: string, offset: number, figures: readonly Range[]): number {
  const at = figures.find(([start, end]) => start < offset && offset < end)?.[1] ?? offset;
  let whole = at;
  while (isInside(text, whole)) whole++;
  return whole;
}

/** Whether the offset lies inside a printed number or a character of two code units. */
const isInside = (text: string, offset: number): boolean =>
  isLowSurrogate(text, offset) || (DIGIT.test(text[offset - 1] ?? '') && DIGIT.test(text[offset] ?? ''));

const isLowSurrogate = (text: string, at: number): boolean => {
  const unit = text.charCodeAt(at);
  return unit >= 0xdc00 && unit <= 0xdfff;
};
