import { describe, expect, it } from 'vitest';
import {
  decodeText,
  decodeValue,
  encodeCharacters,
  encodeStored,
  encodeText,
  encodeValue,
  isLongValue,
} from '../../../src/engine/meilisearch/meilisearch-encode.ts';
import { seeded } from '../../support/seeded.ts';
import { hostileText } from '../../support/texts.ts';

/** What Meilisearch does to filter values before it compares them. */
const asServer = (value: string) => value.trim().normalize('NFKD').toLowerCase();

const samples = Array.from({ length: 2_000 }, (_, seed) => hostileText(seeded(seed), 1 + (seed % 12)));

describe('encoded strings', () => {
  it('come back as they were, and are the same to the server', () => {
    for (const text of samples) {
      const encoded = encodeText(text);
      expect(decodeText(encoded)).toBe(text);
      expect(asServer(encoded)).toBe(encoded);
      expect(encoded.isWellFormed()).toBe(true);
    }
  });

  it('are different for different strings', () => {
    expect(new Set(samples.map(encodeText)).size).toBe(new Set(samples).size);
  });

  it('are made character by character, so that grams of encoded characters are encoded grams', () => {
    for (const text of samples) expect(encodeCharacters(text)).toEqual([...text].map(encodeText));
  });

  it('stay as they are where nothing would change them', () => {
    for (const plain of ['财政拨款', '2060499', 'ab', '(类)', '12.5%', '甲、乙。']) expect(encodeText(plain)).toBe(plain);
  });

  it('are well formed where they are only stored', () => {
    for (const text of samples) {
      expect(encodeStored(text).isWellFormed()).toBe(true);
      expect(decodeText(encodeStored(text))).toBe(text);
    }
  });
});

describe('encoded facet values', () => {
  const none: ReadonlyMap<string, string> = new Map();

  it('tell a missing value from every string, also from the empty one', () => {
    const values = [null, '', ' ', 'null', '\u{f2000}', '\u{f2002}', 'Ａ', 'A', 'a'];
    const encoded = values.map(encodeValue);
    expect(new Set(encoded).size).toBe(values.length);
    expect(encoded.map((value) => decodeValue(value, none))).toEqual(values);
    expect(encoded).not.toContain('');
  });

  it('are a digest where they are longer than what the server compares', () => {
    const [one, other] = [`${'长'.repeat(200)}甲`, `${'长'.repeat(200)}乙`];
    const encoded = encodeValue(one);
    expect(isLongValue(encoded)).toBe(true);
    expect(Buffer.byteLength(encoded)).toBeLessThan(468);
    expect(encodeValue(other)).not.toBe(encoded);
    expect(decodeValue(encoded, new Map([[encoded, one]]))).toBe(one);
  });
});
