import type { Context } from 'hono';
import { runSearch } from '../../src/search/run-search.ts';
import { flag, readParameters } from '../api/parameters.ts';
import { searchParameters } from '../api/search-parameters.ts';
import { landingPage } from '../pages/landing-page.ts';
import { searchPage } from '../pages/search-page.ts';
import { withPageLinks } from '../parts/page-links.ts';
import type { Service } from '../service.ts';
import { countExamples } from './examples.ts';
import { frameOf } from './frame-of.ts';

/** Pages group near-identical places unless told otherwise. */
const pageParameters = searchParameters.extend({ group: flag.default(true) });

export const showSearch = (service: Service) => {
  const findExamples = countExamples(service.engine);
  return async (context: Context) => {
    const { searchParams } = new URL(context.req.url);
    const request = readParameters(pageParameters, searchParams);
    const frame = frameOf(service, context);
    const { reports, build } = await service.engine.read(async (reader) => ({ reports: await reader.reports(), build: reader.build }));
    if (searchParams.size === 0) return context.html(landingPage(frame, reports, await findExamples(build)));
    const answer = withPageLinks(await runSearch(service.engine, request, { base: service.site.base }));
    return context.html(searchPage(frame, request, answer, reports));
  };
};
