import { documentKindSchema } from '../../model/block.ts';
import { documentId } from '../../model/document.ts';
import type { Candidate } from '../engine.ts';
import type { Columns } from './sqlite-columns.ts';

/** Strings as one, with where each ends: crosses between threads as quickly as one, not as a thousand. */
export interface PackedStrings {
  readonly joined: string;
  readonly ends: Uint32Array;
}

export function packStrings(strings: readonly string[]): PackedStrings {
  const ends = new Uint32Array(strings.length);
  let end = 0;
  for (let index = 0; index < strings.length; index++) {
    end += strings[index]?.length ?? 0;
    ends[index] = end;
  }
  return { joined: strings.join(''), ends };
}

const stringAt = ({ joined, ends }: PackedStrings, index: number): string => joined.slice(index === 0 ? 0 : ends[index - 1], ends[index]);

/** A thousand candidates as few values: what the columns don't hold. `paths` are the different ones, `path` says which is whose. */
export interface PackedCandidates {
  readonly positions: Uint32Array;
  readonly paths: readonly string[];
  readonly path: Uint32Array;
  readonly texts: PackedStrings;
  readonly labels: PackedStrings;
}

export function unpackCandidates({ positions, paths, path, texts, labels }: PackedCandidates, columns: Columns): Candidate[] {
  const { shared, reports, values } = columns;
  const kinds = values.texts.kind.map((kind) => (kind === null ? null : documentKindSchema.parse(kind)));
  return Array.from(positions, (position, index) => {
    const report = reports[shared.report[position] ?? 0]?.id ?? '';
    return {
      id: documentId(report, shared.start[position] ?? 0),
      report,
      kind: kinds[shared.kind[position] ?? 0] ?? documentKindSchema.parse(null),
      category: values.texts.category[shared.category[position] ?? 0] ?? null,
      code: values.texts.code[shared.code[position] ?? 0] ?? null,
      path: paths[path[index] ?? 0] ?? '',
      labels: stringAt(labels, index),
      text: stringAt(texts, index),
      length: shared.length[position] ?? 0,
    };
  });
}

/** Different values in the order they are met, and for each the number of its value. */
export function distinct(values: readonly string[]): { readonly different: readonly string[]; readonly which: Uint32Array } {
  const numbers = new Map<string, number>();
  const which = new Uint32Array(values.length);
  for (let index = 0; index < values.length; index++) {
    const value = values[index] ?? '';
    const known = numbers.get(value);
    which[index] = known ?? numbers.size;
    if (known === undefined) numbers.set(value, numbers.size);
  }
  return { different: [...numbers.keys()], which };
}
