import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, test } from 'vitest';
import { ownCopy } from '../../src/text/own-copy.ts';

describe('ownCopy', () => {
  test.each(['', '财政拨款', 'GDP 12.5%', '\ud83d 一半\udc00', '🏛️'])('has the characters of %j', (text) => {
    expect(ownCopy(text)).toBe(text);
  });

  test('keeps nothing of the report that a name was taken from', () => {
    const views = heldBy(() => reports.map((text) => text().slice(100, 130)));
    const copies = heldBy(() => reports.map((text) => ownCopy(text().slice(100, 130))));
    expect(views).toBeGreaterThan(0.9 * BYTES);
    expect(copies).toBeLessThan(0.1 * BYTES);
  });
});

/** Twenty reports of 400,000 characters, made when asked for. */
const reports = Array.from({ length: 20 }, () => () => Buffer.alloc(800_000, '预算', 'utf16le').toString('utf16le'));
const BYTES = 20 * 800_000;

/** Bytes of the heap that live on because what is made is kept. */
function heldBy(make: () => readonly string[]): number {
  setFlagsFromString('--expose-gc');
  const collect: () => void = runInNewContext('gc');
  collect();
  const before = process.memoryUsage().heapUsed;
  const kept = make();
  collect();
  const held = process.memoryUsage().heapUsed - before;
  expect(kept).toHaveLength(20);
  return held;
}
