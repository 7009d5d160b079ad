import { describe, expect, it } from 'vitest';
import { packIds } from '../../src/search/packed-ids.ts';
import { seeded } from '../support/seeded.ts';

describe('packed ids', () => {
  it('come back as they were put in, however many', () => {
    const random = seeded(3);
    const ids = Array.from({ length: 5_000 }, () => `${random.pick(['00ab', 'ff-1', '9c1f00aa9c1f00aa'])}-${random.below(1_000_000_000)}`);
    const packed = packIds();
    for (let from = 0; from < ids.length; from += 700) packed.add(ids.slice(from, from + 700));
    expect(packed.size).toBe(ids.length);
    expect(packed.slice(0, ids.length)).toEqual(ids);
    expect(packed.slice(4_990, 9_000)).toEqual(ids.slice(4_990));
    expect(packed.slice(9_000, 9_010)).toEqual([]);
    expect(packed.slice(-5, -1)).toEqual([]);
  });
});
