import type { Engine, Reader } from '../engine/engine.ts';
import { anyFact, type FactFilters, type FactItem, type FoundFact } from '../engine/facts.ts';
import { reportFacets } from '../model/facet.ts';
import { censusOf } from '../search/census.ts';
import { namesMeant, resolveFactFilters } from '../search/fact-request.ts';
import { foldString } from '../text/normal-form.ts';
import type { CompareRequest } from './compare-request.ts';
import { MOST_FACTS, readFacts } from './read-facts.ts';

/** Names listed to choose from, and compared together, at most. */
export const MOST_NAMES = 200;

/** The facts that a comparison speaks of, of all years and reports: the year before is needed to measure against. */
export interface FoundFacts {
  readonly facts: readonly FoundFact[];
  readonly names: { readonly total: number; readonly items: readonly FactItem[] } | null;
  readonly notes: readonly string[];
  /** The filters on reports, years too. */
  readonly filters: FactFilters;
}

export async function findFacts(engine: Engine, reader: Reader, request: CompareRequest): Promise<FoundFacts> {
  const known = await censusOf(engine, reader).values();
  const filters = resolveFactFilters(Object.fromEntries([...reportFacets, 'report' as const].map((name) => [name, request[name]])), known);
  const { year: _, ...facets } = filters.facets;
  const allYears = { ...filters, facets, reports: [] };
  const names = await namesOf(reader, request, allYears);
  const nothing = { facts: [], names, filters };
  if (names !== null && isAsked(request) && names.total > MOST_NAMES) {
    return { ...nothing, notes: [`有 ${names.total} 个名称含有“${request.item}”，请从下面选一个，或写得更全。`] };
  }
  const wanted = wantedNames(request, names?.items ?? null);
  if (wanted === null) return { ...nothing, notes: [] };
  const facts = await readFacts(engine, reader, { ...allYears, ...wanted });
  if (!('tooMany' in facts)) return { facts, names, filters, notes: [] };
  return { ...nothing, notes: [`有 ${facts.tooMany} 个数字，超过一次可比的 ${MOST_FACTS} 个，请按部门或地区缩小范围。`] };
}

/** Names shown where nothing is asked for yet. */
const FIRST_NAMES = 40;

/** The names that stand to choose from: all that hold the item, those that are just it, or the most common ones where nothing is asked for. */
async function namesOf(reader: Reader, { code, item, match }: CompareRequest, filters: FactFilters): Promise<FoundFacts['names']> {
  if (item === undefined || item.trim() === '') return code === undefined ? reader.factItems('', filters, FIRST_NAMES) : null;
  if (match === 'contains') return reader.factItems(foldString(item), filters, MOST_NAMES);
  return reader.factItems('', { ...filters, names: namesMeant([item]) }, MOST_NAMES);
}

/** Whether there is anything to compare. */
export const isAsked = ({ code, item }: CompareRequest): boolean => code !== undefined || (item !== undefined && item.trim() !== '');

function wantedNames(
  { code, item, match }: CompareRequest,
  items: readonly FactItem[] | null,
): Pick<FactFilters, 'names' | 'codes'> | null {
  const codes = code === undefined ? anyFact.codes : { include: [code], exclude: [] };
  if (items !== null && item !== undefined && item.trim() !== '') {
    const names = match === 'contains' ? { items: items.map((one) => foldString(one.item)), figures: [], codes: [] } : namesMeant([item]);
    return { names, codes };
  }
  return code === undefined ? null : { names: { items: [], figures: [], codes: [foldString(code)] }, codes: anyFact.codes };
}
