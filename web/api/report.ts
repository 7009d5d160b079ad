import type { Context } from 'hono';
import type { Service } from '../service.ts';
import { findReport } from './find-report.ts';

export const answerReport = (service: Service) => async (context: Context) => {
  const report = await service.engine.read((reader) => findReport(reader, context.req.param('id') ?? ''));
  return context.json(report);
};
