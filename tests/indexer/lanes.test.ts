import { setImmediate } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { openLanes } from '../../indexer/lanes.ts';

const MB = 2 ** 20;

describe('lanes', () => {
  it('begin their work in order, and end when all of it is done', async () => {
    const begun: number[] = [];
    let done = 0;
    const items = Array.from({ length: 100 }, (_, index) => index);
    await openLanes(2, 1).run(items, async (item) => {
      begun.push(item);
      await setImmediate();
      done++;
    });
    expect(begun).toEqual(items);
    expect(done).toBe(items.length);
  });

  it('let small sources go together and a large one alone, in the order in which they came', async () => {
    const lanes = openLanes(1, 1);
    const underWay = new Set<string>();
    const seen: string[][] = [];
    const go = (name: string, bytes: number) =>
      lanes.within(bytes, async () => {
        underWay.add(name);
        await setImmediate();
        seen.push([...underWay].sort());
        underWay.delete(name);
      });
    await Promise.all([go('a', MB), go('b', MB), go('large', 30 * MB), go('c', MB / 2), go('d', MB / 2)]);
    expect(seen).toEqual([['a', 'b'], ['b'], ['large'], ['c', 'd'], ['d']]);
  });

  it('go on after work that failed', async () => {
    const lanes = openLanes(1, 1);
    await expect(lanes.within(30 * MB, () => Promise.reject(new Error('torn')))).rejects.toThrow('torn');
    expect(await lanes.within(30 * MB, async () => 'next')).toBe('next');
  });
});
