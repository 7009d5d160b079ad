import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '../../src/engine/engine.ts';
import { ask, requestOf } from './ask.ts';
import { openSmallIndex, storeLines } from './small-index.ts';

const reports = [
  storeLines({
    department: '云川市青禾区科学技术和经济信息化局',
    district: '青禾区',
    city: '云川市',
    year: 2023,
    lines: [{ text: '追加纾困贷款贴息 13.50 万元' }, { text: '公务用车购置费 0 万元' }, { text: '瞪羚企业奖励资金' }],
  }),
  storeLines({ department: '云川市财政局', city: '云川市', year: 2022, lines: [{ text: '招商引资经费 2 万元' }] }),
];

let engine: Engine;
let close: () => Promise<void>;
beforeAll(async () => {
  ({ engine, close } = await openSmallIndex(reports));
});
afterAll(() => close());

describe('an answer without hits', () => {
  it.each([
    ['a filter', { q: '纾困', year: ['2022'] }],
    ['a filter in the query', { q: '纾困 年度:2022' }],
    ['several filters', { q: '纾困', year: ['2022'], kind: ['row'], code: ['206'], min: '1亿', report: ['0000000000000000'] }],
    ['a term', { q: '"纾困" "公务用车"' }],
    ['an exclusion', { q: '"纾困" -追加' }],
    ['a level', { q: '纾困公务用车', match: 'literal' as const }],
    ['an amount', { q: '纾困 金额:>1亿' }],
    ['many terms', { q: `${'"纾困" '.repeat(30)}"没有这个"` }],
    ['a report', { q: '纾困', report: [reports[1]?.report.id ?? ''] }],
    ['letters that stand nowhere', { q: '魑魅魍魉' }],
    ['a page of a scheme that nothing fits', { q: '"甲乙丙"', department: ['无此局'] }],
  ])('says why for %s, with counts that hold', async (_, parameters) => {
    const answer = await ask(engine, parameters);
    expect(answer.total).toBe(0);
    const reasons = answer.why?.reasons ?? [];
    expect(reasons.length).toBeGreaterThan(0);
    for (const { url, count, message } of reasons) {
      if (url === null) continue;
      expect((await ask(engine, requestOf(url))).total, message).toBe(count);
    }
  });

  it('names what helps: the filter that took everything, the term that stands nowhere', async () => {
    const filtered = await ask(engine, { q: '纾困', year: ['2022'] });
    expect(filtered.why?.reasons).toContainEqual(expect.objectContaining({ kind: 'filter', count: 1 }));
    const absent = await ask(engine, { q: '"纾困" "魑魅"' });
    expect(absent.why?.reasons.map(({ message }) => message).join()).toContain('“魑魅”');
  });

  it('does not offer everything that is not excluded', async () => {
    const { why } = await ask(engine, { q: '"魑魅" -招商' });
    expect(why?.reasons.map(({ message }) => message).join()).not.toContain('去掉“魑魅”');
  });

  it('says of how many terms that stand nowhere something near was looked for', async () => {
    const { why } = await ask(engine, { q: '"魑魅" "魍魉" "饕餮" "貔貅" "麒麟" "狻猊"' });
    expect(why?.reasons).toContainEqual({ kind: 'term', message: '没有的词共 6 个，只为前 5 个找了相近的', count: null, url: null });
  });

  it('says nothing where something was found', async () => {
    expect((await ask(engine, { q: '纾困' })).why).toBeNull();
  });

  it('says that an index is empty', async () => {
    const empty = await openSmallIndex([]);
    try {
      expect((await ask(empty.engine, { q: '纾困' })).why?.reasons.map(({ kind }) => kind)).toEqual(['empty']);
      expect((await ask(empty.engine, {})).total).toBe(0);
    } finally {
      await empty.close();
    }
  });
});

describe('what was probably meant', () => {
  it('is a quoted term with its slips put right, first of all that is offered, with its real count', async () => {
    const { why } = await ask(engine, { q: '"疏困贷款贴息" -招商' });
    const offered = why?.reasons.find(({ url }) => url !== null);
    expect(offered).toMatchObject({ kind: 'spelling', message: '或许想找“纾困贷款贴息”：1 条', count: 1 });
    expect(requestOf(offered?.url ?? '').q).toBe('"纾困贷款贴息" -招商');
  });

  it('is looked for in a few terms, not in many', async () => {
    const kindsOf = async (others: readonly string[]) => {
      const { why } = await ask(engine, { q: ['疏困贷款贴息', ...others].map((text) => `"${text}"`).join(' | ') });
      return why?.reasons.map(({ kind }) => kind);
    };
    const absent = ['魑魅', '魍魉', '饕餮', '貔貅', '麒麟'];
    expect(await kindsOf(absent.slice(1))).toContain('spelling');
    expect(await kindsOf(absent)).not.toContain('spelling');
  });

  it('is the subject whose name is nearest to a term that stands nowhere', async () => {
    const { engine: own, close: shut } = await openSmallIndex([
      storeLines({ lines: [{ text: '2011308 招商引资 3', kind: 'row', code: '2011308', codeName: '招商引资' }, { text: '其他' }] }),
    ]);
    const { why } = await ask(own, { q: '"招商引进"' });
    const offered = why?.reasons.find(({ message }) => message.includes('名称相近的科目'));
    expect(offered).toMatchObject({ kind: 'term', message: '名称相近的科目 2011308 招商引资：1 条', count: 1 });
    expect((await ask(own, requestOf(offered?.url ?? ''))).total).toBe(1);
    await shut();
  });
});

