import type { Context } from 'hono';
import { z } from 'zod';
import { findReport } from '../api/find-report.ts';
import { offsets, readParameters, wholeNumber } from '../api/parameters.ts';
import { printFootStyle } from '../parts/print-foot.ts';
import type { Service } from '../service.ts';
import { frameOf } from './frame-of.ts';

const printedParameters = z.object({ at: offsets.optional(), from: wholeNumber(0, 999_999_999).optional() });

/** The style sheet of a report on paper. */
export const showPrintFoot = (service: Service) => async (context: Context) => {
  const printed = readParameters(printedParameters, new URL(context.req.url).searchParams);
  const report = await service.engine.read((reader) => findReport(reader, context.req.param('id') ?? ''));
  return context.body(printFootStyle(frameOf(service, context), { report, ...printed }), 200, {
    'content-type': 'text/css; charset=utf-8',
  });
};
