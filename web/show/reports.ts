import type { Context } from 'hono';
import { filterReports } from '../api/filter-reports.ts';
import { reportListParameters } from '../api/list-parameters.ts';
import { pageOf } from '../api/lists.ts';
import { readParameters } from '../api/parameters.ts';
import { reportsPage } from '../pages/reports-page.ts';
import { addressOfForm, showReportFilters } from '../parts/report-filters.ts';
import { readReports } from '../read-reports.ts';
import type { Service } from '../service.ts';
import { frameOf } from './frame-of.ts';

export const showReports = (service: Service) => async (context: Context) => {
  const { searchParams } = new URL(context.req.url);
  const lasting = addressOfForm(searchParams);
  if (lasting !== null) return context.redirect(service.site.url(lasting));
  const asked = readParameters(reportListParameters, searchParams);
  const all = await readReports(service.engine);
  const { entries, ...counts } = pageOf(filterReports(all, asked), asked.page, asked.size);
  const url = (page: number): string => {
    const parameters = new URLSearchParams(searchParams);
    parameters.set('page', String(page));
    return service.site.url(`/reports?${parameters}`);
  };
  const filters = showReportFilters(service.site.url('/reports'), all, asked);
  return context.html(reportsPage(frameOf(service, context), { ...counts, reports: entries }, filters, url));
};
