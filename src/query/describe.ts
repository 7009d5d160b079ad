import { assertNever } from '../errors.ts';
import type { Query, Term } from './ast.ts';
import type { FilterParameter } from './filters.ts';
import { labelOf, labelOfValue } from './filters.ts';

/** A condition beside the words: values that may hold, values that may not. `null` is "not stated". */
export interface DescribedFilter {
  readonly parameter: FilterParameter;
  readonly include: readonly (string | null)[];
  readonly exclude: readonly (string | null)[];
}

/**
 * A query with its filters in one plain sentence:
 * 在年度为2023、部门不是甲局的报告中，查找含“纾困”、含“贷款”或“贴息”、不含“疫情”的条目
 */
export function describeQuery(query: Query, filters: readonly DescribedFilter[]): string {
  const conditions = filters.flatMap(describeFilter);
  const where = conditions.length > 0 ? `在${conditions.join('、')}的范围内，` : '';
  const parts = (query.kind === 'and' ? query.parts : [query]).map((part) => describePart(part));
  return `${where}${parts.length > 0 ? `查找${parts.join('、')}的条目` : '列出全部条目'}`;
}

function describeFilter({ parameter, include, exclude }: DescribedFilter): string[] {
  const label = labelOf(parameter);
  const names = (values: readonly (string | null)[]) => values.map((value) => labelOfValue(parameter, value)).join('或');
  return [...(include.length > 0 ? [`${label}为${names(include)}`] : []), ...(exclude.length > 0 ? [`${label}不是${names(exclude)}`] : [])];
}

function describePart(query: Query): string {
  switch (query.kind) {
    case 'term':
      return `含${describeTerm(query.term)}`;
    case 'not':
      return `不${describePart(query.part)}`;
    case 'or':
      return query.parts.map(describePart).join('或');
    case 'and':
      return query.parts.map(describePart).join('且');
    default:
      return assertNever(query);
  }
}

function describeTerm({ kind, text }: Term): string {
  switch (kind) {
    case 'bare':
      return `“${text}”`;
    case 'literal':
      return `原文“${text}”`;
    case 'amount':
      return `金额${text}`;
    default:
      return assertNever(kind);
  }
}
