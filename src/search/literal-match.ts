import type { Match } from '../query/ast.ts';

/** A match of a folded text, not empty. */
export const literalMatch = (folded: string, alone = false): Match => ({ kind: 'literal', folded, alone });

// 2023, 217.93, 4.6%
const NUMBER = /^\d+(?:\.\d+)*%?$/;

/** A number that is one word of several is not meant inside a longer number. */
export const isAlone = (word: string): boolean => NUMBER.test(word);

/** A match of one word of several. */
export const wordMatch = (word: string): Match => literalMatch(word, isAlone(word));
