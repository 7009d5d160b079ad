import type { Context } from 'hono';
import { readCoverage } from '../coverage.ts';
import type { Service } from '../service.ts';

export const answerCoverage =
  ({ engine, archive, site }: Service) =>
  async (context: Context) =>
    context.json(await readCoverage(engine, archive, site.base));
