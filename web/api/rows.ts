import type { Context } from 'hono';
import { listRows } from '../../src/search/list-rows.ts';
import type { Service } from '../service.ts';
import { rowListParameters } from './list-parameters.ts';
import { readParameters } from './parameters.ts';

export const answerRows =
  ({ engine, site }: Service) =>
  async (context: Context) => {
    const asked = readParameters(rowListParameters, new URL(context.req.url).searchParams);
    return context.json(await listRows(engine, asked, { base: site.base }));
  };
