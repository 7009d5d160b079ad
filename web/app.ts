import { Hono } from 'hono';
import { compress } from 'hono/compress';
import { getPath } from 'hono/utils/url';
import type { Engine } from '../src/engine/engine.ts';
import { answerBatch } from './api/batch.ts';
import { answerCompare } from './api/compare.ts';
import { answerCompareFile } from './api/compare-file.ts';
import { contract } from './api/contract.ts';
import { answerCoverage } from './api/coverage.ts';
import { answerFactFile } from './api/fact-file.ts';
import { answerFacts } from './api/facts.ts';
import { answerAlive, answerMetrics, answerReady } from './api/health.ts';
import { answerOpenApi } from './api/openapi.ts';
import { answerReport } from './api/report.ts';
import { answerBlocks } from './api/report-blocks.ts';
import { answerOriginal } from './api/report-original.ts';
import { answerText } from './api/report-text.ts';
import { answerReports } from './api/reports.ts';
import { answerRowFile } from './api/row-file.ts';
import { answerRows } from './api/rows.ts';
import { answerSearch } from './api/search.ts';
import { answerExport } from './api/search-export.ts';
import { answerSuggest } from './api/suggest.ts';
import { readAssets } from './assets.ts';
import { type ExpectedList, nothingExpected } from './coverage/expected.ts';
import { openCoverage } from './coverage/read-coverage.ts';
import { throwErrorsOnly } from './errors-only.ts';
import { measure } from './measure.ts';
import { countAnswers } from './metrics.ts';
import { answerProblem, answerUnknown } from './problems.ts';
import { refuseLongAddresses } from './refuse.ts';
import { securityHeaders } from './security.ts';
import type { Originals, Service } from './service.ts';
import { showBatch } from './show/batch.ts';
import { showCompare } from './show/compare.ts';
import { showCoverage } from './show/coverage.ts';
import { showOpenSearch } from './show/open-search.ts';
import { showAbout, showApi } from './show/plain.ts';
import { showPrintFoot } from './show/print-foot.ts';
import { showReport, showReportCard } from './show/report.ts';
import { showReports } from './show/reports.ts';
import { showSearch } from './show/search.ts';
import { describeSite, withoutBase } from './site.ts';
import { serveAssets } from './static-files.ts';

export interface AppOptions {
  readonly engine: Engine;
  readonly archive: Originals;
  /** Absolute address under which the outside reaches the service, sub-path included; null: whatever was asked. */
  readonly publicUrl?: string | null;
  readonly version?: string;
  /** Which reports should be here; nothing where nobody says. */
  readonly expected?: () => Promise<ExpectedList>;
  /** Told of every error that nobody foresaw. */
  readonly report?: (error: unknown) => void;
}

/** The whole web side as a function of requests. It listens to nothing. */
export function createApp(options: AppOptions): Hono {
  const { engine, archive, publicUrl = null, version = '0.1.0', report = console.error } = options;
  const { expected = async () => nothingExpected } = options;
  const site = describeSite(publicUrl);
  const coverage = openCoverage(engine, archive, site.base);
  const service: Service = { engine, archive, coverage, expected, site, assets: readAssets(), metrics: countAnswers(), version, report };
  const app = new Hono({ getPath: (request) => withoutBase(site.base, getPath(request)) });

  app.use(measure(service), securityHeaders, compress(), throwErrorsOnly, refuseLongAddresses);
  app.onError(answerProblem(service));
  app.notFound(answerUnknown(service));

  app.get(contract.search.path, answerSearch(service));
  app.get(contract.searchCsv.path, answerExport(service, 'csv'));
  app.get(contract.searchNdjson.path, answerExport(service, 'ndjson'));
  app.get(contract.searchAtom.path, answerExport(service, 'atom'));
  app.post(contract.batch.path, answerBatch(service));
  app.get(contract.suggest.path, answerSuggest(service));
  app.get(contract.reports.path, answerReports(service));
  app.get(contract.report.path, answerReport(service));
  app.get(contract.text.path, answerText(service));
  app.get(contract.original.path, answerOriginal(service));
  app.get(contract.blocks.path, answerBlocks(service));
  app.get(contract.rows.path, answerRows(service));
  app.get(contract.rowFile.path, answerRowFile(service));
  app.get(contract.facts.path, answerFacts(service));
  app.get(contract.factFile.path, answerFactFile(service));
  app.get(contract.compare.path, answerCompare(service));
  app.get(contract.compareFile.path, answerCompareFile(service));
  app.get(contract.coverage.path, answerCoverage(service));
  app.get(contract.openapi.path, answerOpenApi(service));
  app.get(contract.alive.path, answerAlive());
  app.get(contract.ready.path, answerReady(service));
  app.get(contract.metrics.path, answerMetrics(service));

  app.get('/', showSearch(service));
  app.get('/reports', showReports(service));
  app.get('/reports/:id', showReport(service));
  app.get('/reports/:id/card', showReportCard(service));
  app.get('/reports/:id/print.css', showPrintFoot(service));
  app.get('/batch', showBatch(service));
  app.post('/batch', showBatch(service));
  app.get('/compare', showCompare(service));
  app.get('/coverage', showCoverage(service));
  app.get('/about', showAbout(service));
  app.get('/api', showApi(service));
  app.get('/search.xml', showOpenSearch(service));
  serveAssets(app, service.assets);
  return app;
}
