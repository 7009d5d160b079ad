import { type Span, sliceSpans } from '../../../src/model/span.ts';
import { splitsPair } from '../../../src/text/surrogates.ts';
import { trimToPrinted } from '../printed.ts';

/** A passage longer than this is cut where a sentence ends, else at a comma (reports.md). In UTF-16 units. */
export const LONGEST_PASSAGE = 600;
/** Where no mark stands, it is cut here. */
export const HARD_LIMIT = 1200;

const SENTENCE_ENDS = '。；';
const CLAUSE_ENDS = '，';

/** Cuts the spans of one passage into passages of at most 1,200 units each. No character is lost but white space at the cuts. */
export function cutPassage(text: string, spans: readonly Span[]): Span[][] {
  const points = cutPoints(sliceSpans(text, spans));
  return points.length === 0 ? [[...spans]] : splitAt(text, spans, points);
}

function cutPoints(passage: string): number[] {
  const points: number[] = [];
  for (let at = 0; passage.length - at > LONGEST_PASSAGE; ) {
    at = nextCut(passage, at);
    if (at < passage.length) points.push(at);
  }
  return points;
}

function nextCut(passage: string, from: number): number {
  const soft = from + LONGEST_PASSAGE;
  const hard = Math.min(from + HARD_LIMIT, passage.length);
  return (
    afterLast(passage, from, soft, SENTENCE_ENDS) ??
    afterLast(passage, from, soft, CLAUSE_ENDS) ??
    afterFirst(passage, soft, hard, SENTENCE_ENDS + CLAUSE_ENDS) ??
    besidePairs(passage, hard)
  );
}

function afterLast(passage: string, from: number, to: number, marks: string): number | null {
  for (let at = to - 1; at > from; at--) if (marks.includes(passage.charAt(at))) return at + 1;
  return null;
}

function afterFirst(passage: string, from: number, to: number, marks: string): number | null {
  for (let at = from; at < to; at++) if (marks.includes(passage.charAt(at))) return at + 1;
  return null;
}

/** Not between the halves of a surrogate pair. */
const besidePairs = (passage: string, at: number): number => (splitsPair(passage, at) ? at - 1 : at);

/** Deals the spans out at the points, which count characters from the first span on; ends trimmed to printed characters. */
function splitAt(text: string, spans: readonly Span[], points: readonly number[]): Span[][] {
  const passages: Span[][] = [[]];
  let point = 0;
  let done = 0;
  for (const span of spans) {
    let start = span.start;
    for (; (points[point] ?? Number.POSITIVE_INFINITY) < done + span.end - span.start; point++) {
      const end = span.start + (points[point] ?? 0) - done;
      passages.at(-1)?.push({ start, end });
      passages.push([]);
      start = end;
    }
    passages.at(-1)?.push({ start, end: span.end });
    done += span.end - span.start;
    if (points[point] === done) {
      passages.push([]);
      point++;
    }
  }
  return passages.map((one) => one.flatMap((span) => trimToPrinted(text, span) ?? [])).filter((one) => one.length > 0);
}
