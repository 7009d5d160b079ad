import { joinLines } from './join-lines.ts';

/** A piece of a shown text: `marked` pieces are what was found, a gap stands where something was left out. */
export type Piece = { readonly kind: 'text'; readonly text: string; readonly marked: boolean } | { readonly kind: 'gap' };
export type Range = readonly [start: number, end: number];

const WHOLE_BELOW = 360;
const CONTEXT = 100;
const BREAKS = '。；\n';

/** A text with its marks; a long one is cut to what stands around them, at the ends of sentences where they are near. */
export function excerpt(text: string, highlights: readonly Range[]): readonly Piece[] {
  const kept = text.length <= WHOLE_BELOW ? [[0, text.length] as const] : around(text, highlights);
  const pieces: Piece[] = [];
  let done = 0;
  for (const [start, end] of kept) {
    if (start > done) pieces.push({ kind: 'gap' });
    pieces.push(...cut(text, [start, end], highlights));
    done = end;
  }
  if (done < text.length) pieces.push({ kind: 'gap' });
  return pieces;
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

function around(text: string, highlights: readonly Range[]): readonly Range[] {
  const wanted = highlights.length === 0 ? [[0, 0] as const] : highlights;
  const kept: [number, number][] = [];
  for (const [from, to] of wanted) {
    const start = sentenceStart(text, from);
    const end = sentenceEnd(text, to, highlights.length === 0 ? WHOLE_BELOW : CONTEXT);
    const last = kept.at(-1);
    if (last !== undefined && start <= last[1]) last[1] = Math.max(last[1], end);
    else kept.push([start, end]);
  }
  return kept;
}

function sentenceStart(text: string, at: number): number {
  const far = Math.max(0, at - CONTEXT);
  for (let start = at; start > far; start--)
    if (BREAKS.includes(text[start - 1] ?? '')) return at - start < 20 ? wordStart(text, far) : start;
  return wordStart(text, far);
}

function sentenceEnd(text: string, at: number, room: number): number {
  const far = Math.min(text.length, at + room);
  for (let end = at + Math.floor(room / 3); end < far; end++) if (BREAKS.includes(text[end - 1] ?? '')) return end;
  return isLowSurrogate(text, far) ? far + 1 : far;
}

const wordStart = (text: string, at: number): number => (isLowSurrogate(text, at) ? at - 1 : at);
const isLowSurrogate = (text: string, at: number): boolean => {
  const unit = text.charCodeAt(at);
  return unit >= 0xdc00 && unit <= 0xdfff;
};
