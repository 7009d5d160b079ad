import type { Context } from 'hono';
import { z } from 'zod';
import { MOST_QUERIES, runBatch } from '../../src/search/batch.ts';
import { searchRequestSchema } from '../../src/search/request.ts';
import { readText } from '../api/body.ts';
import { readParameters, wholeNumber } from '../api/parameters.ts';
import { batchPage } from '../pages/batch-page.ts';
import { isGrouping } from '../parts/batch-matrix.ts';
import { InvalidParametersError } from '../problem.ts';
import { LONGEST_ADDRESS } from '../refuse.ts';
import type { Service } from '../service.ts';
import { frameOf } from './frame-of.ts';

const matrixParameters = z.object({ page: wholeNumber(1, 1_000_000).default(1) });

/** The form as it is, or as it was filled in with its matrix. A short list may stand in the address, a long one comes as the body. */
export const showBatch = (service: Service) => async (context: Context) => {
  const fields = context.req.method === 'POST' ? new URLSearchParams(await readText(context)) : new URL(context.req.url).searchParams;
  const typed = fields.get('q') ?? '';
  const by = fields.get('by') ?? '';
  const { page } = readParameters(matrixParameters, fields);
  const queries = linesOf(typed);
  if (queries.length > MOST_QUERIES)
    throw new InvalidParametersError([{ parameter: 'q', message: `最多 ${MOST_QUERIES} 行，收到 ${queries.length} 行` }]);
  const longest = Math.max(0, ...queries.map((query) => query.length));
  if (longest > LONGEST_ADDRESS)
    throw new InvalidParametersError([{ parameter: 'q', message: `一行有 ${longest} 个字符，最多 ${LONGEST_ADDRESS} 个` }]);
  const answer =
    queries.length === 0
      ? null
      : await runBatch(service.engine, queries, searchRequestSchema.parse({ match: fields.get('literal') === '1' ? 'literal' : 'auto' }), {
          base: service.site.base,
        });
  const form = { typed, by: isGrouping(by) ? by : 'both', literal: fields.get('literal') === '1', page } as const;
  return context.html(batchPage(frameOf(service, context), form, answer));
};

/** One term a line; empty lines and repetitions are left out. */
const linesOf = (typed: string): string[] => [
  ...new Set(
    typed
      .split(/\r\n|\r|\n/)
      .map((line) => line.trim())
      .filter((line) => line !== ''),
  ),
];
