import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine, MatchRequest, Order, Reader, StoredReport } from '../../src/engine/engine.ts';
import { type FacetFilter, type FacetName, type Filters, facetNames, noFilters } from '../../src/engine/filters.ts';
import { EngineUnavailableError } from '../../src/errors.ts';
import { summarise } from '../../src/model/report.ts';
import { everything, type FenRange, type Match } from '../../src/query/ast.ts';
import { type Random, seeded } from '../support/seeded.ts';
import { storeReport } from '../support/store-report.ts';
import { describeFacts } from './facts-contract.ts';
import { chance, generateReport } from './generated-reports.ts';
import { facetOf, matches, type OracleDocument, oracleAnswer, oracleDocuments, passes } from './oracle.ts';

const reportCount = 18;
const linesEach = 50;
const orders: readonly Order[] = ['source', 'year', '-year', 'amount', '-amount'];
const browse: MatchRequest = { filters: noFilters, facets: [...facetNames], order: 'source', from: 0, size: 10_000 };

/** What every engine must do. `open` gives an empty one; the suite closes it. */
export function describeEngine(name: string, open: () => Promise<Engine>): void {
  describeFacts(name, open);
  describe(`the engine ${name}`, () => {
    let engine: Engine;
    let stored: Map<string, StoredReport>;
    let documents: OracleDocument[];

    const replace = async (report: StoredReport) => {
      await storeReport(engine, report);
      stored.set(report.report.id, report);
      documents = oracleDocuments([...stored.values()]);
    };
    const remove = async (id: string) => {
      expect(await engine.removeReport(id)).toBe(stored.delete(id));
      documents = oracleDocuments([...stored.values()]);
    };
    const ask = (match: Match, request: Partial<MatchRequest> = {}) =>
      engine.read((reader) => reader.match(match, { ...browse, ...request }));
    const expectSame = async (match: Match, request: Partial<MatchRequest> = {}) => {
      const whole = { ...browse, ...request };
      const wanted = oracleAnswer(documents, match, whole);
      const { total, counts, ids, exact } = await ask(match, request);
      expect({ match, total, ids }).toEqual({ match, total: exact ? wanted.total : expect.any(Number), ids: wanted.ids });
      if (exact) expect(counts).toEqual(wanted.counts);
    };
    /** Many asks of one reader. */
    const expectSameForAll = async (cases: readonly (readonly [Match, Partial<MatchRequest>])[]) => {
      const answers = await engine.read(
        async (reader) => Promise.all(cases.map(([match, request]) => reader.match(match, { ...browse, ...request }))),
        {
          limitMs: 60_000,
        },
      );
      for (const [index, [match, request]] of cases.entries()) {
        const wanted = oracleAnswer(documents, match, { ...browse, ...request });
        const { total, counts, ids, exact } = answers[index] ?? { total: -1, counts: new Map(), ids: [], exact: true };
        expect({ index, match, request, total, ids }).toEqual({
          index,
          match,
          request,
          total: exact ? wanted.total : total,
          ids: wanted.ids,
        });
        if (exact) expect({ match, request, counts }).toEqual({ match, request, counts: wanted.counts });
      }
    };

    beforeAll(async () => {
      engine = await open();
      stored = new Map();
      for (let seed = 1; seed <= reportCount; seed++) await replace(generateReport(seed, linesEach));
    });
    afterAll(() => engine.close());

    it('counts and lists everything', () => expectSame(everything));

    it.each([1, 2, 3, 4])('finds random strings of 1 to 40 characters wherever they begin (seed %i)', async (seed) => {
      const random = seeded(seed);
      await expectSameForAll(Array.from({ length: 500 }, () => [randomLiteral(random, documents), { facets: [] }]));
    });

    it('finds strings over the border of two documents', async () => {
      const random = seeded(11);
      await expectSameForAll(Array.from({ length: 400 }, () => [borderLiteral(random, documents), { facets: [] }]));
    });

    it('finds a string of thousands of characters', async () => {
      const stream =
        [...stored.values()]
          .map((report) => report.documents.map(({ folded }) => folded).join(''))
          .sort((a, b) => b.length - a.length)[0] ?? '';
      for (const length of [18, 200, stream.length]) await expectSame(literal(wholePairs(stream.slice(0, length))));
      await expectSame(literal('预算'.repeat(5_000)));
    });

    it.each([
      '"',
      "'",
      '*',
      '^',
      'or',
      '"or"',
      '\u0000',
      '\ud800',
      '\udc00',
      '\ud800\ud801',
      '\u241f',
      '😀',
      '\u{10ffff}',
      '\u{10fffe}预',
      '\u{10f822}',
      '\ufffd',
      '-',
      '(',
      '甲"乙',
      '…',
      '...',
      '..',
    ])('takes %j as the characters that it is', async (text) => {
      await expectSame(literal(text));
      await expectSame({ kind: 'not', part: literal(text) });
    });

    it('joins literals and amounts with and, or and not', async () => {
      const random = seeded(21);
      await expectSameForAll(Array.from({ length: 250 }, () => [randomMatch(random, documents, 3), { order: random.pick(orders) }]));
    });

    it('takes two thousand parts, and two hundred levels', async () => {
      const random = seeded(22);
      const parts = Array.from({ length: 2_000 }, () => randomLiteral(random, documents));
      await expectSame({ kind: 'or', parts });
      await expectSame({ kind: 'and', parts: parts.map((part): Match => ({ kind: 'not', part })) });
      let deep: Match = literal('预算');
      for (let level = 0; level < 200; level++) deep = { kind: 'not', part: { kind: 'and', parts: [deep, everything] } };
      await expectSame(deep);
      await expectSame({ kind: 'and', parts: [] });
      await expectSame({ kind: 'or', parts: [] });
    });

    it('filters, counts facets without their own filter, and orders', async () => {
      const random = seeded(31);
      const cases = Array.from({ length: 400 }, (): [Match, Partial<MatchRequest>] => {
        const match = chance(random, 0.4) ? everything : randomLiteral(random, documents, 3);
        return [match, { filters: randomFilters(random, documents), order: random.pick(orders) }];
      });
      await expectSameForAll(cases);
    });

    it('pages through a result, leaving out ids', async () => {
      const random = seeded(41);
      const cases = Array.from({ length: 150 }, (): [Match, Partial<MatchRequest>] => {
        const without = Array.from({ length: random.below(30) }, () => random.pick(documents).analysed.document.id);
        const request = {
          from: random.below(documents.length + 20),
          size: random.below(40),
          order: random.pick(orders),
          without: [...without, 'unknown-1', 'unknown'],
        };
        return [randomLiteral(random, documents, 2), request];
      });
      await expectSameForAll(cases);
    });

    it('names all values that some document has', async () => {
      const values = await engine.read((reader) => reader.values());
      for (const facet of facetNames) {
        const wanted = new Set(documents.map((document) => facetOf(document, facet)).filter((value) => value !== null));
        expect([...(values.get(facet) ?? [])].sort()).toEqual([...wanted].sort());
      }
    });

    it('gives all matches as candidates, or the asked number of them, in source order', async () => {
      const random = seeded(51);
      for (let times = 0; times < 40; times++) {
        const [match, filters] = [randomMatch(random, documents, 1), randomFilters(random, documents)];
        const most = random.pick([1, 5, 1_000]);
        const wanted = documents.filter((document) => matches(document, match) && passes(document, filters, null));
        const found = await engine.read((reader) => reader.candidates(match, filters, ['预算', '收入', '"'], most));
        const ids = new Set(found.map(({ id }) => id));
        expect(found).toHaveLength(Math.min(most, wanted.length));
        const kept = wanted.filter(({ analysed }) => ids.has(analysed.document.id));
        expect(found.map(leanOf)).toEqual(kept.map(leanOfOracle));
      }
    });

    it('gives documents as they were stored, in the order asked for', async () => {
      const random = seeded(61);
      const asked = Array.from({ length: 60 }, () => random.pick(documents));
      const ids = asked.map(({ analysed }) => analysed.document.id);
      const found = await engine.read((reader) => reader.documents(['unknown-1', 'unknown', ...ids, `${ids[0]}1`, `0${ids[0]}`], 10));
      expect(found.map(({ document }) => document)).toEqual(asked.map(({ analysed }) => analysed.document));
      expect(found.map(({ report }) => report)).toEqual(asked.map((document) => summarise(document.stored.report)));
    });

    it.each([0, 1, 16, 300, 100_000])('gives windows that reach %i printed characters past the end', async (ahead) => {
      const found = await engine.read((reader) =>
        reader.documents(
          documents.map(({ analysed }) => analysed.document.id),
          ahead,
        ),
      );
      for (const { document, window } of found) {
        const { text, blocks } = stored.get(document.report) ?? expect.fail('no such report');
        const end = window.start + window.text.length;
        const noise = blocks.filter((block) => block.kind === 'noise' && block.noise !== 'blank');
        const printed = (from: number, to: number) =>
          [...Array(Math.max(0, to - from)).keys()].filter(
            (at) => PRINTED.test(text.text[from + at] ?? '') && !noise.some((span) => span.start <= from + at && from + at < span.end),
          ).length;
        expect(window.text).toBe(text.text.slice(window.start, end));
        expect(end >= document.end && window.start <= document.start).toBe(true);
        expect(printed(0, document.start) === 0 || printed(window.start, document.start) > 0).toBe(true);
        expect(window.last).toBe(end === text.text.length);
        if (!window.last) expect(printed(document.end, end)).toBeGreaterThanOrEqual(ahead);
        const within = noise.filter((span) => span.start < end && span.end > window.start);
        expect(window.noise).toEqual(within.map((span) => ({ start: Math.max(span.start, window.start), end: Math.min(span.end, end) })));
      }
    });

    it('gives reports, texts and blocks as they were stored', async () => {
      const order = [...new Set(documents.map(({ stored: { report } }) => report))];
      const reports = await engine.read((reader) => reader.reports());
      expect(reports).toEqual(order.map(summarise));
      for (const { report, text, blocks } of stored.values()) {
        const found = await engine.read(async (reader) => [
          await reader.report(report.id),
          await reader.text(report.id),
          await reader.blocks(report.id),
        ]);
        expect(found).toEqual([report, text, blocks]);
      }
      const none = await engine.read(async (reader) => [
        await reader.report('none'),
        await reader.text('none'),
        await reader.blocks('none'),
      ]);
      expect(none).toEqual([null, null, null]);
    });

    it('finds the new and nothing of the old after replacing and removing', async () => {
      const random = seeded(71);
      for (let times = 0; times < 6; times++) {
        const old = random.pick([...stored.values()]);
        if (chance(random, 0.3)) await remove(old.report.id);
        else await replace(renamed(generateReport(1_000 + times, 1 + random.below(60)), old.report.id));
        await expectSame(everything);
        const cases = Array.from({ length: 60 }, (): [Match, Partial<MatchRequest>] => [
          randomLiteral(random, documents),
          { order: random.pick(orders) },
        ]);
        await expectSameForAll(cases);
      }
      await remove('0000000000000000');
    });

    it('stores a report without documents', async () => {
      const empty = generateReport(500, 0);
      await replace(empty);
      await expectSame(everything);
      expect(await engine.read((reader) => reader.text(empty.report.id))).toEqual(empty.text);
      await remove(empty.report.id);
    });

    it('keeps the old report whole when the new one is refused', async () => {
      const old = [...stored.values()][0] ?? expect.fail('no report');
      const [first] = old.documents;
      const twice = { ...old, documents: first === undefined ? [] : [...old.documents, first] };
      const build = await engine.read(async (reader) => reader.build);
      await expect(storeReport(engine, twice)).rejects.toThrow();
      expect(await engine.read(async (reader) => reader.build)).toBe(build);
      await expectSame(everything);
    });

    it('names another build after every write', async () => {
      const builds = new Set<string>();
      const again = [...stored.values()][0] ?? expect.fail('no report');
      for (let times = 0; times < 3; times++) {
        await replace(again);
        builds.add(await engine.read(async (reader) => reader.build));
      }
      expect(builds.size).toBe(3);
    });

    it('shows a reader one state while a write goes on', async () => {
      const before = documents.length;
      const fresh = generateReport(600, 20);
      const [first, second, after] = await engine.read(async (reader) => {
        const total = () => reader.match(everything, browse).then((answer) => answer.total);
        const seen = await total();
        await replace(fresh);
        const later = await engine.read((other) => other.match(everything, browse));
        return [seen, await total(), later.total];
      });
      expect([first, second, after]).toEqual([before, before, before + 20]);
      await remove(fresh.report.id);
    });

    it('answers many at once', async () => {
      const random = seeded(81);
      const cases = Array.from({ length: 60 }, () => randomLiteral(random, documents, 4));
      const answers = await Promise.all(cases.map((match) => ask(match)));
      expect(answers.map(({ total }) => total)).toEqual(cases.map((match) => oracleAnswer(documents, match, browse).total));
    });

    it.each([1, 2, 3])('ends a reading past its limit, and others go on (time %i)', async () => {
      let kept: Reader | null = null;
      const slow = engine.read(
        async (reader) => {
          kept = reader;
          await new Promise(() => undefined);
        },
        { limitMs: 60 },
      );
      await expect(slow).rejects.toBeInstanceOf(EngineUnavailableError);
      const late = kept as Reader | null;
      await expect(late?.match(everything, browse)).rejects.toBeInstanceOf(EngineUnavailableError);
      await expectSame(everything);
    });

    it('passes on what the work throws, and refuses the reader afterwards', async () => {
      const kept = await engine.read(async (reader) => reader);
      await expect(kept.match(everything, browse)).rejects.toBeInstanceOf(EngineUnavailableError);
      await expect(engine.read(() => Promise.reject(new RangeError('of the work')))).rejects.toThrow('of the work');
      await expectSame(everything);
    });
  });
}

