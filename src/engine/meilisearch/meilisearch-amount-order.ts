import { type AmountScope, inRange } from './meilisearch-amounts.ts';
import type { FenBounds } from './meilisearch-fen.ts';
import { all, type Formula, not } from './meilisearch-formula.ts';
import { comparator, type Page, type Placed, sortedPage, sourceSort } from './meilisearch-placed.ts';
import { askCounts, type Session } from './meilisearch-session.ts';

/** An order by the amounts of a scope that lie within a range. */
interface AmountOrdering {
  readonly order: 'amount' | '-amount';
  readonly scope: AmountScope;
  readonly bounds: FenBounds;
}

/** So many documents are sooner read and sorted here than found by counting. */
const mostRead = 500;

/** Counts asked at once while the range that holds a page is narrowed. */
const cuts = 16;

/**
 * A page in the order of amounts within a range. The server sorts by the smallest or largest amount of a document wherever it lies, so the amounts
 * that bound the page are found by counting, and only what lies between them is read. Documents of one amount are in source order.
 */
export async function pageByAmount(session: Session, filter: Formula, ordering: AmountOrdering, { from, size }: Page): Promise<Placed[]> {
  const { order, scope, bounds } = ordering;
  const sorting = { sort: sourceSort, scope };
  const total = (await askCounts(session, [{ filter, facets: [] }]))[0]?.total ?? 0;
  if (from >= total) return [];
  if (total <= mostRead)
    return (await sortedPage(session, filter, sorting, { from: 0, size: total })).sort(comparator(order, bounds)).slice(from, from + size);
  const steps = stepsOf(filter, ordering);
  const first = await firstReaching(session, steps, from + 1);
  const last = await firstReaching(session, steps, Math.min(total, from + size));
  const before = await countUpTo(session, steps, first - 1);
  const ties = await sortedPage(session, steps.at(first), sorting, { from: from - before, size });
  if (first === last || ties.length === size) return ties;
  const between = (await readAll(session, steps.between(first, last), scope)).sort(comparator(order, bounds));
  const rest = size - ties.length - between.length;
  return [...ties, ...between, ...(await sortedPage(session, steps.at(last), sorting, { from: 0, size: rest }))];
}

/** The amounts of a range in the order asked for: as they are, or negated so that the largest comes first. Both ends are whole and below 2^53 in size. */
interface Steps {
  readonly first: number;
  readonly last: number;
  /** Documents with an amount up to this one. */
  readonly upTo: (amount: number) => Formula;
  /** Documents whose first amount is this one. */
  readonly at: (amount: number) => Formula;
  /** Documents whose first amount lies between, neither end included. */
  readonly between: (first: number, last: number) => Formula;
}

function stepsOf(filter: Formula, { order, scope, bounds }: AmountOrdering): Steps {
  const up = order === 'amount';
  const [first, last] = up ? [bounds.from, bounds.to] : [-bounds.to, -bounds.from];
  const range = (from: number, to: number): Formula => inRange(scope, up ? { from, to } : { from: -to, to: -from });
  const within = (from: number, to: number) => all([filter, range(from, to), not(range(first, from - 1))]);
  return {
    first,
    last,
    upTo: (amount) => all([filter, range(first, amount)]),
    at: (amount) => within(amount, amount),
    between: (from, to) => within(from + 1, to - 1),
  };
}

const countUpTo = async (session: Session, steps: Steps, amount: number): Promise<number> =>
  amount < steps.first ? 0 : ((await askCounts(session, [{ filter: steps.upTo(amount), facets: [] }]))[0]?.total ?? 0);

/** The first amount up to which there are at least `wanted` documents. */
async function firstReaching(session: Session, steps: Steps, wanted: number): Promise<number> {
  let [low, high] = [steps.first, steps.last];
  while (low < high) {
    const width = Math.max(1, Math.floor((high - low) / cuts));
    const tried = Array.from({ length: cuts }, (_, index) => low + index * width).filter((amount) => amount < high);
    const counts = await askCounts(
      session,
      tried.map((amount) => ({ filter: steps.upTo(amount), facets: [] })),
    );
    const reached = counts.findIndex(({ total }) => total >= wanted);
    if (reached === -1) low = (tried.at(-1) ?? low) + 1;
    else {
      high = tried[reached] ?? high;
      if (reached > 0) low = (tried[reached - 1] ?? low) + 1;
    }
  }
  return low;
}

const readAtOnce = 1_000;

async function readAll(session: Session, filter: Formula, scope: AmountScope): Promise<Placed[]> {
  const read: Placed[] = [];
  for (;;) {
    const page = await sortedPage(session, filter, { sort: sourceSort, scope }, { from: read.length, size: readAtOnce });
    read.push(...page);
    if (page.length < readAtOnce) return read;
  }
}
