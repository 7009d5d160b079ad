import { expect, it } from 'vitest';
import { streamOf } from '../../../web/export/stream.ts';

it('says nothing of a taker who leaves while the next piece is being made, and makes no more', async () => {
  const errors: unknown[] = [];
  const made: string[] = [];
  const next = Promise.withResolvers<void>();
  async function* pieces() {
    for (const piece of ['一', '二', '三']) {
      if (piece === '二') await next.promise;
      made.push(piece);
      yield piece;
    }
  }
  const reader = streamOf(pieces(), (error) => errors.push(error)).getReader();
  await reader.read();
  await new Promise(setImmediate);
  const left = reader.cancel();
  next.resolve();
  await left;
  expect(errors).toEqual([]);
  expect(made).toEqual(['一', '二']);
});