// every character that the normal form keeps: no space, control or format character
const PRINTED = /^[^\s\p{Cc}\p{Cf}\u2800\u3164]$/u;

export const literal = (folded: string, alone = false): Match => ({ kind: 'literal', folded, alone });

/** No half of a pair at either end, unless it stands alone. */
const wholePairs = (text: string): string => text.replace(/^[\udc00-\udfff]/, '').replace(/[\ud800-\udbff]$/, '') || '预';

function randomLiteral(random: Random, documents: readonly OracleDocument[], longest = 40): Match {
  const { stream } = random.pick(documents);
  const at = random.below(stream.length);
  const length = 1 + random.below(random.pick([1, 2, 3, 8, longest]));
  let text = wholePairs(stream.slice(at, at + length));
  if (chance(random, 0.1)) text = text.replace(/算|支|款/u, '收');
  return literal(text, chance(random, 0.15));
}

function borderLiteral(random: Random, documents: readonly OracleDocument[]): Match {
  const { stream, end } = random.pick(documents);
  return literal(wholePairs(stream.slice(Math.max(0, end - random.below(20) - 1), end + random.below(40))), chance(random, 0.1));
}

function randomMatch(random: Random, documents: readonly OracleDocument[], depth: number): Match {
  const kind =
    depth === 0 ? random.pick(['literal', 'literal', 'amount', 'everything']) : random.pick(['literal', 'and', 'or', 'not', 'amount']);
  const parts = () => Array.from({ length: random.below(4) }, () => randomMatch(random, documents, depth - 1));
  switch (kind) {
    case 'and':
    case 'or':
      return { kind, parts: parts() };
    case 'not':
      return { kind, part: randomMatch(random, documents, depth - 1) };
    case 'amount':
      return { kind, fen: randomFen(random) };
    case 'everything':
      return everything;
    default:
      return randomLiteral(random, documents, 3);
  }
}

