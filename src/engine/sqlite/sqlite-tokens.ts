/**
 * How characters of the normal form are written in the full-text tables. FTS5's `ascii` tokenizer takes every byte above 0x7f as it is
 * and folds nothing, so a token is safe when it has no ASCII but letters and digits: the rest, and what UTF-8 cannot say
 * (lone surrogates), moves to the last private-use plane; characters that already live there are written as two.
 * Nothing that a person types can therefore mean anything to FTS5, and different characters stay different.
 */
const SAFE_ASCII = /^[0-9a-z]$/;
const escapeBase = 0x10f800;
const surrogateBase = escapeBase + 0x80;
const escapeMark = String.fromCodePoint(0x10ffff);
/** Where the second half of an escaped private-use character is put: among the Han characters, whose tokens FTS5 keeps as they are. */
const escapedBase = 0x4e00;

const isSurrogate = (code: number): boolean => code >= 0xd800 && code <= 0xdfff;

function encodeRare(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x80) return SAFE_ASCII.test(character) ? character : String.fromCodePoint(escapeBase + code);
  if (isSurrogate(code)) return String.fromCodePoint(surrogateBase + code - 0xd800);
  if (code >= escapeBase) return escapeMark + String.fromCodePoint(escapedBase + code - escapeBase);
  return character;
}

const ascii = Array.from({ length: 0x80 }, (_, code) => encodeRare(String.fromCharCode(code)));

/** One code point as it stands in a token. */
export function encodeCharacter(character: string): string {
  const code = character.charCodeAt(0);
  if (code < 0x80) return ascii[code] ?? encodeRare(character);
  return character.length === 1 && !isSurrogate(code) ? character : encodeRare(character);
}

/** The code points of a string, each as it stands in tokens. */
export function encodeCharacters(text: string): string[] {
  const characters = [...text];
  for (let at = 0; at < characters.length; at++) characters[at] = encodeCharacter(characters[at] ?? '');
  return characters;
}

/** FNV-1a over the UTF-16 units of a gram, never 0. Different grams may share a hash: what it finds is checked. */
export function hashGram(gram: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < gram.length; at++) hash = Math.imul(hash ^ gram.charCodeAt(at), 0x01000193);
  return hash >>> 0 || 1;
}
