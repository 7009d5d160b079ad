import type { Context } from 'hono';
import { readReports } from '../read-reports.ts';
import type { Service } from '../service.ts';
import { filterReports } from './filter-reports.ts';
import { reportListParameters } from './list-parameters.ts';
import { pageOf } from './lists.ts';
import { readParameters } from './parameters.ts';

export const answerReports = (service: Service) => async (context: Context) => {
  const asked = readParameters(reportListParameters, new URL(context.req.url).searchParams);
  const all = await readReports(service.engine);
  const { entries, ...counts } = pageOf(filterReports(all, asked), asked.page, asked.size);
  return context.json({ ...counts, reports: entries });
};
