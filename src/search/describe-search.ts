import type { FacetFilter } from '../engine/filters.ts';
import type { FenRange } from '../query/ast.ts';
import { type DescribedFilter, describeQuery } from '../query/describe.ts';
import type { FilterParameter } from '../query/filters.ts';
import type { ParsedQuery } from '../query/parse.ts';
import type { Conditions } from './conditions.ts';
import { filterFacets } from './request.ts';

/** The whole search, query and filters, in one plain sentence. */
export function describeSearch({ query }: ParsedQuery, { filters, codes }: Conditions): string {
  const facets = filterFacets.map((facet) => described(facet, filters.facets[facet]));
  const said = `${(filters.measures ?? []).join('或')}${filters.fen === null ? '' : describeRange(filters.fen)}`;
  const amount = said === '' ? [] : [{ parameter: 'amount' as const, include: [said], exclude: [] }];
  return describeQuery(query, [...facets, described('code', codes), ...amount]);
}

const described = (parameter: FilterParameter, condition: FacetFilter = { include: [], exclude: [] }): DescribedFilter => ({
  parameter,
  ...condition,
});

function describeRange({ from, to }: FenRange): string {
  if (from !== null && from === to) return yuanOf(from);
  return [...(from === null ? [] : [`不低于${yuanOf(from)}`]), ...(to === null ? [] : [`不高于${yuanOf(to)}`])].join('且');
}

/** 1360860n -> 13608.6元 */
function yuanOf(fen: bigint): string {
  const digits = (fen < 0n ? -fen : fen).toString().padStart(3, '0');
  const fraction = digits.slice(-2).replace(/0+$/, '');
  return `${fen < 0n ? '-' : ''}${digits.slice(0, -2)}${fraction === '' ? '' : `.${fraction}`}元`;
}
