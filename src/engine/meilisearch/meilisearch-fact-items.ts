import { z } from 'zod';
import { foldString } from '../../text/normal-form.ts';
import { type FactFilters, type FactItem, mostReportsFirst } from '../facts.ts';
import { decodeValue, encodeValue } from './meilisearch-encode.ts';
import { factsPassing } from './meilisearch-facts.ts';
import { all, type Formula, is } from './meilisearch-formula.ts';
import { askCounts, type Session } from './meilisearch-session.ts';

const labelSchema = z.tuple([z.string(), z.string().nullable(), z.string().nullable()]);

/** A name with the number of its facts; how many reports they stand in is asked only of names that may be shown. */
type Named = Omit<FactItem, 'reports'> & { readonly label: string };

/** Names asked at once for the number of their reports. */
const askedAtOnce = 50;

/**
 * Names of facts, those of most reports first. No name stands in more reports than it has facts, so names are looked at from the most facts down,
 * until those that are left can no longer be among the first `size`.
 */
export async function listFactItems(
  session: Session,
  containing: string,
  filters: FactFilters,
  size: number,
): Promise<{ readonly total: number; readonly items: readonly FactItem[] }> {
  const filter = factsPassing(session, filters);
  const named = await countNames(session, filter, containing);
  let items: FactItem[] = [];
  for (let at = 0; at < named.length && size > 0; at += askedAtOnce) {
    const least = items[size - 1];
    if (least !== undefined && (named[at]?.facts ?? 0) < least.reports) break;
    items = [...items, ...(await countReports(session, filter, named.slice(at, at + askedAtOnce)))].sort(mostReportsFirst).slice(0, size);
  }
  return { total: named.length, items };
}

/** The names that hold the string. All are counted, and kept: what is typed next is looked for among the same. */
async function countNames(session: Session, filter: Formula, containing: string): Promise<Named[]> {
  const [count] = await askCounts(session, [{ filter, facets: ['label'] }], 'facts');
  const named = Object.entries(count?.counts.label ?? {}).flatMap(([encoded, facts]): Named[] => {
    const label = decodeValue(encoded, session.reports.long) ?? '';
    const [item, code, figure] = labelSchema.parse(JSON.parse(label));
    return foldString(item).includes(containing) ? [{ label, item, code, figure, facts }] : [];
  });
  return named.sort((a, b) => b.facts - a.facts);
}

async function countReports(session: Session, filter: Formula, named: readonly Named[]): Promise<FactItem[]> {
  const queries = named.map(({ label }) => ({ filter: all([filter, is('label', encodeValue(label))]), facets: ['key'] }));
  const counts = await askCounts(session, queries, 'facts');
  return named.map(({ label: _label, ...item }, index) => ({ ...item, reports: Object.keys(counts[index]?.counts.key ?? {}).length }));
}
