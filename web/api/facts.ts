import type { Context } from 'hono';
import { listFacts } from '../../src/search/list-facts.ts';
import type { Service } from '../service.ts';
import { factListParameters } from './fact-parameters.ts';
import { readParameters } from './parameters.ts';

export const answerFacts =
  ({ engine, site }: Service) =>
  async (context: Context) => {
    const asked = readParameters(factListParameters, new URL(context.req.url).searchParams);
    return context.json(await listFacts(engine, asked, { base: site.base }));
  };
