import { describe, expect, it } from 'vitest';
import { readSource } from '../../../indexer/read/readers.ts';
import { UnreadableSourceError } from '../../../src/errors.ts';

const reasonOf = async (bytes: Uint8Array) =>
  readSource(bytes).then(
    () => 'read',
    (error: unknown) => (error instanceof UnreadableSourceError ? error.reason : String(error)),
  );

describe('readSource', () => {
  it('gives the decoded file untouched', async () => {
    const read = await readSource(Buffer.from('\ufeff云川市\r\n部 门 决算\n'));
    expect(read).toMatchObject({
      text: { text: '\ufeff云川市\r\n部 门 决算\n', pages: null },
      reader: 'text/2',
      encoding: 'utf-8',
      issues: [],
    });
  });

  it('ends pages at form feeds', async () => {
    const read = await readSource(Buffer.from('云川市\n1\n\f收入\n2\n\f\n'));
    expect(read.text.pages).toEqual([
      { start: 0, end: 7 },
      { start: 7, end: 14 },
    ]);
    expect((await readSource(Buffer.from('云川市\f收入'))).text.pages).toEqual([
      { start: 0, end: 4 },
      { start: 4, end: 6 },
    ]);
  });

  it.each([
    ['empty', Buffer.alloc(0)],
    ['empty', Buffer.from('\ufeff \r\n\t\u3000\n')],
    ['binary', Buffer.from('7f454c4602010100', 'hex')],
    ['binary', Buffer.alloc(5000, 1)],
    ['binary', Buffer.alloc(5000)],
    ['image', Buffer.from('89504e470d0a1a0a', 'hex')],
    ['format-not-supported-yet', Buffer.from('%PDF-1.7')],
    ['format-not-supported-yet', Buffer.from('<!doctype html><p>云川')],
  ])('refuses what is %s by name', async (reason, bytes) => {
    expect(await reasonOf(bytes)).toBe(reason);
  });

  it('names the place of lost bytes as an issue', async () => {
    const bytes = Buffer.concat([Buffer.from('云川市财政局决算说明'), Buffer.from([0xe4, 0xba])]);
    expect((await readSource(bytes)).issues).toEqual([
      { kind: 'undecodable-bytes', message: expect.any(String), at: { start: 10, end: 11 } },
    ]);
  });
});
