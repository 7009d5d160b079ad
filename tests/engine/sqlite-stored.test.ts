import { expect, test } from 'vitest';
import { z } from 'zod';
import { readStored } from '../../src/engine/sqlite/sqlite-stored.ts';
import { IndexDamagedError } from '../../src/errors.ts';

const schema = z.object({ name: z.string() });

test('takes stored JSON that is no longer what was written for a damaged index', () => {
  expect(readStored(schema, '{"name":"甲"}')).toEqual({ name: '甲' });
  for (const stored of ['{"name":"\u0003', '{"name":1}', '']) expect(() => readStored(schema, stored)).toThrow(IndexDamagedError);
});
