import type { Context } from 'hono';
import type { Service } from '../service.ts';
import { findReport, missing } from './find-report.ts';

export const answerBlocks = (service: Service) => async (context: Context) => {
  const id = context.req.param('id') ?? '';
  const { report, blocks } = await service.engine.read(async (reader) => {
    const report = await findReport(reader, id);
    return { report, blocks: (await reader.blocks(report.id)) ?? missing(id) };
  });
  return context.json({ length: report.characters, blocks });
};
