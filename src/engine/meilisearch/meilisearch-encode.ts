import { createHash } from 'node:crypto';
import { isSurrogate } from '../../text/surrogates.ts';

/**
 * How strings are written where Meilisearch compares them. It folds filter values itself (NFKD, lower case, trimmed) and takes no lone surrogates,
 * so a character that it would change is written as two of a private-use plane; characters that live there are written as two as well.
 * Different strings therefore stay different, and what comes back is what was stored.
 */
const escapeHigh = 0xf0000;
const escapeLow = 0xf1000;
const lowBits = 0xfff;

/** What stands for "no such value". No encoded character begins like it. */
const missing = '\u{f2000}';

/** What stands for the empty string, which the server finds nowhere. */
const empty = '\u{f2002}';

/** What stands before the digest of a value that is too long to be compared (Meilisearch cuts facet values at 468 bytes). */
const longMark = '\u{f2001}';
const longestBytes = 400;

const hasPlane = /[\u{f0000}-\u{fffff}]/u;
const MARK = /^\p{M}$/u;
const SPACE = /^\s$/u;
/** Han, digits and small letters, which nothing changes; nearly all characters. */
const PLAIN = /^[\u4e00-\u9fff0-9a-z]*$/;

function encodeRare(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  const stays =
    !isSurrogate(code) &&
    !hasPlane.test(character) &&
    !MARK.test(character) &&
    !SPACE.test(character) &&
    code > 0x20 &&
    character.normalize('NFKD') === character &&
    character.toLowerCase() === character;
  return stays ? character : escaped(code);
}

const escaped = (code: number): string => String.fromCodePoint(escapeHigh + (code >> 12), escapeLow + (code & lowBits));

const known = new Map<string, string>();
const mostKnown = 100_000;

function encodeCharacter(character: string): string {
  const found = known.get(character);
  if (found !== undefined) return found;
  const made = PLAIN.test(character) ? character : encodeRare(character);
  if (known.size < mostKnown) known.set(character, made);
  return made;
}

/** The code points of a string, each as it stands in grams. */
export function encodeCharacters(text: string): string[] {
  const characters = [...text];
  for (let at = 0; at < characters.length; at++) characters[at] = encodeCharacter(characters[at] ?? '');
  return characters;
}

/** A string as it is compared. */
export const encodeText = (text: string): string => (PLAIN.test(text) ? text : encodeCharacters(text).join(''));

/** A string as it is stored where nothing compares it: only lone surrogates and the plane of the escapes are rewritten. */
export const encodeStored = (text: string): string =>
  text.isWellFormed() && !hasPlane.test(text)
    ? text
    : [...text]
        .map((one) => (hasPlane.test(one) || isSurrogate(one.codePointAt(0) ?? 0) ? escaped(one.codePointAt(0) ?? 0) : one))
        .join('');

/** The way back from encodeText and encodeStored. */
export function decodeText(encoded: string): string {
  if (!hasPlane.test(encoded)) return encoded;
  const characters = [...encoded];
  let text = '';
  for (let at = 0; at < characters.length; at++) {
    const code = characters[at]?.codePointAt(0) ?? 0;
    if (code < escapeHigh || code >= escapeLow) {
      text += characters[at];
      continue;
    }
    const low = characters[++at]?.codePointAt(0) ?? escapeLow;
    text += String.fromCodePoint(((code - escapeHigh) << 12) | (low - escapeLow));
  }
  return text;
}

/** A facet value as it is compared. Of a long one only its digest is; who stores it keeps the value itself beside. */
export function encodeValue(value: string | null): string {
  if (value === null) return missing;
  if (value === '') return empty;
  const encoded = encodeText(value);
  return isLong(encoded) ? longMark + digest(value) : encoded;
}

const digest = (text: string): string => createHash('sha256').update(text, 'utf16le').digest('hex');

const isLong = (encoded: string): boolean => encoded.length > longestBytes / 4 && Buffer.byteLength(encoded) > longestBytes;

/** The way back; `long` are the values of this index that are too long to be compared, by their encoded form. */
export function decodeValue(encoded: string, long: ReadonlyMap<string, string>): string | null {
  if (encoded === missing) return null;
  if (encoded === empty) return '';
  return encoded.startsWith(longMark) ? (long.get(encoded) ?? encoded) : decodeText(encoded);
}

/** Between strings that are stored as one. No encoded character is it, and encodeStored leaves none of its plane. */
const border = '\u{f2003}';

/** Encoded strings as one. */
export const joinEncoded = (parts: readonly string[]): string => parts.join(border);
export const partEncoded = (joined: string): string[] => joined.split(border);

export const isLongValue = (encoded: string): boolean => encoded.startsWith(longMark);
