import type { Candidate } from '../engine/engine.ts';

/** A place of the result with those that stand under it. */
export interface Group<T> {
  readonly best: T;
  readonly similar: readonly T[];
}

/**
 * Puts near-identical places of one report under the first of them; the order of the firsts stays. Two places are near-identical when they are of
 * one kind, hold the same words in the same order and the same figures other than zero: the same statement repeated in another section, the same row
 * printed in another table. Punctuation, list numbers and zeros do not count. A place with another figure is never hidden.
 */
export function groupNearIdentical<T extends { readonly candidate: Candidate }>(ranked: readonly T[]): Group<T>[] {
  const groups = new Map<string, { best: T; similar: T[] }>();
  for (const one of ranked) {
    const key = likenessOf(one.candidate);
    const group = groups.get(key);
    if (group) group.similar.push(one);
    else groups.set(key, { best: one, similar: [] });
  }
  return [...groups.values()];
}

// 12. or (三) or 5、 before the words, but not the 1. of 1.36
const LIST_NUMBER = /^\(?(?:\d{1,3}|[一二三四五六七八九十]{1,3})(?:[、)]|\.(?!\d))/;
// 35549.61, -12.5, but 2023 and 2024 of 2023-2024
const FIGURE = /(?:(?<!\d)-)?\d+(?:\.\d+)*/g;
// 0, 0.00
const ZERO = /^-?0(?:\.0+)?$/;
// 公务接待费 of “公务接待费:35549.61”
const LETTERS = /\p{L}+/gu;

function likenessOf({ report, kind, text }: Candidate): string {
  const words = text.replace(LIST_NUMBER, '');
  const letters = words.match(LETTERS) ?? [];
  const figures = (words.match(FIGURE) ?? []).filter((figure) => !ZERO.test(figure));
  return [report, kind, letters.join(''), ...new Set(figures)].join(' ');
}
