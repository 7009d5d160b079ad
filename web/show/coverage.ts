import type { Context } from 'hono';
import { z } from 'zod';
import { flag, readParameters, wholeNumber } from '../api/parameters.ts';
import { chooseDepartments } from '../coverage/choose-departments.ts';
import { makeMatrix } from '../coverage/matrix.ts';
import { coveragePage } from '../pages/coverage-page.ts';
import { readReports } from '../read-reports.ts';
import type { Service } from '../service.ts';
import { frameOf } from './frame-of.ts';

const coverageParameters = z.object({
  name: z.string().default(''),
  report: z.string().optional(),
  lacking: flag.default(false),
  page: wholeNumber(1, 1_000_000_000).default(1),
});

export const showCoverage = (service: Service) => async (context: Context) => {
  const { report = null, ...others } = readParameters(coverageParameters, new URL(context.req.url).searchParams);
  const asked = { ...others, report };
  const reports = await readReports(service.engine);
  const [coverage, expected] = [await service.coverage(), await service.expected()];
  const chosen = chooseDepartments(makeMatrix(reports, expected.reports, coverage.unread), asked);
  return context.html(coveragePage(frameOf(service, context), { coverage, expected, asked, chosen }));
};
