import { expect, test } from 'vitest';
import { errorOfCode } from '../../../src/engine/meilisearch/meilisearch-errors.ts';
import { EngineUnavailableError } from '../../../src/errors.ts';

test('names a full disk also where the server only calls it internal', () => {
  // Said by 1.50.0 on a full tmpfs.
  const said = 'Error while receiving the playload. `No space left on device (os error 28)`.';
  const error = errorOfCode('http://127.0.0.1:7700', 'internal', said, null);
  expect(error).toBeInstanceOf(EngineUnavailableError);
  expect(error.message).toMatch(/磁盘已满.*请腾出空间/);
});