describe('a code that is printed nowhere', () => {
  it('leads to what is filed under it all the same', async () => {
    const lines = [{ text: '行政运行（项）支出决算为3万元', code: '2010301', codeName: '行政运行' }, { text: '其他' }];
    const { engine: own, close: shut } = await openSmallIndex([storeLines({ lines })]);
    const { total, why } = await ask(own, { q: '2010301' });
    expect(total).toBe(0);
    expect(why?.reasons).toContainEqual(
      expect.objectContaining({ kind: 'term', message: '归入科目（不论是否印有编码） 2010301 行政运行：1 条', count: 1 }),
    );
    await shut();
  });
});

describe('a code', () => {
  it('finds the item that prints its names instead, and nothing that only has a word of them', async () => {
    const lines = [
      { text: '发展与改革事务（款）行政运行（项）。支出决算为3万元', code: '2010401', codeName: '行政运行' },
      { text: '2010401 行政运行 3', kind: 'row' as const, code: '2010401', codeName: '行政运行' },
      { text: '商贸事务（款）行政运行（项）。支出决算为1万元', code: '2011301', codeName: '行政运行' },
    ];
    const { engine: own, close: shut } = await openSmallIndex([storeLines({ lines })]);
    const { levels, query } = await ask(own, { q: '2010401' });
    expect(levels).toEqual({ literal: 1, words: 2, any: 2 });
    expect(query.terms).toEqual([{ kind: 'word', text: '2010401', note: '又称 发展与改革事务(款)行政运行' }]);
    await shut();
  });
});

describe('other readings of a term', () => {
  it.each([
    ['疏困贷款贴息', '或为 纾困贷款贴息', '纾困贷款贴息'],
    ['瞪玲企业', '或为 瞪羚企业', '瞪羚企业'],
    ['公车购置费', '又称 公务用车购置费、公务车购置费；也查 公车购置、公务用车购置、公务车购置', '公务用车购置费'],
  ])('finds %s and says %s', async (q, note, found) => {
    const answer = await ask(engine, { q });
    expect(answer.query.terms).toEqual([expect.objectContaining({ kind: 'word', text: q, note })]);
    const [first] = answer.hits;
    expect(first?.level).toBe('words');
    expect(first?.highlights.map(([from, to]) => first.text.slice(from, to))).toEqual([found]);
    expect(answer.levels.literal).toBe(0);
  });

  it('puts the reports of a department first that a term is a short name of, and says so', async () => {
    const answer = await ask(engine, { q: '科经局 费' });
    expect(answer.query.terms[0]?.note).toContain('云川市青禾区科学技术和经济信息化局');
    expect(answer.hits[0]?.report.department).toBe('云川市青禾区科学技术和经济信息化局');
  });

  it('leads with one click to the search with the slip put right, the rest as typed', async () => {
    const [first] = (await ask(engine, { q: '科经局疏困贷款 -招商', year: ['2023'] })).query.terms;
    expect(first?.meant?.text).toBe('科经局纾困贷款');
    const right = requestOf(first?.meant?.url ?? '');
    expect(right).toMatchObject({ q: '科经局纾困贷款 -招商', year: ['2023'] });
    const [plain] = (await ask(engine, { q: '疏困贷款' })).query.terms;
    const { hits, query } = await ask(engine, requestOf(plain?.meant?.url ?? ''));
    expect([hits[0]?.level, query.terms[0]?.meant]).toEqual(['literal', undefined]);
  });

  it('does not correct what is quoted or stands there', async () => {
    expect((await ask(engine, { q: '"疏困贷款贴息"' })).total).toBe(0);
    expect((await ask(engine, { q: '纾困' })).query.terms).toEqual([{ kind: 'word', text: '纾困' }]);
  });
});

describe('what would find something', () => {
  const offers = async (parameters: Parameters<typeof ask>[1]) =>
    ((await ask(engine, parameters)).why?.reasons ?? []).map(({ message, count }) => [message, count]);

  it('is, of an amount that stands nowhere, one near to it', async () => {
    expect(await offers({ q: '13.49万元' })).toEqual([
      ['收录的报告中没有“13.49万元”这个金额', 0],
      ['与“13.49万元”相差不到 1% 的金额：1 条', 1],
    ]);
    expect(await offers({ q: '99.87万元' })).toEqual([['收录的报告中没有“99.87万元”这个金额', 0]]);
  });

  it('is the department that a term names', async () => {
    expect(await offers({ q: '"青禾区科经局"' })).toContainEqual(['云川市青禾区科学技术和经济信息化局的报告：3 条', 3]);
  });

  it('is the longest part of a quoted text that stands', async () => {
    expect(await offers({ q: '"追加纾困贷款贴息 13.60 万元"' })).toContainEqual(['其中“追加纾困贷款贴息”：1 条', 1]);
  });

  it('is a term alone where none can be left out', async () => {
    expect(await offers({ q: '"纾困" "购置" "招商"' })).toEqual(
      expect.arrayContaining([
        ['只查“纾困”：1 条', 1],
        ['去掉“纾困”：0 条', 0],
      ]),
    );
  });

  it('is a wider level, and a slip put right where only literals were asked for', async () => {
    expect(await offers({ q: '疏困贷款', match: 'literal' })).toEqual([
      ['收录的报告中没有“疏困贷款”这几个字', 0],
      ['或许想找“纾困贷款”：1 条', 1],
      ['放宽为含全部关键词：1 条', 1],
      ['放宽为含任一关键词：1 条', 1],
    ]);
  });

  it('names a subject that there is not as it was typed', async () => {
    expect(await offers({ q: '纾困 科目:无此科目' })).toContainEqual(['不限科目（现为 无此科目）：1 条', 1]);
  });
});
