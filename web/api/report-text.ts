import type { Context } from 'hono';
import type { Service } from '../service.ts';
import { findReport, missing } from './find-report.ts';

/** The canonical text, character for character (a byte order mark stays). */
export const answerText = (service: Service) => async (context: Context) => {
  const id = context.req.param('id') ?? '';
  const { text } = await service.engine.read(async (reader) => (await reader.text((await findReport(reader, id)).id)) ?? missing(id));
  return context.body(text, 200, { 'content-type': 'text/plain; charset=utf-8' });
};
