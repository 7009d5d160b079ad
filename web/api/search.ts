import type { Context } from 'hono';
import { runSearch } from '../../src/search/run-search.ts';
import type { Service } from '../service.ts';
import { readParameters } from './parameters.ts';
import { searchParameters } from './search-parameters.ts';

export const answerSearch =
  ({ engine, site }: Service) =>
  async (context: Context) => {
    const request = readParameters(searchParameters, new URL(context.req.url).searchParams);
    return context.json(await runSearch(engine, request, { base: site.base }));
  };
