import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import { blockSchema } from '../../model/block.ts';
import { type ReportSummary, reportSchema, reportSummarySchema } from '../../model/report.ts';
import { spanSchema } from '../../model/span.ts';
import type { Reader } from '../engine.ts';
import { compileMatch } from './sqlite-compiler.ts';
import { nameCounts } from './sqlite-count.ts';
import { plainFactFilters } from './sqlite-fact-filter.ts';
import { plainFilters } from './sqlite-filter.ts';
import { idAt } from './sqlite-ids.ts';
import type { Lease } from './sqlite-lease.ts';
import { unpackCandidates } from './sqlite-packed.ts';
import { readStored } from './sqlite-stored.ts';
import { documentTuples, factTuples } from './sqlite-tuples.ts';

/** The same summaries come with every page: those that came last are not parsed again. */
const recentSummaries = new LRUCache<string, ReportSummary>({
  max: 20_000,
  memoMethod: (stored) => readStored(reportSummarySchema, stored),
});
const readSummary = (stored: string): ReportSummary => recentSummaries.memo(stored);

const blocksSchema = z.array(blockSchema).readonly();
const pagesSchema = z.array(spanSchema).readonly().nullable();

/** The port's reader over a lent thread. Stored JSON is checked here, at the border. */
export function createReader(lease: Lease): Reader {
  const { columns } = lease;
  return {
    build: columns.build,
    values: () => lease.ask('values', null),
    async match(match, { filters, ...request }) {
      const ask = { ...request, program: compileMatch(match), filters: plainFilters(filters) };
      const { total, counts, positions } = await lease.ask('match', ask);
      const ids = Array.from(positions, (position) => idAt(columns, position));
      return { total, exact: true, counts: nameCounts(counts, columns.values), ids };
    },
    async candidates(match, filters, words, most) {
      const ask = { program: compileMatch(match), filters: plainFilters(filters), words, most };
      return unpackCandidates(await lease.ask('candidates', ask), columns);
    },
    async documents(ids, ahead) {
      const found = await lease.ask('documents', { ids, ahead });
      return found.map(({ document, summary, window }) => ({
        document: documentTuples.read(document),
        report: readSummary(summary),
        window,
      }));
    },
    async reports() {
      return (await lease.ask('reports', null)).map(readSummary);
    },
    async report(id) {
      const stored = await lease.ask('report', { id });
      return stored === null ? null : readStored(reportSchema, stored);
    },
    async text(id) {
      const stored = await lease.ask('text', { id });
      return stored === null ? null : { text: stored.text, pages: readStored(pagesSchema, stored.pages) };
    },
    async blocks(id) {
      const stored = await lease.ask('blocks', { id });
      return stored === null ? null : readStored(blocksSchema, stored);
    },
    async facts({ filters, ...request }) {
      const { total, facts, summaries } = await lease.ask('facts', { ...request, filters: plainFactFilters(filters) });
      const reports = summaries.map(readSummary);
      const found = facts.flatMap(({ fact, summary }) => {
        const report = reports[summary];
        return report === undefined ? [] : [{ fact: factTuples.read(fact), report }];
      });
      return { total, facts: found };
    },
    periods: (id) => lease.ask('periods', { id }),
    factItems: (containing, filters, size) => lease.ask('factItems', { containing, size, filters: plainFactFilters(filters) }),
  };
}
