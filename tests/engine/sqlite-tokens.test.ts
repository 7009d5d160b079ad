import { expect, test } from 'vitest';
import { characterOf, encodeCharacters, tokenCode } from '../../src/engine/sqlite/sqlite-tokens.ts';

const codePoints = 0x110000;
// What FTS5's ascii tokenizer takes as it is, and UTF-8 can say.
const SAFE = /^[0-9a-z\u{80}-\u{10ffff}]+$/u;

test('every code point, halves of pairs too, stands in tokens as something of its own that FTS5 takes as it is', () => {
  const tokens = new Set<string>();
  for (let code = 0; code < codePoints; code++) {
    const token = characterOf(tokenCode(code));
    tokens.add(token);
    if ((code < 0x80 || code >= 0xd800) && !(SAFE.test(token) && token.isWellFormed())) expect.fail(`${code.toString(16)} is ${token}`);
  }
  expect(tokens.size).toBe(codePoints);
});

test('halves of pairs and characters that live where escapes do are written as two', () => {
  expect(encodeCharacters('\udf80')).not.toEqual(encodeCharacters('\u{10f800}'));
  expect(encodeCharacters('\udf7f\udfff\u{10ffff}').map((token) => [...token].length)).toEqual([2, 2, 2]);
});
