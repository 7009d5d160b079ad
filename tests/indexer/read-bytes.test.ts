import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ChangedWhileReadError, readBytes } from '../../indexer/read-bytes.ts';
import { sha256Of } from '../../src/archive/blobs.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'bytes-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('readBytes', () => {
  it('gives bytes and hash of a file', async () => {
    const path = join(folder, 'a.txt');
    writeFileSync(path, '云川市');
    expect(await readBytes(path, 100)).toMatchObject({ size: 9, sha256: sha256Of('云川市') });
  });

  it('hashes a file above the limit without holding it', async () => {
    const path = join(folder, 'a.txt');
    writeFileSync(path, '云川市');
    expect(await readBytes(path, 8)).toEqual({ bytes: null, size: 9, sha256: sha256Of('云川市') });
  });

  it('refuses a file that keeps changing while it is read, and says that of a missing one', async () => {
    const path = join(folder, 'a.txt');
    writeFileSync(path, Buffer.alloc(30_000_000));
    let writing = true;
    const writer = (async () => {
      while (writing) {
        appendFileSync(path, 'x');
        await new Promise((resolve) => setImmediate(resolve));
      }
    })();
    await expect(readBytes(path, 2 ** 30)).rejects.toThrow(ChangedWhileReadError);
    writing = false;
    await writer;
    await expect(readBytes(join(folder, 'b.txt'), 10)).rejects.toMatchObject({ code: 'ENOENT' });
  });
});
