import type { Span } from '../../src/model/span.ts';

/** What is marked in a shown text: the place the link names, and the other matches of the query. */
export interface Marks {
  readonly at: Span | null;
  /** In order of their start; they may overlap. */
  readonly matches: readonly Span[];
}

/** A piece of a leaf. `first` is the piece with which a marked range begins: links lead to it. */
export interface MarkedPiece {
  readonly start: number;
  readonly end: number;
  readonly mark: 'at' | 'match' | null;
  readonly first: boolean;
}

/** A span cut at the edges of the marks. The pieces tile it. */
export function cutAtMarks({ start, end }: Span, { at, matches }: Marks): readonly MarkedPiece[] {
  const near = touching(matches, start, end);
  const edges = new Set([start, end]);
  for (const span of at === null ? near : [at, ...near])
    for (const edge of [span.start, span.end]) if (edge > start && edge < end) edges.add(edge);
  const sorted = [...edges].sort((a, b) => a - b);
  return sorted.slice(1).map((to, n) => {
    const from = sorted[n] ?? start;
    if (at !== null && from >= at.start && to <= at.end) return { start: from, end: to, mark: 'at', first: from === at.start };
    const match = near.find((span) => from >= span.start && to <= span.end);
    return { start: from, end: to, mark: match === undefined ? null : 'match', first: near.some((span) => span.start === from) };
  });
}

/** Matches are sorted by start, so those before the last possible one are cut off quickly. */
function touching(matches: readonly Span[], start: number, end: number): readonly Span[] {
  return matches.filter((span) => span.start < end && span.end > start);
}
