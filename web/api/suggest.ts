import type { Context } from 'hono';
import { z } from 'zod';
import { searchRequestSchema } from '../../src/search/request.ts';
import { suggest } from '../../src/search/suggest.ts';
import { pageUrl } from '../parts/page-url.ts';
import type { Service } from '../service.ts';
import { flag, readParameters } from './parameters.ts';
import { searchParameters } from './search-parameters.ts';

/** What was typed, and the search that is being changed: counts are of what its filters let through, and links keep them, its order and its grouping. */
export const suggestParameters = searchParameters.omit({ page: true, size: true, facets: true, explain: true }).extend({
  q: z.string().default('').meta({ description: '已输入的文字；提示的是最后一个词', example: '公务' }),
  group: flag.default(true).meta({ description: '0：所给页面不归并相近的条目', enum: ['0', '1'] }),
});

export const answerSuggest =
  ({ engine, site }: Service) =>
  async (context: Context) => {
    const asked = readParameters(suggestParameters, new URL(context.req.url).searchParams);
    return context.json(
      await suggest(engine, asked.q, {
        urlOf: (request) => pageUrl(site.base, request),
        within: searchRequestSchema.parse(asked),
      }),
    );
  };
