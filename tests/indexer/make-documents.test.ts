import { existsSync, readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeBlocks } from '../../indexer/make-blocks.ts';
import { makeDocuments } from '../../indexer/make-documents.ts';
import type { Piece } from '../../indexer/outline/outline.ts';
import { outlineText } from '../../indexer/outline/outline-text.ts';
import { decode } from '../../indexer/read/decode.ts';
import { sliceSpans } from '../../src/model/span.ts';

const report = '0123456789abcdef';

/** Blocks lie side by side; documents and blocks name each other; each document's place is true of the text. */
function expectWhole(text: string, pieces: readonly Piece[]): void {
  const { blocks, noise } = makeBlocks(report, { text, pages: null }, pieces);
  const documents = makeDocuments(report, { text, pages: null }, pieces);
  let at = 0;
  for (const block of blocks) {
    expect(block.start).toBe(at);
    at = block.end;
  }
  expect(at).toBe(text.length);
  expect([...new Set(blocks.map((block) => block.document).filter((id) => id !== null))].sort()).toEqual(
    documents.map(({ id }) => id).sort(),
  );
  for (const document of documents) {
    expect(text.slice(document.start, document.end)).toBe(text.slice(document.start, document.end).trim());
    expect(document.line).toBe(text.slice(0, document.start).split('\n').length);
    expect(sliceSpans(text, document.spans)).not.toBe('');
    for (const amount of document.amounts)
      expect(text.slice(amount.start, amount.end).replace(/\s/g, '')).toContain(amount.text.replace(/\s/g, '')[0] ?? '');
  }
  for (const span of noise) expect(text.slice(span.start, span.end).trim()).not.toBe('');
}

const lines = fc.array(
  fc.constantFrom(
    '第一部分 部门概况',
    '一、收入情况',
    '（一）收入',
    '12',
    '本年收入12.5万元，',
    '合 计\t12.00\t\t3',
    '',
    '  ',
    '目录',
    '表1\t单位：万元',
    '第 3 页',
    '字',
  ),
  { maxLength: 40 },
);

describe('documents and blocks', () => {
  it('tile any text and say their place truly', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          lines.map((all) => all.join('\n')),
          fc.string({ unit: 'binary', maxLength: 200 }),
        ),
        (text) => expectWhole(text, outlineText({ text, pages: null }).pieces),
      ),
      { seed: 11, numRuns: 500 },
    );
  });

  it('give a passage cut by a page number several blocks and one document', () => {
    const text = '上半句\n3\n下半句10万\n元。\n';
    const pieces: Piece[] = [
      {
        kind: 'passage',
        spans: [
          { start: 0, end: 3 },
          { start: 6, end: 15 },
        ],
        path: [],
        category: null,
        table: null,
        row: null,
      },
      { kind: 'noise', noise: 'page-number', spans: [{ start: 4, end: 5 }] },
    ];
    expectWhole(text, pieces);
    expect(makeBlocks(report, { text, pages: null }, pieces).blocks.map((block) => [block.kind, block.start, block.end])).toEqual([
      ['passage', 0, 3],
      ['noise', 3, 4],
      ['noise', 4, 5],
      ['noise', 5, 6],
      ['passage', 6, 15],
      ['noise', 15, 16],
    ]);
    const [document] = makeDocuments(
      report,
      {
        text,
        pages: [
          { start: 0, end: 6 },
          { start: 6, end: 16 },
        ],
      },
      pieces,
    );
    expect(document).toMatchObject({ id: `${report}-0`, line: 1, page: 1, amounts: [{ yuan: '100000', start: 9, end: 14 }] });
  });

  it('name printed text that no piece holds, and refuse pieces that overlap', () => {
    const tiling = makeBlocks(report, { text: '漏掉的字', pages: null }, []);
    expect(tiling.issues).toMatchObject([{ kind: 'unplaced-text', at: { start: 0, end: 4 } }]);
    const twice: Piece = { kind: 'noise', noise: 'footer', spans: [{ start: 0, end: 2 }] };
    expect(() => makeBlocks(report, { text: '漏掉的字', pages: null }, [twice, twice])).toThrow(RangeError);
  });

  const samples = readdirSync('samples').filter((name) => name.endsWith('.txt'));
  const real = existsSync('../shared/reports') ? readdirSync('../shared/reports').filter((name) => name.endsWith('.txt')) : [];
  const tile = (file: string) => {
    const text = decode(readFileSync(file))?.text ?? '';
    expectWhole(text, outlineText({ text, pages: null }).pieces);
  };
  it.each(samples)('tile the sample %s', (name) => tile(`samples/${name}`));

  it.skipIf(real.length === 0)('tile the real reports of ../shared/reports (skipped where it is not)', () => {
    for (const name of real) tile(`../shared/reports/${name}`);
  });
});
