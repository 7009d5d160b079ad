import type { FoundDocument } from '../engine/engine.ts';
import { assertNever } from '../errors.ts';
import type { Document } from '../model/document.ts';
import { overlaps, type Span } from '../model/span.ts';
import type { FenRange, Query, Term } from '../query/ast.ts';
import { type Folded, fold, foldString, occurrences } from '../text/normal-form.ts';
import { isStopWord } from '../text/word-weight.ts';
import type { Level } from './answer.ts';
import type { LevelledQuery } from './levels.ts';
import { isAlone } from './literal-match.ts';
import { occurrencesAlone } from './occurrences-alone.ts';
import { positiveTerms } from './positive-terms.ts';
import { statedAmounts } from './stated-amount.ts';

/** A found document with its window in normal form, made once for all terms. */
export interface OpenedDocument {
  readonly found: FoundDocument;
  readonly folded: Folded;
}

export const openDocument = (found: FoundDocument): OpenedDocument => ({
  found,
  folded: fold(found.window.text, { noise: found.window.noise, start: found.window.start }),
});

/**
 * The places of all terms of a query that begin in the document, in order, in offsets of the report. A quoted term gives every occurrence,
 * overlapping ones too; bare terms are merged where they overlap. At `words` and `any` a bare term that does not stand there as typed gives its words.
 */
export function matchSpans(opened: OpenedDocument, query: Query, levelled: LevelledQuery, level: Level): Span[] {
  const exact: Span[] = [];
  const loose: Span[] = [];
  for (const term of positiveTerms(query)) {
    if (term.kind === 'bare') loose.push(...bareSpans(opened, term, levelled, level));
    else exact.push(...termSpans(opened, term));
  }
  return distinct([...exact, ...merge(loose)]);
}

function termSpans(opened: OpenedDocument, term: Exclude<Term, { kind: 'bare' }>): Span[] {
  switch (term.kind) {
    case 'literal':
      return inside(opened, occurrences(opened.folded, foldString(term.text)));
    case 'amount':
      return amountSpans(opened, term.text, term.fen);
    default:
      return assertNever(term);
  }
}

function amountSpans(opened: OpenedDocument, text: string, range: FenRange): Span[] {
  const places = statedAmounts(opened.found.document, range);
  const printed = inside(opened, occurrencesAlone(opened.folded, foldString(text)));
  return [...places, ...printed.filter((one) => !places.some((place) => overlaps(place, one)))];
}

/** As typed; else, from level `words` on, as said in another reading; else its words, at `any` those that tell documents apart. */
function bareSpans(opened: OpenedDocument, term: Term, { readings, isInformative }: LevelledQuery, level: Level): Span[] {
  const typed = inside(opened, occurrences(opened.folded, foldString(term.text)));
  const ways = readings.get(term.at) ?? [];
  const isDepartment = ways.some(({ kind, folded }) => kind === 'gist' && folded === '');
  if (typed.length > 0 || level === 'literal' || (level === 'words' && isDepartment)) return typed;
  const said = ways.flatMap((way) => inside(opened, occurrences(opened.folded, way.folded)));
  if (said.length > 0) return said;
  const words = [...new Set(ways.flatMap((way) => way.words))];
  const telling = words.filter((word) => (level === 'any' ? isInformative(word) : !isStopWord(word)));
  return (telling.length > 0 ? telling : words).flatMap((word) => inside(opened, wordPlaces(opened.folded, word)));
}

const wordPlaces = (folded: Folded, word: string): Span[] => (isAlone(word) ? occurrencesAlone(folded, word) : occurrences(folded, word));

/** Those that begin in the document: each occurrence of a report stands in exactly one. */
const inside = ({ found: { document } }: OpenedDocument, spans: readonly Span[]): Span[] =>
  spans.filter((span) => span.start >= document.start && span.start < document.end);

const byPlace = (a: Span, b: Span): number => a.start - b.start || a.end - b.end;

/** Joins what overlaps. */
function merge(spans: readonly Span[]): Span[] {
  const merged: Span[] = [];
  for (const span of [...spans].sort(byPlace)) {
    const last = merged.at(-1);
    if (last && overlaps(last, span)) merged[merged.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
    else merged.push(span);
  }
  return merged;
}

function distinct(spans: readonly Span[]): Span[] {
  return [...spans].sort(byPlace).filter((span, n, all) => n === 0 || all[n - 1]?.start !== span.start || all[n - 1]?.end !== span.end);
}

/** From a range of the report to the same one in the document's own text (noise left out), cut at its end. */
export function rangesOfText(document: Document): (range: Span) => Span {
  const place = textOffsets(document);
  return ({ start, end }) => ({ start: place(start), end: place(Math.min(end, document.end)) });
}

/** From an offset of the report to one of the document's text. An offset in noise is where the noise was taken out. */
function textOffsets({ spans }: Document): (offset: number) => number {
  return (offset) => {
    let before = 0;
    for (const span of spans) {
      if (offset <= span.end) return before + Math.max(0, offset - span.start);
      before += span.end - span.start;
    }
    return before;
  };
}

/** How many printed, noise-free units of the normal form follow the document in its window. */
export function unitsAfter({ found, folded }: OpenedDocument): number {
  let after = 0;
  for (let at = folded.from.length - 1; at >= 0 && (folded.from[at] ?? 0) >= found.document.end; at--) after++;
  return after;
}
