import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { storeFacts } from '../compare/facts-by-hand.ts';
import { ask } from './ask.ts';
import { openSmallIndex } from './small-index.ts';

const report = storeFacts(
  {
    department: '云川市水务局',
    year: 2023,
    lines: [{ text: '泵站年初预算900万元，决算100万元。' }, { text: '泵站决算500万元。' }, { text: '泵站备用金700万元。' }],
  },
  [
    { line: 0, text: '900万元', measure: '年初预算' },
    { line: 0, text: '100万元' },
    { line: 1, text: '500万元' },
  ],
);

let index: Awaited<ReturnType<typeof openSmallIndex>>;
beforeAll(async () => {
  index = await openSmallIndex([report]);
});
afterAll(() => index.close());

const texts = async (parameters: Parameters<typeof ask>[1]) => (await ask(index.engine, parameters)).hits.map(({ text }) => text);

describe('amounts of a measure', () => {
  it('limit min and max: a budget above the bound is no final account above it', async () => {
    expect(await texts({ q: '泵站', min: '300万元' })).toHaveLength(3);
    expect(await texts({ q: '泵站', min: '300万元', measure: ['决算'] })).toEqual(['泵站决算500万元。']);
  });

  it('order hits, those without such a figure left out', async () => {
    expect((await texts({ q: '泵站', sort: '-amount' }))[0]).toContain('900万元');
    expect(await texts({ q: '泵站', sort: '-amount', measure: ['决算'] })).toEqual([
      '泵站决算500万元。',
      '泵站年初预算900万元，决算100万元。',
    ]);
  });

  it('are said in words, kept in links, and named when nothing is found', async () => {
    const none = await ask(index.engine, { q: '泵站', min: '900万元', measure: ['决算'] });
    expect(none.query.sentence).toContain('决算');
    expect(none.why?.reasons.find(({ message }) => message.includes('不限指标'))).toMatchObject({ count: 1 });
    const found = await ask(index.engine, { q: '泵站', measure: ['决算'] });
    expect(found.facets.year?.[0]?.url).toContain(`measure=${encodeURIComponent('决算')}`);
  });
});
