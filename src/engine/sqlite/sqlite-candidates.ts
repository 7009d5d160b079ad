import type { DatabaseSync } from 'node:sqlite';
import { documentKindSchema } from '../../model/block.ts';
import type { Candidate } from '../engine.ts';
import type { Columns } from './sqlite-columns.ts';
import { idAt } from './sqlite-ids.ts';
import { bestIndexes } from './sqlite-order.ts';
import type { Postings } from './sqlite-postings.ts';
import { bytesOf, decodeUtf16, integerOf } from './sqlite-rows.ts';
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

export function readCandidates(db: DatabaseSync, columns: Columns, positions: Uint32Array): Candidate[] {
  const { shared, reports, values } = columns;
  const read = db.prepare('select folded, labels, path from lean where row = ?');
  const readPath = db.prepare('select folded from heading_path where number = ?');
  const paths = new Map<number, string>();
  const pathOf = (number: number) => {
    const known = paths.get(number) ?? decodeUtf16(bytesOf(readPath.get(number)?.folded));
    paths.set(number, known);
    return known;
  };
  return Array.from(positions, (position) => {
    const report = reports[shared.report[position] ?? 0];
    const row = read.get((report?.first ?? 0) + position - (report?.base ?? 0));
    return {
      id: idAt(columns, position),
      report: report?.id ?? '',
      kind: documentKindSchema.parse(values.texts.kind[shared.kind[position] ?? 0]),
      category: values.texts.category[shared.category[position] ?? 0] ?? null,
      code: values.texts.code[shared.code[position] ?? 0] ?? null,
      path: pathOf(integerOf(row?.path)),
      labels: decodeUtf16(bytesOf(row?.labels)),
      text: decodeUtf16(bytesOf(row?.folded)),
      length: shared.length[position] ?? 0,
    };
  });
}
