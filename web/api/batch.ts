import type { Context } from 'hono';
import { z } from 'zod';
import { MOST_QUERIES, runBatch } from '../../src/search/batch.ts';
import { searchRequestSchema } from '../../src/search/request.ts';
import { LONGEST_ADDRESS } from '../refuse.ts';
import type { Service } from '../service.ts';
import { readBody } from './body.ts';
import { readParameters } from './parameters.ts';
import { searchParameters } from './search-parameters.ts';

/** What all queries of a batch have in common: filters and level, in the address as in a search. */
export const batchParameters = searchParameters.omit({
  q: true,
  page: true,
  size: true,
  facets: true,
  sort: true,
  group: true,
  explain: true,
});

const querySchema = z
  .string({ error: '每个检索式须为文字' })
  .max(LONGEST_ADDRESS, { error: ({ input }) => `一个检索式有 ${String(input).length} 个字符，最多 ${LONGEST_ADDRESS} 个` });

export const batchBodySchema = z
  .object({
    queries: z
      .array(querySchema, { error: '须为文字的列表' })
      .min(1, { error: '至少一个检索式' })
      .max(MOST_QUERIES, { error: `最多 ${MOST_QUERIES} 个检索式` })
      .meta({ description: `检索式，最多 ${MOST_QUERIES} 个`, example: ['惠企周转金', '"公务接待费"'] }),
  })
  .readonly();

export const answerBatch =
  ({ engine, site }: Service) =>
  async (context: Context) => {
    const asked = readParameters(batchParameters, new URL(context.req.url).searchParams);
    const { queries } = await readBody(context, batchBodySchema);
    return context.json(await runBatch(engine, queries, searchRequestSchema.parse(asked), { base: site.base }));
  };
