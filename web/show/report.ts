import type { Context } from 'hono';
import { z } from 'zod';
import { matchModes } from '../../src/search/request.ts';
import { offsets, readParameters, wholeNumber } from '../api/parameters.ts';
import { reportPage } from '../pages/report-page.ts';
import type { Service } from '../service.ts';
import { openReport } from '../viewer/open-report.ts';
import { frameOf } from './frame-of.ts';

const viewerParameters = z.object({
  at: offsets.optional(),
  h: z
    .string()
    .regex(/^[0-9a-f]{8}$/, { error: '须为 8 位十六进制数' })
    .optional(),
  q: z.string().optional(),
  match: z.enum(matchModes).optional(),
  from: wholeNumber(0, 999_999_999).optional(),
  view: z.enum(['read', 'raw']).optional(),
});

export const showReport = (service: Service) => async (context: Context) => {
  const state = readParameters(viewerParameters, new URL(context.req.url).searchParams);
  const open = await openReport(service.engine, context.req.param('id') ?? '', state);
  return context.html(reportPage(frameOf(service, context), open, state));
};
