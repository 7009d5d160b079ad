import { isSurrogate } from '../../text/surrogates.ts';

/**
 * How characters of the normal form are written in the full-text tables. FTS5's `ascii` tokenizer takes every byte above 0x7f as it is
 * and folds nothing, so a token is safe when it has no ASCII but letters and digits: the rest moves to the end of the last private-use plane;
 * characters that already live there, and what UTF-8 cannot say (lone surrogates), are written as two.
 * Nothing that a person types can therefore mean anything to FTS5, and different characters stay different.
 */
const SAFE_ASCII = /^[0-9a-z]$/;
const escapeBase = 0x10f800;
const escapeMark = 0x10ffff;
/** Where the second of two is put: among the Han characters, whose tokens FTS5 keeps as they are. */
const escapedBase = 0x4e00;

/** The number of a character in tokens: the code point that stands for it, or from here on one more than the code points there are, for each that two stand for. */
const firstOfTwo = 0x110000;
/** Lone surrogates come behind the private-use characters. */
const firstSurrogate = firstOfTwo + 0x110000 - escapeBase;

const ascii = Uint32Array.from({ length: 0x80 }, (_, code) => (SAFE_ASCII.test(String.fromCharCode(code)) ? code : escapeBase + code));

export function tokenCode(code: number): number {
  if (code < 0x80) return ascii[code] ?? code;
  if (isSurrogate(code)) return firstSurrogate + code - 0xd800;
  return code < escapeBase ? code : firstOfTwo + code - escapeBase;
}

/** The code points that stand for a character in tokens; the second is 0 for nearly all. */
export const firstPoint = (token: number): number => (token < firstOfTwo ? token : escapeMark);
export const secondPoint = (token: number): number => (token < firstOfTwo ? 0 : escapedBase + token - firstOfTwo);

/** A character as it stands in a token. */
export const characterOf = (token: number): string =>
  token < firstOfTwo ? String.fromCodePoint(token) : String.fromCodePoint(firstPoint(token), secondPoint(token));

/** The code points of a string, each as it stands in tokens. */
export const encodeCharacters = (text: string): string[] =>
  [...text].map((character) => characterOf(tokenCode(character.codePointAt(0) ?? 0)));

/** FNV-1a over the UTF-16 units of a gram, never 0. Different grams may share a hash: what it finds is checked. */
function hashGram(gram: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < gram.length; at++) hash = Math.imul(hash ^ gram.charCodeAt(at), 0x01000193);
  return hash >>> 0 || 1;
}

/** The hash of the last character of a document and the two that follow it: what a string has in it that begins here and runs on. 0: nothing follows. */
export const edgeOf = (last: string | undefined, next: string | undefined, afterNext: string | undefined): number =>
  last === undefined || next === undefined || afterNext === undefined ? 0 : hashGram(last + next + afterNext);