function randomFen(random: Random): FenRange {
  const end = () => (chance(random, 0.2) ? null : chance(random, 0.1) ? 8_999_999_999_999_999n : BigInt(random.below(5_000)));
  return { from: end(), to: end() };
}

function randomFilters(random: Random, documents: readonly OracleDocument[]): Filters {
  const facets: { [name in FacetName]?: FacetFilter } = {};
  for (let times = random.below(4); times > 0; times--) {
    const name = random.pick(facetNames);
    const values = (most: number) =>
      Array.from({ length: random.below(most) }, () => (chance(random, 0.1) ? 'unknown' : facetOf(random.pick(documents), name)));
    facets[name] = { include: values(3), exclude: values(2) };
  }
  return {
    facets,
    reports: chance(random, 0.15) ? [random.pick(documents).stored.report.id, 'unknown'] : [],
    codes: chance(random, 0.2) ? [random.pick(['2', '206', '20604', '301', '9'])] : [],
    fen: chance(random, 0.2) ? randomFen(random) : null,
  };
}

/** The same report under another id. */
function renamed(stored: StoredReport, id: string): StoredReport {
  const name = (document: string) => document.replace(stored.report.id, id);
  return {
    ...stored,
    report: { ...stored.report, id },
    blocks: stored.blocks.map((block) => (block.kind === 'noise' ? block : { ...block, document: name(block.document) })),
    facts: stored.facts.map((fact) => ({ ...fact, id: name(fact.id), report: id, document: name(fact.document) })),
    documents: stored.documents.map((analysed) => ({
      ...analysed,
      document: { ...analysed.document, id: name(analysed.document.id), report: id },
    })),
  };
}

const leanOf = ({ path, labels, ...rest }: Awaited<ReturnType<Reader['candidates']>>[number]) => ({
  ...rest,
  hasPath: path !== '',
  labels,
});

function leanOfOracle({ analysed: { document, folded, words } }: OracleDocument) {
  const { id, report, kind, category, code } = document;
  return {
    id,
    report,
    kind,
    category,
    code,
    text: folded,
    length: words.text.length,
    hasPath: words.path.length > 0,
    labels: words.labels.join(''),
  };
}
