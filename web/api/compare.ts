import type { Context } from 'hono';
import { compare } from '../../src/compare/compare.ts';
import type { Service } from '../service.ts';
import { compareParameters } from './compare-parameters.ts';
import { readParameters } from './parameters.ts';

export const answerCompare =
  ({ engine, site }: Service) =>
  async (context: Context) => {
    const asked = readParameters(compareParameters, new URL(context.req.url).searchParams);
    return context.json(await compare(engine, asked, { base: site.base }));
  };
