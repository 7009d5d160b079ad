import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine, StoredReport } from '../../src/engine/engine.ts';
import { anyFact, type FactFilters, type FactOrder, type FactRequest } from '../../src/engine/facts.ts';
import { type FacetFilter, noFilters } from '../../src/engine/filters.ts';
import { measureSchema } from '../../src/model/amount.ts';
import { summarise } from '../../src/model/report.ts';
import { everything } from '../../src/query/ast.ts';
import { foldString } from '../../src/text/normal-form.ts';
import { type Random, seeded } from '../support/seeded.ts';
import { storeReport } from '../support/store-report.ts';
import { type OracleFact, oracleFactAnswer, oracleFacts, oracleItems } from './fact-oracle.ts';
import { chance, generateReport } from './generated-reports.ts';
import { oracleDocuments } from './oracle.ts';
import { signedFen } from './signed-fen.ts';

const orders: readonly FactOrder[] = ['source', 'value', '-value'];
const all: FactRequest = { filters: anyFact, order: 'source', from: 0, size: 10_000 };

/** What every engine must do with facts. Part of its contract suite. */
export function describeFacts(name: string, open: () => Promise<Engine>): void {
  describe(`the facts of the engine ${name}`, () => {
    let engine: Engine;
    let stored: Map<string, StoredReport>;
    let facts: OracleFact[];

    const replace = async (report: StoredReport) => {
      await storeReport(engine, report);
      stored.set(report.report.id, report);
      facts = oracleFacts([...stored.values()]);
    };
    const expectSame = async (cases: readonly FactRequest[]) => {
      const answers = await engine.read((reader) => Promise.all(cases.map((request) => reader.facts(request))), { limitMs: 60_000 });
      for (const [index, request] of cases.entries()) {
        const wanted = oracleFactAnswer(facts, request);
        const answer = answers[index];
        expect({ request, total: answer?.total, ids: answer?.facts.map(({ fact }) => fact.id) }).toEqual({
          request,
          total: wanted.total,
          ids: wanted.facts.map(({ fact }) => fact.id),
        });
      }
    };

    beforeAll(async () => {
      engine = await open();
      stored = new Map();
      for (let seed = 1; seed <= 12; seed++) await replace(generateReport(seed, 30));
    });
    afterAll(() => engine.close());

    it('gives facts as they were stored, with their reports, in source order', async () => {
      const { total, facts: found } = await engine.read((reader) => reader.facts(all));
      expect(total).toBe(facts.length);
      expect(found.map(({ fact }) => fact)).toEqual(facts.map(({ fact }) => fact));
      expect(found.map(({ report }) => report)).toEqual(facts.map((one) => summarise(one.stored.report)));
    });

    it('tells the year of each figure of a report, where its facts agree on one', async () => {
      for (const id of stored.keys()) {
        const own = facts.filter(({ fact }) => fact.report === id).map(({ fact }) => fact);
        const years = Map.groupBy(own, ({ start }) => start);
        const agreed = [...years].flatMap(([start, same]) => {
          const [first = null, ...others] = new Set(same.map(({ period }) => period));
          return first === null || others.length > 0 ? [] : [[start, first] as const];
        });
        const periods = await engine.read((reader) => reader.periods(id));
        expect([...periods].sort(([a], [b]) => a - b)).toEqual(agreed.sort(([a], [b]) => a - b));
      }
      expect(await engine.read((reader) => reader.periods('ffffffffffffffff'))).toEqual(new Map());
    });

    it.each([1, 2, 3])('filters, orders and pages (seed %i)', async (seed) => {
      const random = seeded(seed);
      const request = (): FactRequest => ({
        filters: randomFilters(random, facts),
        order: random.pick(orders),
        from: random.below(random.pick([1, 20, facts.length + 5])),
        size: random.pick([0, 1, 7, 10_000]),
      });
      await expectSame(Array.from({ length: 200 }, request));
    });

    it('limits conditions on amounts, and their orders, to facts of the named measures', async ({ skip }) => {
      if (!engine.capabilities.measures) return skip('the engine cannot limit amounts to measures');
      const random = seeded(17);
      const documents = oracleDocuments([...stored.values()]);
      for (let times = 0; times < 80; times++) {
        const measures = [random.pick(measureSchema.options.slice(0, 6)), random.pick(measureSchema.options)];
        const fen = chance(random, 0.5) ? null : { from: BigInt(random.below(3_000) - 1_500), to: null };
        const order = random.pick(['source', 'amount', '-amount'] as const);
        const keys = new Map<string, bigint[]>();
        for (const { fact } of facts) {
          const money = measures.includes(fact.measure) ? signedFen(fact) : null;
          if (money === null) continue;
          const amounts = [money, money < 0n ? -money : money].filter((one) => fen === null || one >= fen.from);
          keys.set(fact.document, [...(keys.get(fact.document) ?? []), ...amounts]);
        }
        const passed = documents.map(({ analysed }) => analysed.document.id).filter((id) => (keys.get(id) ?? []).length > 0);
        const best = (id: string) => (keys.get(id) ?? []).reduce((a, b) => (a < b === (order === 'amount') ? a : b));
        const wanted = order === 'source' ? passed : passed.toSorted((a, b) => (order === 'amount' ? 1 : -1) * Number(best(a) - best(b)));
        const request = { filters: { ...noFilters, fen, measures }, facets: [], order, from: 0, size: 10_000 };
        const { total, ids } = await engine.read((reader) => reader.match(everything, request));
        expect({ measures, fen, order, total, ids }).toEqual({ measures, fen, order, total: wanted.length, ids: wanted });
      }
    });

    it('names the items that hold a string, most reports first', async () => {
      const random = seeded(7);
      for (let times = 0; times < 60; times++) {
        const filters = chance(random, 0.5) ? anyFact : randomFilters(random, facts);
        const containing = foldString(random.pick(['', '公积金', '公', '决算', '"', '%', '没有', '费（含']));
        const wanted = oracleItems(facts, containing, filters);
        const size = random.pick([0, 2, 1_000]);
        const found = await engine.read((reader) => reader.factItems(containing, filters, size));
        expect({ containing, filters, ...found }).toEqual({ containing, filters, total: wanted.length, items: wanted.slice(0, size) });
      }
    });

    it('finds the new and nothing of the old after replacing and removing', async () => {
      const [first] = stored.values();
      const old = first ?? expect.fail('no report');
      await replace({ ...old, facts: old.facts.slice(0, 3) });
      await expectSame([all, { ...all, order: '-value' }]);
      await engine.removeReport(old.report.id);
      stored.delete(old.report.id);
      facts = oracleFacts([...stored.values()]);
      await expectSame([all]);
      await replace(generateReport(400, 25));
      await expectSame([all, { ...all, order: 'value' }]);
    });

    it('refuses a fact that names no document of its report, and keeps what was stored', async () => {
      const [first] = [...stored.values()].filter((one) => one.facts.length > 0);
      const old = first ?? expect.fail('no report with facts');
      const wrong = old.facts.map((fact) => ({ ...fact, document: `${old.report.id}-999999` }));
      await expect(storeReport(engine, { ...old, facts: wrong })).rejects.toThrow(/999999/);
      await expectSame([all]);
    });
  });
}

