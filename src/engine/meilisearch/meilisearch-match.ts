import type { Match } from '../../query/ast.ts';
import type { MatchAnswer, MatchRequest } from '../engine.ts';
import type { FacetName, FacetValue } from '../filters.ts';
import { scopeOf } from './meilisearch-amounts.ts';
import { checkAll } from './meilisearch-check.ts';
import { decodeValue } from './meilisearch-encode.ts';
import { boundsOf } from './meilisearch-fen.ts';
import { type Condition, facetOf } from './meilisearch-filter.ts';
import type { Formula } from './meilisearch-formula.ts';
import type { Count, FoundPlace } from './meilisearch-found.ts';
import { holdsAll, type Narrowed, narrow, passing } from './meilisearch-narrow.ts';
import { pageOf, sortsOf } from './meilisearch-order.ts';
import { checkFields, checkSchema } from './meilisearch-packed.ts';
import { comparator, idOf, type Page, type Placed } from './meilisearch-placed.ts';
import { askCounts, fetchDocuments, type Session } from './meilisearch-session.ts';
import { mostFacetValues } from './meilisearch-settings.ts';

export async function answerMatch(session: Session, match: Match, request: MatchRequest): Promise<MatchAnswer> {
  const narrowed = narrow(session, match, request);
  const [counted, ids] = await Promise.all([count(session, narrowed, request.facets), list(session, match, narrowed, request)]);
  return { ...counted, ids };
}

/** Where too much is left open to be checked, what may match is counted: upper bounds. */
async function count(
  session: Session,
  { compiled, conditions, checking }: Narrowed,
  facets: readonly FacetName[],
): Promise<Omit<MatchAnswer, 'ids'>> {
  const own = facets.filter((name) => conditions.some(({ facet }) => facet === name));
  const [sure, checked] = await Promise.all([countWith(session, compiled.surely, conditions, facets, own), checking]);
  const counts = checked.complete ? sure : await countWith(session, compiled.perhaps, conditions, facets, own);
  const countOf = (name: FacetName) => counts[own.includes(name) ? own.indexOf(name) + 1 : 0];
  const passed = checked.found.filter((place) => holdsAll(place, conditions));
  const byFacet = facets.map((name) => {
    const also = own.includes(name) ? checked.found.filter((place) => holdsAll(place, conditions, name)) : passed;
    return [name, sumUp(session, countOf(name)?.counts[name] ?? {}, also, name)] as const;
  });
  const isCut = counts.some((one) => Object.values(one.counts).some((values) => Object.keys(values).length >= mostFacetValues));
  return { total: (counts[0]?.total ?? 0) + passed.length, exact: checked.complete && !isCut, counts: new Map(byFacet) };
}

const zero: Count = { total: 0, counts: {} };

/** The count of what passes, with the facets that have no conditions of their own; then one for each of those that have. */
async function countWith(
  session: Session,
  formula: Formula,
  conditions: readonly Condition[],
  facets: readonly FacetName[],
  own: readonly FacetName[],
): Promise<readonly Count[]> {
  if (formula.kind === 'false') return [zero, ...own.map(() => zero)];
  return askCounts(session, [
    { filter: passing(session, formula, conditions), facets: facets.filter((name) => !own.includes(name)) },
    ...own.map((name) => ({ filter: passing(session, formula, conditions, name), facets: [name] })),
  ]);
}

function sumUp(
  { reports }: Session,
  counted: Readonly<Record<string, number>>,
  checked: readonly FoundPlace[],
  name: FacetName,
): ReadonlyMap<FacetValue, number> {
  const sum = new Map<FacetValue, number>(Object.entries(counted).map(([value, count]) => [decodeValue(value, reports.long), count]));
  for (const place of checked) {
    const value = facetOf(place, name);
    sum.set(value, (sum.get(value) ?? 0) + 1);
  }
  return sum;
}

async function list(session: Session, match: Match, narrowed: Narrowed, request: MatchRequest): Promise<string[]> {
  const { from, size, without = [] } = request;
  if (size <= 0) return [];
  if (without.length === 0) return (await readPage(session, match, narrowed, request)).map(idOf);
  const left = new Set(without);
  const ids = (await readPage(session, match, narrowed, { ...request, from: 0, size: from + size + left.size })).map(idOf);
  return ids.filter((id) => !left.has(id)).slice(from, from + size);
}

/** The page that is asked for, whatever is to be left out of it. */
async function readPage(
  session: Session,
  match: Match,
  { compiled, conditions, checking }: Narrowed,
  { order, filters, from, size }: MatchRequest,
): Promise<readonly Placed[]> {
  const bounds = filters.fen === null ? null : boundsOf(filters.fen);
  const scope = scopeOf(filters.measures ?? []);
  const compare = comparator(order, bounds);
  const filter = passing(session, compiled.surely, conditions);
  const readSure = async (page: Page): Promise<readonly Placed[]> =>
    compiled.surely.kind === 'false' ? [] : pageOf(session, filter, { order, scope, bounds }, page);
  // Nothing comes before the first page, so it need not wait for what is checked.
  const first = from === 0 ? readSure({ from, size }) : null;
  const [checked, begun] = await Promise.all([checking, first]);
  if (!checked.complete) {
    const perhaps = passing(session, compiled.perhaps, conditions);
    return checkedPage(session, match, { filter: perhaps, sort: sortsOf(order, scope) }, { from, size });
  }
  const places = checked.found.filter((place) => holdsAll(place, conditions)).map((place) => ({ ...place, fen: scope.of(place) }));
  if (places.length === 0) return begun ?? readSure({ from, size });
  return mergedPage(places, compare, { from, size }, async (page) => begun ?? readSure(page));
}

/**
 * A page of two sorted lists together: one at hand, one read by pages. At most all of those at hand come before the page,
 * so the page of the other list begins at most so many earlier.
 */
async function mergedPage(
  places: readonly Placed[],
  compare: (a: Placed, b: Placed) => number,
  { from, size }: Page,
  read: (page: Page) => Promise<readonly Placed[]>,
): Promise<Placed[]> {
  const offset = Math.max(0, from - places.length);
  const others = await read({ from: offset, size: from - offset + size });
  return [...places, ...others].sort(compare).slice(from - offset, from - offset + size);
}

const checkedAtOnce = 1_000;

/** A page of documents that match, found by checking all that may match in order: none is listed unchecked. */
async function checkedPage(
  session: Session,
  match: Match,
  { filter, sort }: { readonly filter: Formula; readonly sort: readonly string[] },
  { from, size }: Page,
): Promise<Placed[]> {
  const found: Placed[] = [];
  for (let offset = 0, total = 1; offset < total && found.length < from + size; offset += checkedAtOnce) {
    const query = { filter, fields: checkFields, sort, offset, limit: checkedAtOnce };
    const page = await fetchDocuments(session, query, checkSchema);
    total = page.total;
    found.push(...(await checkAll(session, match, page.results)));
  }
  return found.slice(from, from + size);
}
