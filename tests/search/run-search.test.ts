import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '../../src/engine/engine.ts';
import { filterFacets } from '../../src/search/request.ts';
import { foldString } from '../../src/text/normal-form.ts';
import { ask, askAll, request, requestOf } from './ask.ts';
import { seeded, seededReports } from './seeded-reports.ts';
import { openSmallIndex, storeLines } from './small-index.ts';

const reports = seededReports(7, 8, 60).map(storeLines);
const textOf = new Map(reports.map(({ report, text }) => [report.id, text.text]));
const documents = reports.flatMap((stored) =>
  stored.documents.map(({ document, folded }) => ({ document, folded, report: stored.report })),
);

let engine: Engine;
let close: () => Promise<void>;
beforeAll(async () => {
  ({ engine, close } = await openSmallIndex(reports));
});
afterAll(() => close());

const queries = [
  '"纾困贷款"',
  '纾困 贷款',
  '贴息 | 物业',
  '公务用车 -购置费',
  '"科学技术，招商"',
  '科学技术招商引资',
  '企业补贴',
  '',
  '500000元',
  '5 00000 元 | 纾困',
];

describe('runSearch', () => {
  it.each(queries)('finds for %j on all pages as many hits as it says, each once', async (q) => {
    const answer = await ask(engine, { q });
    const hits = await askAll(engine, { q, size: 7 });
    expect(hits.length).toBe(answer.total);
    expect(new Set(hits.map(({ id }) => id)).size).toBe(answer.total);
    expect(answer.levels[answer.level]).toBe(answer.total);
    expect(answer.exact).toBe(true);
  });

  it('finds a quoted text in exactly the documents in which it begins, with every place of it', async () => {
    const random = seeded(11);
    for (let n = 0; n < 300; n++) {
      const { report, document } = documents[random(documents.length)] ?? {};
      const text = textOf.get(report?.id ?? '') ?? '';
      const start = (document?.start ?? 0) + random((document?.end ?? 1) - (document?.start ?? 0));
      const typed = text.slice(start, start + 1 + random(12)).replace(/["“”]/g, '');
      const needle = foldString(typed);
      if (needle === '') continue;
      const hits = await askAll(engine, { q: `"${typed}"` });
      const found = hits.flatMap(({ report: { id }, source }) => source.matches.map(([from, to]) => ({ id, from, to })));
      for (const { id, from, to } of found) expect(foldString(textOf.get(id)?.slice(from, to) ?? '')).toBe(needle);
      const expected = reports.reduce((sum, { text: { text: whole } }) => sum + countOverlapping(foldString(whole), needle), 0);
      expect(found.length, typed).toBe(expected);
      expect(new Set(found.map((place) => JSON.stringify(place))).size).toBe(found.length);
      for (const { source } of hits) for (const [from] of source.matches) expect(from >= source.start && from < source.end).toBe(true);
    }
  });

  it('puts highlights where the matches are', async () => {
    for (const q of queries) {
      for (const { text, highlights, source, report } of await askAll(engine, { q })) {
        expect(highlights.length).toBe(source.matches.length);
        highlights.forEach(([from, to], n) => {
          const [start = 0, end = 0] = source.matches[n] ?? [];
          expect(foldString(text.slice(from, to))).toBe(foldString(textOf.get(report.id)?.slice(start, Math.min(end, source.end)) ?? ''));
        });
      }
    }
  });

  it('gives every hit a place, but for queries that name none', async () => {
    for (const q of queries.filter((one) => one !== '')) {
      for (const match of ['literal', 'words', 'any'] as const) {
        for (const hit of await askAll(engine, { q, match }))
          expect(hit.source.matches.length, `${q} ${match} ${hit.text}`).toBeGreaterThan(0);
      }
    }
  });

  it('takes each level into the next, and puts those of a higher level first', async () => {
    for (const q of ['科学技术招商引资', '公务用车 购置费', '企业补贴资金']) {
      const { levels } = await ask(engine, { q });
      expect(levels.literal <= levels.words && levels.words <= levels.any).toBe(true);
      const order = (await askAll(engine, { q, match: 'any' })).map(({ level }) => ['literal', 'words', 'any'].indexOf(level));
      expect(order).toEqual([...order].sort());
      expect(order.filter((level) => level === 0).length).toBe(levels.literal);
      expect(order.filter((level) => level <= 1).length).toBe(levels.words);
    }
  });

  it('counts every facet value as a recount without that facet', async () => {
    const chosen = { q: '支出', year: ['2023'], kind: ['passage', 'row'], category: ['-名词解释'] };
    const answer = await ask(engine, chosen);
    const readValue = {
      department: (hit: Hit) => hit.report.department,
      district: (hit: Hit) => hit.report.district,
      city: (hit: Hit) => hit.report.city,
      year: (hit: Hit) => hit.report.year,
      reportKind: (hit: Hit) => hit.report.reportKind,
      scope: (hit: Hit) => hit.report.scope,
      category: (hit: Hit) => hit.category,
      kind: (hit: Hit) => hit.kind,
      table: (hit: Hit) => hit.table,
    };
    for (const facet of filterFacets) {
      const hits = await askAll(engine, { ...chosen, [facet]: [] });
      const counts = new Map(hits.map((hit) => [readValue[facet](hit), 0]));
      for (const hit of hits) counts.set(readValue[facet](hit), (counts.get(readValue[facet](hit)) ?? 0) + 1);
      const entries = answer.facets[facet] ?? [];
      for (const { value, count } of entries) expect(count, `${facet} ${value}`).toBe(counts.get(value as never) ?? 0);
      for (const value of counts.keys())
        expect(
          entries.some((entry) => entry.value === value),
          `${facet} ${value}`,
        ).toBe(true);
    }
    expect(answer.facets.category?.find(({ value }) => value === '名词解释')).toMatchObject({ excluded: true, selected: false });
    expect(answer.facets.year?.map(({ value, selected }) => [value, selected])).toEqual([
      [2023, true],
      [2022, false],
    ]);
  });

  it('counts subjects at every level of their codes, without the filter by code', async () => {
    const hits = await askAll(engine, { q: '支出' });
    const { facets } = await ask(engine, { q: '支出', code: ['206'] });
    const under = (prefix: string) => hits.filter(({ code }) => code?.startsWith(prefix)).length;
    const science = facets.subject?.find(({ value }) => value === '206');
    expect(science).toMatchObject({ label: '科学技术支出', count: under('206'), selected: true });
    expect(science?.children?.map(({ value, count }) => [value, count]).sort()).toEqual([
      ['20601', under('20601')],
      ['20604', under('20604')],
    ]);
    expect(facets.subject?.find(({ value }) => value === null)?.count).toBe(hits.filter(({ code }) => code === null).length);
  });

  it('toggles every value of every facet: on it is chosen and its count is the total, off the search is as before', async () => {
    const start = request({ q: '支出 部门:科学', kind: ['row'], page: 2 });
    const answer = await ask(engine, start);
    for (const [facet, entries] of Object.entries(answer.facets)) {
      for (const entry of entries) {
        const next = requestOf(entry.url);
        expect(next.page).toBe(1);
        const toggled = await ask(engine, next);
        const same = toggled.facets[facet]?.find(({ value }) => value === entry.value);
        if (!entry.selected) expect(same, `${facet} ${entry.label}`).toMatchObject({ selected: true, count: entry.count });
        else expect(same?.selected ?? false).toBe(false);
        const back = await ask(engine, requestOf(same?.url ?? entry.url));
        if (same) expect([back.total, facet]).toEqual([(await ask(engine, { ...start, page: 1 })).total, facet]);
      }
    }
  });

  it('lists a chosen value that no document has, with 0', async () => {
    const { total, facets } = await ask(engine, { q: '支出', department: ['无此局'], year: ['1999'] });
    expect(total).toBe(0);
    expect(facets.department).toContainEqual(expect.objectContaining({ value: '无此局', count: 0, selected: true }));
    expect(facets.year).toContainEqual(expect.objectContaining({ value: 1999, count: 0, selected: true }));
  });

  it('compares values folded, knows documents without a value, and excludes either', async () => {
    const total = async (parameters: object) => (await ask(engine, { q: '支出', ...parameters })).total;
    const all = await total({});
    expect(await total({ year: ['２０２３'] })).toBe(await total({ year: ['2023'] }));
    expect((await total({ district: [''] })) + (await total({ district: ['-'] }))).toBe(all);
    expect((await total({ year: ['2023'] })) + (await total({ year: ['-2023'] }))).toBe(all);
    expect(await total({ year: ['2022', '2023'] })).toBe(all);
    expect((await total({ code: [''] })) + (await total({ code: ['-'] }))).toBe(all);
    expect((await total({ code: ['206'] })) + (await total({ code: ['-206'] }))).toBe(all);
  });

  it('reads filters in the query as the parameters', async () => {
    const total = async (parameters: object) => (await ask(engine, parameters)).total;
    expect(await total({ q: '支出 年度:2023 科目:206' })).toBe(await total({ q: '支出', year: ['2023'], code: ['206'] }));
    expect(await total({ q: '支出 -年度:2023' })).toBe(await total({ q: '支出', year: ['-2023'] }));
    expect(await total({ q: '支出 金额:>=100万' })).toBe(await total({ q: '支出', min: '100万元' }));
    expect(await total({ q: '支出 地区:青禾' })).toBe(await total({ q: '支出', district: ['青禾区'] }));
    expect(await total({ q: '支出 地区:云川' })).toBe(await total({ q: '支出', city: ['云川市'] }));
    expect(await total({ q: '支出 条目:表格行' })).toBe(await total({ q: '支出', kind: ['row'] }));
    const part = await ask(engine, { q: '支出 部门:青禾' });
    expect(part.query.terms).toContainEqual(
      expect.objectContaining({ kind: 'filter', text: '部门:青禾', note: expect.stringContaining('云川市青禾区财政局') }),
    );
    expect(part.facets.department?.filter(({ selected }) => selected).length).toBe(3);
  });

  it('refuses a bound that is no amount, by its name', async () => {
    await expect(ask(engine, { min: '很多' })).rejects.toMatchObject({ kind: 'invalid-input', where: 'min' });
    await expect(ask(engine, { max: 'abc' })).rejects.toMatchObject({ kind: 'invalid-input', where: 'max' });
  });

  it('finds an amount in every spelling, and none that a digit continues', async () => {
    const [first] = await askAll(engine, { q: '万元', kind: ['passage'] });
    const amount = first?.amounts.find(({ yuan }) => yuan !== null);
    const ids = async (q: string) => (await askAll(engine, { q })).map(({ id }) => id).sort();
    const expected = await ids(amount?.text ?? '');
    expect(expected).toContain(first?.id);
    expect(await ids(`${amount?.yuan}元`)).toEqual(expected);
    expect(await ids(`${amount?.yuan} 元`)).toEqual(expected);
    const shorter = (amount?.text ?? '').slice(1);
    for (const hit of await askAll(engine, { q: shorter })) {
      for (const [start] of hit.source.matches) expect(/\d$/.test(textOf.get(hit.report.id)?.slice(0, start) ?? '')).toBe(false);
    }
  });

  it('answers 2,000 terms, 10,000 characters, and every operator alone and nested', async () => {
    const hostile = [
      '决算 '.repeat(2_000),
      '纾'.repeat(10_000),
      '('.repeat(3_000),
      'a|'.repeat(500),
      '-a '.repeat(500),
      '"'.repeat(5_000),
      '-',
      '|',
      '""',
      '金额:..',
      '表:"',
      '\0',
      '\ud800',
      '部门: 年度:',
      '-"',
      '1e999',
      '9'.repeat(40),
    ];
    for (const q of hostile) {
      const answer = await ask(engine, { q });
      expect(answer.levels[answer.level]).toBe(answer.total);
      expect(answer.total > 0 || (answer.why?.reasons.length ?? 0) > 0).toBe(true);
    }
    expect((await ask(engine, { q: '支出', page: 1_000_000_000 })).hits).toEqual([]);
  });
});

type Hit = Awaited<ReturnType<typeof askAll>>[number];

function countOverlapping(text: string, needle: string): number {
  let count = 0;
  for (let at = text.indexOf(needle); at >= 0; at = text.indexOf(needle, at + 1)) count++;
  return count;
}

describe('values of a facet that fold alike', () => {
  it('are chosen one by one, each with as many hits as it says', async () => {
    const lines = [
      { text: '公务接待费 1', kind: 'row' as const, table: '“三公”经费表' },
      { text: '公务接待费 2', kind: 'row' as const, table: '三公经费表' },
      { text: '公务接待费 3', kind: 'row' as const, table: '三公经费表' },
    ];
    const { engine: own, close: shut } = await openSmallIndex([storeLines({ lines })]);
    for (const first of (await ask(own, {})).facets.table ?? []) {
      const chosen = await ask(own, requestOf(first.url));
      expect(chosen.total).toBe(first.count);
      const [other] = (chosen.facets.table ?? []).filter(({ selected }) => !selected);
      expect((await ask(own, requestOf(other?.url ?? ''))).total).toBe(3);
      const [again] = (chosen.facets.table ?? []).filter(({ selected }) => selected);
      expect(requestOf(again?.url ?? '').table).toEqual([]);
    }
    await shut();
  });
});