function randomFilters(random: Random, facts: readonly OracleFact[]): FactFilters {
  const one = () => random.pick(facts);
  const facet = (value: (from: OracleFact) => string | null): FacetFilter => {
    const values = (most: number) => Array.from({ length: random.below(most) }, () => (chance(random, 0.1) ? 'unknown' : value(one())));
    return { include: values(3), exclude: values(2) };
  };
  const some = <T>(share: number, value: () => T, none: T): T => (chance(random, share) ? value() : none);
  const maybe = (name: string, value: (from: OracleFact) => string | null) => (chance(random, 0.2) ? { [name]: facet(value) } : {});
  const end = () => some(0.7, () => BigInt(random.below(6_000) - 3_000), null);
  return {
    facets: {
      ...maybe('department', ({ stored }) => stored.report.department),
      ...maybe('city', ({ stored }) => stored.report.city),
      ...maybe('year', ({ stored }) => stored.report.year?.toString() ?? null),
      ...maybe('reportKind', ({ stored }) => stored.report.reportKind),
      ...maybe('category', ({ document }) => document.category),
      ...maybe('kind', ({ document }) => document.kind),
      ...maybe('table', ({ fact }) => fact.table),
    },
    reports: some(0.15, () => [one().stored.report.id, 'unknown'], []),
    codes: some(0.3, () => facet(({ fact }) => fact.code?.slice(0, random.pick([3, 5, 7])) ?? null), { include: [], exclude: [] }),
    names: some(
      0.3,
      () => ({
        items: [foldString(one().fact.item)],
        figures: some(0.5, () => ['reception', 'unknown'], []),
        codes: some(0.3, () => ['221', '30113'], []),
      }),
      null,
    ),
    measures: some(0.3, () => [one().fact.measure, random.pick(measureSchema.options)], []),
    periods: some(0.3, () => [one().fact.period], []),
    fen: some(0.3, () => ({ from: end(), to: end() }), null),
  };
}
