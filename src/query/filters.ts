import type { documentFacets, reportFacets } from '../model/facet.ts';

/**
 * The filters of a search as a table: query operators, parameters, facets, chips and the describing sentence all come from it.
 * `parameter` is the name in the URL, `operators` the names that may be typed before a colon, `facets` the facets whose values a typed part is
 * looked up in (the first one that has any wins). `reading` says how a typed part becomes values of the index:
 * `contains` every value that holds it (both folded), `equals` the equal one, `code` a subject code or name, `range` an amount in 元 or with unit.
 */
export interface Filter {
  readonly parameter: FilterParameter;
  readonly operators: readonly string[];
  readonly label: string;
  readonly facets: readonly FilterFacetName[];
  readonly reading: 'contains' | 'equals' | 'code' | 'range';
}

export type FilterFacetName = (typeof reportFacets)[number] | (typeof documentFacets)[number];
export type FilterParameter = FilterFacetName | 'code' | 'amount';

export const filters: readonly Filter[] = [
  { parameter: 'department', operators: ['部门', '单位'], label: '部门', facets: ['department'], reading: 'contains' },
  { parameter: 'district', operators: ['地区', '区县'], label: '区县', facets: ['district', 'city'], reading: 'contains' },
  { parameter: 'city', operators: ['城市'], label: '城市', facets: ['city'], reading: 'contains' },
  { parameter: 'year', operators: ['年度', '年份'], label: '年度', facets: ['year'], reading: 'equals' },
  { parameter: 'reportKind', operators: ['类型'], label: '报告种类', facets: ['reportKind'], reading: 'contains' },
  { parameter: 'scope', operators: ['口径'], label: '口径', facets: ['scope'], reading: 'contains' },
  { parameter: 'code', operators: ['科目'], label: '科目', facets: [], reading: 'code' },
  { parameter: 'category', operators: ['章节'], label: '章节', facets: ['category'], reading: 'contains' },
  { parameter: 'table', operators: ['表'], label: '表', facets: ['table'], reading: 'contains' },
  { parameter: 'kind', operators: ['条目'], label: '条目种类', facets: ['kind'], reading: 'equals' },
  { parameter: 'amount', operators: ['金额'], label: '金额', facets: [], reading: 'range' },
];

const byOperator = new Map(filters.flatMap((filter) => filter.operators.map((name) => [name, filter] as const)));
const byParameter = new Map(filters.map((filter) => [filter.parameter, filter] as const));

export const LONGEST_OPERATOR = Math.max(...[...byOperator.keys()].map((name) => name.length));

/** The filter that is typed as `name:`; undefined when there is none. */
export const filterOfOperator = (name: string): Filter | undefined => byOperator.get(name);

/** The label of a facet or parameter in the interface. */
export const labelOf = (parameter: FilterParameter): string => byParameter.get(parameter)?.label ?? parameter;

/** What is shown for documents without a value. */
export const NOT_STATED = '未载明';

const valueLabels: { readonly [parameter in FilterParameter]?: Readonly<Record<string, string>> } = {
  kind: { passage: '段落', row: '表格行', heading: '标题', header: '表头' },
};

/** A value as it is shown: 段落 for `passage`, 未载明 for none, otherwise itself. */
export const labelOfValue = (parameter: FilterParameter, value: string | null): string =>
  value === null ? NOT_STATED : (valueLabels[parameter]?.[value] ?? value);
