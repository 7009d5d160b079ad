import { z } from 'zod';
import { blockSchema } from '../../model/block.ts';
import { reportSchema } from '../../model/report.ts';
import type { Reader } from '../engine.ts';
import { facetNames } from '../filters.ts';
import { readCandidates } from './meilisearch-candidates.ts';
import { decodeValue } from './meilisearch-encode.ts';
import { listFactItems } from './meilisearch-fact-items.ts';
import { answerFacts } from './meilisearch-facts.ts';
import { readDocuments, readText } from './meilisearch-hits.ts';
import { answerMatch } from './meilisearch-match.ts';
import type { Memory } from './meilisearch-memory.ts';
import { readPeriods } from './meilisearch-periods.ts';
import { askCounts, type Session } from './meilisearch-session.ts';
import { buildOf } from './meilisearch-state.ts';
import { readParts, readPieces } from './meilisearch-store.ts';

const blocksSchema = z.array(blockSchema).readonly();

/** The port's reader over one session. `use` refuses when the reading is over. Stored JSON is checked here, at the border. */
export function createReader(session: Session, memory: Memory, use: <T>(work: () => Promise<T>) => Promise<T>): Reader {
  const { reports } = session;
  return {
    build: buildOf(session.state),
    values: () =>
      use(async () => {
        const [count] = await askCounts(session, [{ filter: session.visible, facets: facetNames }]);
        const valuesOf = (name: string) => Object.keys(count?.counts[name] ?? {}).map((value) => decodeValue(value, reports.long));
        return new Map(facetNames.map((name) => [name, valuesOf(name).filter((value) => value !== null)]));
      }),
    match: (match, request) => use(() => answerMatch(session, match, request)),
    candidates: (match, filters, words, most) => use(() => readCandidates(session, match, filters, words, most)),
    documents: (ids, ahead) => use(() => readDocuments(session, memory, ids, ahead)),
    reports: () => use(async () => reports.entries.map(({ summary }) => summary)),
    facts: (request) => use(() => answerFacts(session, request)),
    factItems: (containing, filters, size) => use(() => listFactItems(session, containing, filters, size)),
    periods: (id) => use(() => readPeriods(session, id)),
    report: (id) =>
      use(async () => {
        const entry = reports.byId.get(id);
        if (entry === undefined) return null;
        const [data = ''] = await readParts(session, entry.key, ['report']);
        return reportSchema.parse(JSON.parse(data));
      }),
    text: (id) =>
      use(async () => {
        const entry = reports.byId.get(id);
        if (entry === undefined) return null;
        const { text, pages } = await readText(session, memory, entry);
        return { text, pages };
      }),
    blocks: (id) =>
      use(async () => {
        const entry = reports.byId.get(id);
        if (entry === undefined) return null;
        return blocksSchema.parse(JSON.parse(await readPieces(session, entry.key, 'blocks', entry.blockPieces)));
      }),
  };
}
