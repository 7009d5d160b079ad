import type { Context } from 'hono';
import { z } from 'zod';
import { searchRequestSchema } from '../../src/search/request.ts';
import { suggest } from '../../src/search/suggest.ts';
import type { Service } from '../service.ts';
import { readParameters } from './parameters.ts';
import { searchParameters } from './search-parameters.ts';

/** What was typed, and the filters in force: counts are of what they let through, and links keep them. */
export const suggestParameters = searchParameters
  .omit({ page: true, size: true, facets: true, sort: true, group: true, explain: true })
  .extend({ q: z.string().default('').meta({ description: '已输入的文字；提示的是最后一个词', example: '公务' }) });

export const answerSuggest =
  ({ engine, site }: Service) =>
  async (context: Context) => {
    const asked = readParameters(suggestParameters, new URL(context.req.url).searchParams);
    return context.json(await suggest(engine, asked.q, { base: site.base, within: searchRequestSchema.parse(asked) }));
  };
