import type { Context } from 'hono';
import { z } from 'zod';
import { suggest } from '../../src/search/suggest.ts';
import type { Service } from '../service.ts';
import { readParameters } from './parameters.ts';

export const suggestParameters = z.object({
  q: z.string().default('').meta({ description: '已输入的文字；提示的是最后一个词', example: '公务' }),
});

export const answerSuggest =
  ({ engine, site }: Service) =>
  async (context: Context) => {
    const { q } = readParameters(suggestParameters, new URL(context.req.url).searchParams);
    return context.json(await suggest(engine, q, { base: site.base }));
  };
