import type { Context } from 'hono';
import { z } from 'zod';
import { NotFoundError } from '../../src/errors.ts';
import { matchModes } from '../../src/search/request.ts';
import { offsets, readParameters, wholeNumber } from '../api/parameters.ts';
import { reportPage } from '../pages/report-page.ts';
import { showCard } from '../parts/card.ts';
import type { Service } from '../service.ts';
import { openCard } from '../viewer/open-card.ts';
import { openReport } from '../viewer/open-report.ts';
import { openSource } from '../viewer/open-source.ts';
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
  const frame = frameOf(service, context);
  const open = await openReport(service.engine, context.req.param('id') ?? '', state);
  const card = await openCard(service.engine, service.site.base, open);
  return context.html(reportPage(frame, open, card === null ? '' : showCard(frame, card, new Date().toISOString()), state));
};

/** The card of a place alone, for scripts that put it into the page at hand. */
export const showReportCard = (service: Service) => async (context: Context) => {
  const { at, h } = readParameters(viewerParameters, new URL(context.req.url).searchParams);
  const source = await openSource(service.engine, context.req.param('id') ?? '', { at, h });
  const card = await openCard(service.engine, service.site.base, source);
  if (card === null) throw new NotFoundError('这份报告的这个位置没有可引用的文字。');
  return context.html(showCard(frameOf(service, context), card, new Date().toISOString()));
};
