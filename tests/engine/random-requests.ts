import type { MatchRequest, Order } from '../../src/engine/engine.ts';
import { type FacetFilter, type FacetName, type Filters, facetNames } from '../../src/engine/filters.ts';
import { type Measure, measureSchema } from '../../src/model/amount.ts';
import { everything, type FenRange, type Match } from '../../src/query/ast.ts';
import type { Random } from '../support/seeded.ts';
import { literal } from './contract.ts';
import { chance } from './generated-reports.ts';
import { facetOf, type OracleDocument } from './oracle.ts';

/** A question that two engines can be asked: a match, or the candidates of one. */
export interface RandomRequest {
  readonly match: Match;
  readonly request: MatchRequest;
  readonly candidates: { readonly words: readonly string[]; readonly most: number } | null;
}

const orders: readonly Order[] = ['source', 'year', '-year', 'amount', '-amount'];

export function randomRequest(random: Random, documents: readonly OracleDocument[]): RandomRequest {
  const request: MatchRequest = {
    filters: chance(random, 0.5) ? randomFilters(random, documents) : { facets: {}, reports: [], codes: [], fen: null },
    facets: facetNames.filter(() => chance(random, 0.5)),
    order: random.pick(orders),
    from: random.pick([0, 0, 0, random.below(200), random.below(documents.length + 10)]),
    size: random.pick([0, 1, 20, 100]),
    ...(chance(random, 0.1)
      ? { without: Array.from({ length: random.below(50) }, () => random.pick(documents).analysed.document.id) }
      : {}),
  };
  const words = () => Array.from({ length: 1 + random.below(3) }, () => randomString(random, documents, 3));
  return {
    match: randomMatch(random, documents, random.pick([0, 0, 0, 1, 2, 3])),
    request,
    candidates: chance(random, 0.15) ? { words: words(), most: random.pick([1, 20, 200, 1_000]) } : null,
  };
}

function randomMatch(random: Random, documents: readonly OracleDocument[], depth: number): Match {
  if (depth === 0) {
    if (chance(random, 0.05)) return everything;
    if (chance(random, 0.08)) return { kind: 'amount', fen: randomFen(random, documents) };
    return literal(randomString(random, documents, random.pick([1, 2, 3, 4, 6, 10, 20, 40])), chance(random, 0.1));
  }
  const parts = () => Array.from({ length: 1 + random.below(4) }, () => randomMatch(random, documents, depth - 1));
  const kind = random.pick(['and', 'or', 'or', 'not'] as const);
  return kind === 'not' ? { kind, part: randomMatch(random, documents, depth - 1) } : { kind, parts: parts() };
}

/** A piece of a report, sometimes with a character changed, so that it may stand nowhere. */
function randomString(random: Random, documents: readonly OracleDocument[], longest: number): string {
  const { stream } = random.pick(documents);
  const at = random.below(stream.length);
  const text = stream.slice(at, at + 1 + random.below(longest));
  const whole = text.replace(/^[\udc00-\udfff]/, '').replace(/[\ud800-\udbff]$/, '') || '预算';
  return chance(random, 0.1) ? whole.replace(/算|支|款/u, '收') : whole;
}

function randomFen(random: Random, documents: readonly OracleDocument[]): FenRange {
  const end = () => (chance(random, 0.2) ? null : (random.pick(documents).analysed.fen[0] ?? BigInt(random.below(5_000))));
  const [a, b] = [end(), end()];
  return a !== null && b !== null && a > b && chance(random, 0.9) ? { from: b, to: a } : { from: a, to: b };
}

/** Mostly of those that generated facts have. */
const randomMeasures = (random: Random): Measure[] =>
  Array.from({ length: 1 + random.below(3) }, () =>
    random.pick(chance(random, 0.9) ? measureSchema.options.slice(0, 6) : measureSchema.options),
  );

function randomFilters(random: Random, documents: readonly OracleDocument[]): Filters {
  const facets: { [name in FacetName]?: FacetFilter } = {};
  for (let times = random.below(3); times > 0; times--) {
    const name = random.pick(facetNames);
    const values = (most: number) =>
      Array.from({ length: random.below(most) }, () => (chance(random, 0.05) ? 'unknown' : facetOf(random.pick(documents), name)));
    facets[name] = { include: values(4), exclude: values(2) };
  }
  return {
    facets,
    reports: chance(random, 0.15) ? [random.pick(documents).stored.report.id, random.pick(documents).stored.report.id] : [],
    codes: chance(random, 0.15) ? [random.pick(['2', '206', '20604', '301'])] : [],
    fen: chance(random, 0.2) ? randomFen(random, documents) : null,
    ...(chance(random, 0.2) ? { measures: randomMeasures(random) } : {}),
  };
}
