import type { Filters, Reader } from '../engine/engine.ts';
import { labelOf, labelOfValue } from '../query/filters.ts';
import { parseQuery } from '../query/parse.ts';
import type { Reason } from './answer.ts';
import { levelQuery } from './levels.ts';
import { searchUrl } from './links.ts';
import { filterFacets, type SearchRequest } from './request.ts';
import type { Search } from './search.ts';
import { withoutRanges } from './toggle.ts';

/** Why nothing was found: what dropping each filter and each term would give, in real counts. At least one reason always. */
export async function explainSilence(reader: Reader, search: Search): Promise<Reason[]> {
  const reasons = [...(await filterReasons(reader, search)), ...(await termReasons(reader, search))];
  return reasons.length > 0 ? reasons : [{ kind: 'empty', message: '索引中没有任何条目', count: 0, url: null }];
}

async function filterReasons(reader: Reader, search: Search): Promise<Reason[]> {
  const { conditions, levelled, level, request, base } = search;
  const { filters } = conditions;
  const total = async (changed: Filters) =>
    (await reader.match(levelled.matches[level], { filters: changed, facets: [], order: 'source', from: 0, size: 0 })).total;
  const reasons: Reason[] = [];
  for (const facet of filterFacets) {
    const { [facet]: own, ...others } = filters.facets;
    if (!own) continue;
    const typed = conditions.typed.filter((one) => one.facet === facet).map((one) => one.typed);
    const names = [...own.include, ...own.exclude].map((value) => labelOfValue(facet, value)).join('、');
    const without: SearchRequest = { ...request, q: withoutRanges(request.q, typed), [facet]: [], page: 1 };
    const count = await total({ ...filters, facets: others });
    reasons.push({ kind: 'filter', message: `去掉${labelOf(facet)}筛选（${names}）有 ${count} 条`, count, url: searchUrl(base, without) });
  }
  return reasons;
}

async function termReasons(reader: Reader, { parsed, conditions, request, base }: Search): Promise<Reason[]> {
  const reasons: Reason[] = [];
  for (const term of parsed.terms) {
    const q = withoutRanges(request.q, [term]);
    const { matches } = levelQuery(parseQuery(q).query, () => true);
    const { total } = await reader.match(matches.literal, { filters: conditions.filters, facets: [], order: 'source', from: 0, size: 0 });
    reasons.push({
      kind: 'term',
      message: `去掉“${term.text}”有 ${total} 条`,
      count: total,
      url: searchUrl(base, { ...request, q, page: 1 }),
    });
  }
  return reasons;
}
