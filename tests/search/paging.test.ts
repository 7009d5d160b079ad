import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AnalysedDocument, Candidate, Engine } from '../../src/engine/engine.ts';
import { parseQuery } from '../../src/query/parse.ts';
import { censusOf } from '../../src/search/census.ts';
import { rank } from '../../src/search/rank.ts';
import { makeRankQuery } from '../../src/search/rank-query.ts';
import { MOST_RANKED } from '../../src/search/tiers.ts';
import { ask, askAll } from './ask.ts';
import { seededReports } from './seeded-reports.ts';
import { openSmallIndex, storeLines } from './small-index.ts';

const reports = seededReports(21, 6, 400).map(storeLines);
const documents = reports.flatMap(({ documents: own }) => own);

let engine: Engine;
let close: () => Promise<void>;
beforeAll(async () => {
  ({ engine, close } = await openSmallIndex(reports));
});
afterAll(() => close());

/** What ranking is told of a document, made from what the indexer handed over. */
const candidates: readonly Candidate[] = documents.map(({ document, folded, words }) => ({
  id: document.id,
  report: document.report,
  kind: document.kind,
  category: document.category,
  code: document.code,
  path: '',
  labels: [document.row?.name ?? '', document.row?.code ?? ''].join(''),
  text: folded,
  length: words.text.length,
}));

describe('pages of a result', () => {
  it('hold every hit once, ranked ones before the rest in source order, however deep', async () => {
    const { total } = await ask(engine, { q: '支出', match: 'literal' });
    expect(total).toBe(reports.flatMap(({ documents: own }) => own.filter((_, index) => beginsIn(own, index, '支出'))).length);
    expect(total).toBeLessThanOrEqual(MOST_RANKED);
    const all = (await ask(engine, { q: '', size: 1 })).total;
    expect(all).toBe(documents.length);
    const many = await askAll(engine, { q: '支出 | 决算 | 预算 | 纾困 | 资金', match: 'literal' });
    expect(many.length).toBeGreaterThan(MOST_RANKED);
    expect(new Set(many.map(({ id }) => id)).size).toBe(many.length);
    const rest = many.slice(MOST_RANKED);
    const source = (await askAll(engine, { q: '支出 | 决算 | 预算 | 纾困 | 资金', match: 'literal', sort: 'source' })).map(({ id }) => id);
    const left = new Set(rest.map(({ id }) => id));
    expect(rest.map(({ id }) => id)).toEqual(source.filter((id) => left.has(id)));
    expect(rest.every(({ score }) => score === 0)).toBe(true);
  });

  it('are cut from one order, whatever their size', async () => {
    const q = '纾困贷款 购置费';
    const whole = (await askAll(engine, { q, match: 'any', size: 100 })).map(({ id }) => id);
    for (const size of [1, 7, 33]) {
      const page = 1 + Math.floor(whole.length / (2 * size));
      const answer = await ask(engine, { q, match: 'any', size, page, facets: 'none' });
      expect(answer.hits.map(({ id }) => id)).toEqual(whole.slice((page - 1) * size, page * size));
    }
  });

  it('go by the one ranking, tier after tier', async () => {
    const q = '科学技术招商引资';
    const hits = await askAll(engine, { q, match: 'any' });
    const parsed = parseQuery(q);
    const ordered = await engine.read(async (reader) => {
      const typed = { kind: 'typed', folded: q, words: [] } as const;
      const query = await makeRankQuery(parsed.query, new Map([[0, [typed]]]), censusOf(engine, reader));
      return (level: string) => {
        const ids = new Set(hits.filter((hit) => hit.level === level).map(({ id }) => id));
        return rank(
          sourceOrder().filter(({ id }) => ids.has(id)),
          query,
        ).map(({ id }) => id);
      };
    });
    expect(hits.map(({ id }) => id)).toEqual(['literal', 'words', 'any'].flatMap(ordered));
  });

  it('count groups where near-identical places are grouped, and leave the total as it is', async () => {
    const alone = await ask(engine, { q: '公务用车购置费', size: 5 });
    const grouped = await ask(engine, { q: '公务用车购置费', size: 5, group: true });
    const groups = await askAll(engine, { q: '公务用车购置费', size: 5, group: true });
    expect(grouped.total).toBe(alone.total);
    expect(grouped.pages).toBe(Math.ceil(groups.length / 5));
    const ids = groups.flatMap(({ id, similar }) => [id, ...(similar?.ids ?? [])]);
    expect(new Set(ids).size).toBe(alone.total);
    expect(ids.length).toBe(alone.total);
  });

  it('follow the asked order', async () => {
    const years = (await askAll(engine, { q: '支出', sort: '-year' })).map(({ report }) => report.year ?? 0);
    expect(years).toEqual([...years].sort((a, b) => b - a));
    const largest = (await askAll(engine, { q: '"支出"', sort: '-amount' })).map(({ amounts }) =>
      Math.max(-1, ...amounts.map(({ yuan }) => Number(yuan ?? -1))),
    );
    expect(largest).toEqual([...largest].sort((a, b) => b - a));
  });
});

/** All candidates as the engine orders them: by city, district, department, year, kind, report, start; without a district last. */
function sourceOrder(): Candidate[] {
  const key = new Map(
    reports.map(({ report }) => [
      report.id,
      [
        report.city ?? '\uffff',
        report.district ?? '\uffff',
        report.department ?? '\uffff',
        String(report.year),
        report.reportKind ?? '\uffff',
        report.id,
      ].join(' '),
    ]),
  );
  const startOf = (id: string) => Number(id.split('-')[1]);
  return [...candidates].sort((a, b) => {
    const [left, right] = [key.get(a.report) ?? '', key.get(b.report) ?? ''];
    return left < right ? -1 : left > right ? 1 : startOf(a.id) - startOf(b.id);
  });
}

/** Whether an occurrence begins in the document, though it may run on into the next. */
function beginsIn(documents: readonly AnalysedDocument[], index: number, needle: string): boolean {
  const [folded = '', next = ''] = documents.slice(index, index + 2).map((document) => document.folded);
  const at = (folded + next).indexOf(needle);
  return at >= 0 && at < folded.length;
}
