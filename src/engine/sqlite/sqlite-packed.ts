import type { DocumentKind } from '../../model/block.ts';
import { documentId } from '../../model/document.ts';
import type { Candidate } from '../engine.ts';

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

/** A thousand candidates as few values. `paths` are the different ones, `path` says which is whose; so with `reports`. */
export interface PackedCandidates {
  readonly start: Uint32Array;
  readonly length: Uint32Array;
  readonly reports: readonly string[];
  readonly report: Uint32Array;
  readonly paths: readonly string[];
  readonly path: Uint32Array;
  readonly texts: PackedStrings;
  readonly labels: PackedStrings;
  readonly kinds: readonly DocumentKind[];
  readonly categories: readonly (string | null)[];
  readonly codes: readonly (string | null)[];
}

export function unpackCandidates(packed: PackedCandidates): Candidate[] {
  return packed.kinds.map((kind, index) => {
    const report = packed.reports[packed.report[index] ?? 0] ?? '';
    return {
      id: documentId(report, packed.start[index] ?? 0),
      report,
      kind,
      category: packed.categories[index] ?? null,
      code: packed.codes[index] ?? null,
      path: packed.paths[packed.path[index] ?? 0] ?? '',
      labels: stringAt(packed.labels, index),
      text: stringAt(packed.texts, index),
      length: packed.length[index] ?? 0,
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
