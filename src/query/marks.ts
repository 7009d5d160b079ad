import { firstNotBelow } from '../text/first-not-below.ts';

/** The characters of the query language, half and full width. All are single UTF-16 units. */

const quotePairs: ReadonlyMap<string, string> = new Map([
  ['"', '"'],
  ['＂', '＂'],
  ['“', '”'],
  ['”', '”'],
  ['「', '」'],
  ['『', '』'],
  ['〝', '〞'],
]);

const alternatives: ReadonlySet<string> = new Set(['|', '｜']);
const exclusions: ReadonlySet<string> = new Set(['-', '－', '﹣']);
const colons: ReadonlySet<string> = new Set([':', '：', '﹕']);

// "甲\u3000乙": white space of every width parts terms
const SPACE = /^\s$/;

export const isSpace = (character: string): boolean => SPACE.test(character);
export const isAlternative = (character: string): boolean => alternatives.has(character);
export const isExclusion = (character: string): boolean => exclusions.has(character);
export const isColon = (character: string): boolean => colons.has(character);

/** The mark that closes what `character` opens; undefined when it opens nothing. A keyboard may give ” for both. */
export const partnerOf = (character: string): string | undefined => quotePairs.get(character);

/**
 * For a text: where the next closing mark stands that ends a term (white space, `|` or the end follows it), and whether any follows at all.
 * Made once in one pass from the right, so that reading a text of nothing but quote marks stays linear.
 */
export interface Closings {
  /** The place of the first `mark` at or after `from` that ends a term; -1 when there is none. */
  ending(mark: string, from: number): number;
  /** Whether `mark` stands anywhere at or after `from`. */
  any(mark: string, from: number): boolean;
}

export function findClosings(text: string): Closings {
  const ends = new Map<string, number[]>();
  const last = new Map<string, number>();
  const marks = new Set(quotePairs.values());
  for (let at = 0; at < text.length; at++) {
    const mark = text.charAt(at);
    if (!marks.has(mark)) continue;
    last.set(mark, at);
    const next = text.charAt(at + 1);
    if (next !== '' && !isSpace(next) && !isAlternative(next)) continue;
    const known = ends.get(mark);
    if (known) known.push(at);
    else ends.set(mark, [at]);
  }
  return {
    ending: (mark, from) => firstFrom(ends.get(mark) ?? [], from),
    any: (mark, from) => (last.get(mark) ?? -1) >= from,
  };
}

/** The first of the ascending `places` at or after `from`; -1 when there is none. */
const firstFrom = (places: readonly number[], from: number): number => places[firstNotBelow(places, from)] ?? -1;
