import type { DatabaseSync } from 'node:sqlite';
import { documentKindSchema } from '../../model/block.ts';
import type { Candidate } from '../engine.ts';
import type { Columns } from './sqlite-columns.ts';
import { anyWord } from './sqlite-compiler.ts';
import { idAt } from './sqlite-ids.ts';
import { bestIndexes } from './sqlite-order.ts';
import { bytesOf, decodeUtf16, integerOf } from './sqlite-rows.ts';

/** Of the matched positions (in source order) the `most` best by BM25 over `words`, in source order. */
export function chooseCandidates(
  db: DatabaseSync,
  columns: Columns,
  matched: Uint32Array,
  words: readonly string[],
  most: number,
): Uint32Array {
  if (matched.length <= most) return matched;
  const scores = new Float64Array(columns.shared.size);
  if (words.length > 0) {
    const read = db.prepare('select rowid, bm25(words, 1.0, 1.0, 0.5) score from words where words match ?');
    read.setReturnArrays(true);
    for (const [row, score] of read.iterate(anyWord(words)) as Iterable<readonly [number, number]>) {
      scores[columns.shared.positionOfRow[row] ?? 0] = score;
    }
  }
  const keys = Float64Array.from(matched, (position) => scores[position] ?? 0);
  return bestIndexes(keys, most)
    .map((index) => matched[index] ?? 0)
    .sort();
}

export function readCandidates(db: DatabaseSync, columns: Columns, positions: Uint32Array): Candidate[] {
  const { shared, reports, values } = columns;
  const read = db.prepare(
    'select lean.folded, lean.labels, lean.length, heading_path.folded path from lean join heading_path on heading_path.number = lean.path where row = ?',
  );
  return Array.from(positions, (position) => {
    const report = reports[shared.report[position] ?? 0];
    const row = read.get((report?.first ?? 0) + position - (report?.base ?? 0));
    return {
      id: idAt(columns, position),
      report: report?.id ?? '',
      kind: documentKindSchema.parse(values.texts.kind[shared.kind[position] ?? 0]),
      category: values.texts.category[shared.category[position] ?? 0] ?? null,
      code: values.texts.code[shared.code[position] ?? 0] ?? null,
      path: decodeUtf16(bytesOf(row?.path)),
      labels: decodeUtf16(bytesOf(row?.labels)),
      text: decodeUtf16(bytesOf(row?.folded)),
      length: integerOf(row?.length),
    };
  });
}
