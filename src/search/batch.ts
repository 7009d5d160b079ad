import { z } from 'zod';
import type { Engine } from '../engine/engine.ts';
import { EngineUnavailableError } from '../errors.ts';
import type { ReportSummary } from '../model/report.ts';
import { hitReportSchema, levelSchema } from './answer.ts';
import { censusOf } from './census.ts';
import { countByReport } from './count-by-report.ts';
import { searchUrl } from './links.ts';
import { hitReport } from './make-hit.ts';
import { prepareSearch } from './prepare-search.ts';
import type { SearchRequest } from './request.ts';

/**
 * One query with the number of its documents in each report that has any. `url` is the page of the search; that of a report names the level,
 * which would be chosen anew within the report.
 */
const batchQuerySchema = z
  .object({
    q: z.string(),
    total: z.int(),
    exact: z.boolean(),
    level: levelSchema,
    url: z.string(),
    reports: z.array(z.object({ report: z.string(), count: z.int(), url: z.string() }).readonly()).readonly(),
  })
  .readonly();
export type BatchQuery = z.infer<typeof batchQuerySchema>;

/** `queries` in the order asked, `reports` those that some query has documents in, in source order. */
export const batchAnswerSchema = z
  .object({
    queries: z.array(batchQuerySchema).readonly(),
    reports: z.array(hitReportSchema).readonly(),
    engine: z.object({ name: z.string(), build: z.string() }).readonly(),
  })
  .readonly();
export type BatchAnswer = z.infer<typeof batchAnswerSchema>;

export const MOST_QUERIES = 500;

interface Counted {
  readonly build: string;
  readonly query: BatchQuery;
  readonly reports: readonly ReportSummary[];
}

/** How often queries are asked again because the index was written to in between. */
const MOST_ROUNDS = 5;

/**
 * The counts of many queries, each the same as the search alone has. `request` holds what they have in common; its `q` does not matter. Every query has the
 * engine's own time limit, and all counts are of one state of the index: those of an older one are asked again. Throws what runSearch throws.
 */
export async function runBatch(
  engine: Engine,
  queries: readonly string[],
  request: SearchRequest,
  { base = '' }: { readonly base?: string } = {},
): Promise<BatchAnswer> {
  const counted = new Map<string, Counted>();
  for (let round = 0; round < MOST_ROUNDS; round++) {
    let build: string | undefined;
    for (const q of new Set(queries)) {
      const known = counted.get(q);
      if (known !== undefined && known.build === build) continue;
      const fresh = await countQuery(engine, { ...request, q, page: 1 }, base);
      counted.set(q, fresh);
      build = fresh.build;
    }
    if ([...counted.values()].every((one) => one.build === build)) return answerOf(engine, queries, counted, base);
  }
  throw new EngineUnavailableError('索引正在不断更新，各检索词的条数对不到同一时刻。请稍后再试。');
}

const countQuery = (engine: Engine, request: SearchRequest, base: string): Promise<Counted> =>
  engine.read(async (reader) => {
    const census = censusOf(engine, reader);
    const { conditions, levelled, level, answer } = await prepareSearch(reader, census, request);
    const counts = await countByReport(reader, levelled.matches[level], conditions.filters);
    const within = (report: string) => searchUrl(base, { ...request, match: level, report: [report] });
    const reports = [...counts].map(([report, count]) => ({ report, count, url: within(report) }));
    const query = { q: request.q, total: answer.total, exact: answer.exact, level, url: searchUrl(base, request), reports };
    return { build: reader.build, query, reports: await census.reports() };
  });

function answerOf(engine: Engine, queries: readonly string[], counted: ReadonlyMap<string, Counted>, base: string): BatchAnswer {
  const own = queries.flatMap((q) => counted.get(q) ?? []);
  const met = new Set(own.flatMap(({ query }) => query.reports.map(({ report }) => report)));
  const [first] = own;
  return {
    queries: own.map(({ query }) => query),
    reports: (first?.reports ?? []).filter(({ id }) => met.has(id)).map((report) => hitReport(report, base)),
    engine: { name: engine.name, build: first?.build ?? '' },
  };
}
