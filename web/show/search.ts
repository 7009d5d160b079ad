import type { Context } from 'hono';
import type { Engine } from '../../src/engine/engine.ts';
import { type SearchRequest, searchRequestSchema } from '../../src/search/request.ts';
import { runSearch } from '../../src/search/run-search.ts';
import { flag, readParameters } from '../api/parameters.ts';
import { searchParameters } from '../api/search-parameters.ts';
import { type Example, landingPage } from '../pages/landing-page.ts';
import { searchPage } from '../pages/search-page.ts';
import type { Service } from '../service.ts';
import { frameOf } from './frame-of.ts';

/** Pages group near-identical places unless told otherwise. */
const pageParameters = searchParameters.extend({ group: flag.default(true) });

export const showSearch = (service: Service) => async (context: Context) => {
  const { searchParams } = new URL(context.req.url);
  const request = readParameters(pageParameters, searchParams);
  const frame = frameOf(service, context);
  const reports = await service.engine.read((reader) => reader.reports());
  if (searchParams.size === 0) return context.html(landingPage(frame, reports, await findExamples(service.engine)));
  const answer = await runSearch(service.engine, request, { base: service.site.base });
  const titles = new Map(reports.map(({ id, title, department, file }) => [id, title ?? department ?? file]));
  return context.html(searchPage(frame, request, answer, (id) => titles.get(id) ?? id));
};

/** What a newcomer may try. Only what finds something here is shown. */
const examples: readonly Omit<Example, 'total'>[] = [
  { q: '"公务接待费"', says: '逐字查找' },
  { q: '公务用车购置及运行 增加', says: '几个词语' },
  { q: '机关运行经费支出', says: '一段文字' },
  { q: '金额:>1000万 科学技术', says: '按金额' },
  { q: '科目:206 决算', says: '按科目' },
  { q: '政府采购 -工程', says: '排除' },
];

async function findExamples(engine: Engine): Promise<readonly Example[]> {
  const ask = (q: string): SearchRequest => searchRequestSchema.parse({ q, size: 1, facets: 'none' });
  const counted = await Promise.all(
    examples.map(async (example) => ({ ...example, total: (await runSearch(engine, ask(example.q))).total })),
  );
  return counted.filter(({ total }) => total > 0);
}
