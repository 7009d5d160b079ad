import { heldBack, wordScore } from '../bm25.ts';
import type { Columns } from './sqlite-columns.ts';
import { type LeanLabels, type LeanStore, type LeanText, startAt } from './sqlite-lean.ts';
import { smallestIndexes } from './sqlite-order.ts';
import { distinct, type PackedCandidates, packStrings } from './sqlite-packed.ts';
import type { Postings } from './sqlite-postings.ts';
import { eachMember, sizeOf } from './sqlite-sets.ts';

/**
 * Of the matched positions (in source order) the `most` best, in source order, by BM25 over the words that stand in the text.
 * FTS5's own bm25() took 140 ms for a word in 100,000 of 300,000 documents; the postings of the words are at hand from matching.
 */
export function createChooser(
  { shared }: Columns,
  postings: Postings,
): (matched: Uint32Array, words: readonly string[], most: number) => Uint32Array {
  const { length, size } = shared;
  const mean = Math.max(1, length.reduce((sum, words) => sum + words, 0) / size);
  return (matched, words, most) => {
    if (matched.length <= most) return matched;
    const keys = new Float64Array(matched.length);
    for (const word of new Set(words)) {
      if (word === '') continue;
      const set = postings.literal(word, false);
      const weight = wordScore(size, sizeOf(set));
      eachMember(matched, set, (index) => {
        keys[index] = (keys[index] ?? 0) - weight;
      });
    }
    for (let index = 0; index < keys.length; index++) keys[index] = (keys[index] ?? 0) / heldBack(length[matched[index] ?? 0] ?? 0, mean);
    return smallestIndexes(keys, most).map((index) => matched[index] ?? 0);
  };
}

/** What ranking needs of the documents at these positions. */
export function readCandidates(columns: Columns, lean: LeanStore, positions: Uint32Array): PackedCandidates {
  const all = Array.from(positions, leanReader(columns, lean));
  const path = distinct(all.map((one) => one.path));
  return {
    positions,
    paths: path.different,
    path: path.which,
    texts: packStrings(all.map(({ folded }) => folded)),
    labels: packStrings(all.map(({ labels }) => labels)),
  };
}

/** Reads what stands beside the columns, position after position: those of one report follow each other, so its strings are looked up once. */
function leanReader({ shared, reports }: Columns, lean: LeanStore) {
  let ordinal = -1;
  let base = 0;
  let text: LeanText | null = null;
  let beside: LeanLabels | null = null;
  return (position: number) => {
    const next = shared.report[position] ?? 0;
    if (next !== ordinal || text === null || beside === null) {
      const report = reports[next];
      ordinal = next;
      [base, text, beside] = [report?.base ?? 0, lean.text(report?.number ?? 0), lean.labels(report?.number ?? 0)];
    }
    const at = position - base;
    return {
      folded: text.slice(startAt(text.ends, at), text.ends[at] ?? 0),
      labels: beside.labels.slice(startAt(beside.ends, at), beside.ends[at]),
      path: beside.paths[beside.path[at] ?? 0] ?? '',
    };
  };
}
