import type { Context } from 'hono';
import type { Service } from '../service.ts';

export const answerCoverage =
  ({ coverage }: Service) =>
  async (context: Context) =>
    context.json(await coverage());
