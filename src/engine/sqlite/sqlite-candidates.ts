import { documentKindSchema } from '../../model/block.ts';
import type { Columns } from './sqlite-columns.ts';
import { type LeanLabels, type LeanStore, type LeanText, partAt } from './sqlite-lean.ts';
import { bestIndexes } from './sqlite-order.ts';
import { distinct, type PackedCandidates, packStrings } from './sqlite-packed.ts';
import type { Postings } from './sqlite-postings.ts';
import { toList } from './sqlite-sets.ts';

/** BM25's usual constants: how soon a repeated word stops counting, and how much longer texts are held back. */
const saturation = 1.2;
const lengthShare = 0.75;

/**
 * Of the matched positions (in source order) the `most` best, in source order, by BM25 over the words that stand in the text, each counted once:
 *
 *   score = sum of ln(1 + (N - n + 0.5) / (n + 0.5)) x 2.2 / (1 + 1.2 (0.25 + 0.75 length / mean length))
 *
 * FTS5's own bm25() took 140 ms for a word in 100,000 of 300,000 documents; the postings of the words are at hand from matching.
 */
export function createChooser(
  { shared }: Columns,
  postings: Postings,
): (matched: Uint32Array, words: readonly string[], most: number) => Uint32Array {
  const { length, size } = shared;
  const mean = Math.max(1, length.reduce((sum, words) => sum + words, 0) / size);
  const heldBack = (position: number) => 1 + saturation * (1 - lengthShare + (lengthShare * (length[position] ?? 0)) / mean);
  return (matched, words, most) => {
    if (matched.length <= most) return matched;
    const weights = new Float32Array(size);
    for (const word of new Set(words)) {
      if (word === '') continue;
      const at = toList(postings.literal(word, false));
      const weight = Math.log1p((size - at.length + 0.5) / (at.length + 0.5));
      for (let index = 0; index < at.length; index++) weights[at[index] ?? 0] = (weights[at[index] ?? 0] ?? 0) + weight;
    }
    const keys = new Float64Array(matched.length);
    for (let index = 0; index < matched.length; index++) {
      const position = matched[index] ?? 0;
      keys[index] = -((weights[position] ?? 0) * (saturation + 1)) / heldBack(position);
    }
    return bestIndexes(keys, most)
      .map((index) => matched[index] ?? 0)
      .sort();
  };
}

/** What ranking needs of the documents at these positions. */
export function readCandidates(columns: Columns, lean: LeanStore, positions: Uint32Array): PackedCandidates {
  const { shared, reports, values } = columns;
  const kinds = values.texts.kind.map((kind) => (kind === null ? null : documentKindSchema.parse(kind)));
  const listed = Array.from(positions);
  const all = listed.map(leanReader(columns, lean));
  const path = distinct(all.map((one) => one.path));
  const report = distinct(listed.map((position) => reports[shared.report[position] ?? 0]?.id ?? ''));
  return {
    start: positions.map((position) => shared.start[position] ?? 0),
    length: positions.map((position) => shared.length[position] ?? 0),
    reports: report.different,
    report: report.which,
    paths: path.different,
    path: path.which,
    texts: packStrings(all.map(({ folded }) => folded)),
    labels: packStrings(all.map(({ labels }) => labels)),
    kinds: listed.map((position) => kinds[shared.kind[position] ?? 0] ?? documentKindSchema.parse(null)),
    categories: listed.map((position) => values.texts.category[shared.category[position] ?? 0] ?? null),
    codes: listed.map((position) => values.texts.code[shared.code[position] ?? 0] ?? null),
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
      folded: partAt(text.folded, text.ends, at),
      labels: partAt(beside.labels, beside.ends, at),
      path: beside.paths[beside.path[at] ?? 0] ?? '',
    };
  };
}
