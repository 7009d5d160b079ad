import type { Context } from 'hono';
import { z } from 'zod';
import type { Engine } from '../../src/engine/engine.ts';
import { censusOf } from '../../src/search/census.ts';
import { type SearchRequest, shownFacets } from '../../src/search/request.ts';
import { runSearch } from '../../src/search/run-search.ts';
import { flag, readParameters } from '../api/parameters.ts';
import { searchParameters } from '../api/search-parameters.ts';
import { landingPage } from '../pages/landing-page.ts';
import { searchPage } from '../pages/search-page.ts';
import { readReports } from '../read-reports.ts';
import type { Service } from '../service.ts';
import { countExamples } from './examples.ts';
import { frameOf } from './frame-of.ts';

/** Pages group near-identical places unless told otherwise, and may show a facet with all its values. */
const pageParameters = searchParameters.extend({
  group: flag.default(true),
  whole: z.enum(shownFacets, { error: `须为下列之一：${shownFacets.join('、')}` }).optional(),
});

export const showSearch = (service: Service) => {
  const { engine, site } = service;
  const findExamples = countExamples(engine);
  return async (context: Context) => {
    const { searchParams } = new URL(context.req.url);
    const frame = frameOf(service, context);
    if (searchParams.size === 0) {
      const { reports, build } = await engine.read(async (reader) => ({
        reports: await censusOf(engine, reader).reports(),
        build: reader.build,
      }));
      return context.html(landingPage(frame, reports, await findExamples(build)));
    }
    const { whole = null, ...request } = readParameters(pageParameters, searchParams);
    const [answer, reports] = await Promise.all([runSearch(engine, request, { base: site.base }), reportsNamed(engine, request)]);
    return context.html(searchPage(frame, { request, answer, reports, whole }));
  };
};

/** Only where a search is limited to reports are their names needed. */
const reportsNamed = async (engine: Engine, { report }: SearchRequest) => (report.length === 0 ? [] : readReports(engine));
