import { z } from 'zod';
import { documentKindSchema } from '../../model/block.ts';
import { documentId } from '../../model/document.ts';
import { everything, type Match } from '../../query/ast.ts';
import { wordWeight } from '../../text/word-weight.ts';
import { type Candidate, type Filters, type MatchRequest, noFilters } from '../engine.ts';
import { checkAll, checkFields, checkSchema } from './meilisearch-check.ts';
import { compileMatch } from './meilisearch-compiler.ts';
import { decodeText, decodeValue } from './meilisearch-encode.ts';
import { beginsIn } from './meilisearch-evaluate.ts';
import { all, type Formula, is, not } from './meilisearch-formula.ts';
import type { FoundPlace } from './meilisearch-found.ts';
import { storedIds } from './meilisearch-hits.ts';
import { answerMatch, holdsAll, narrow, passing } from './meilisearch-match.ts';
import { comparator, idOf, type Placed } from './meilisearch-placed.ts';
import { entryOfKey } from './meilisearch-reports.ts';
import { askCounts, fetchByIds, fetchDocuments, type Session } from './meilisearch-session.ts';

const inSourceOrder = comparator('source', null);

/** All that match when they are at most `most`, else the `most` best; in source order. */
export async function readCandidates(
  session: Session,
  match: Match,
  filters: Filters,
  words: readonly string[],
  most: number,
): Promise<readonly Candidate[]> {
  const { compiled, conditions, checking } = narrow(session, match, { filters, facets: [] });
  const countOf = async (formula: Formula) =>
    formula.kind === 'false' ? 0 : ((await askCounts(session, [{ filter: formula, facets: [] }]))[0]?.total ?? 0);
  const surely = passing(session, compiled.surely, conditions);
  const [checked, sure] = await Promise.all([checking, countOf(surely)]);
  const formula = checked.complete ? surely : passing(session, compiled.perhaps, conditions);
  const places = checked.found.filter((place) => holdsAll(place, conditions));
  if (checked.complete && sure + places.length <= most) {
    const [lean, own] = await Promise.all([
      sure === 0
        ? { results: [] }
        : fetchDocuments(session, { filter: formula, fields: leanFields, sort: ['place:asc', 'start:asc'], limit: sure }, leanSchema),
      readLean(session, places.toSorted(inSourceOrder).map(idOf)),
    ]);
    return mergeInOrder(
      session,
      lean.results.map((one) => candidateOf(session, one)),
      own,
    );
  }
  const chosen = await chooseBest(session, formula, places, words, most);
  const matching = checked.complete ? chosen : await checkPlaces(session, match, chosen);
  return readLean(session, matching.toSorted(inSourceOrder).map(idOf));
}

/** Two lists in source order become one. */
function mergeInOrder({ reports }: Session, some: readonly Candidate[], others: readonly Candidate[]): readonly Candidate[] {
  if (others.length === 0) return some;
  const keyOf = ({ id, report }: Candidate) => ({
    place: reports.byId.get(report)?.place ?? '',
    start: Number.parseInt(id.slice(report.length + 1), 10),
  });
  const keyed = [...some, ...others].map((candidate) => ({ candidate, ...keyOf(candidate) }));
  keyed.sort((a, b) => (a.place === b.place ? a.start - b.start : a.place < b.place ? -1 : 1));
  return keyed.map(({ candidate }) => candidate);
}

/** Where too much was open to be checked, only what was chosen is. */
async function checkPlaces(session: Session, match: Match, places: readonly Placed[]): Promise<readonly Placed[]> {
  return checkAll(session, match, await fetchByIds(session, storedIds(session, places.map(idOf)), checkFields, checkSchema));
}
/** BM25's usual constants, as in the embedded engine: how soon a repeated word stops counting, and how much longer texts are held back. */
const saturation = 1.2;
const lengthShare = 0.75;

/** Every set of these words is asked for: eight questions. The rarest tell most. */
const mostWords = 3;

const countAll: MatchRequest = { filters: noFilters, facets: [], order: 'source', from: 0, size: 0 };

const lengthSchema = z.object({ key: z.string(), start: z.int(), length: z.int() });

/**
 * The `most` best by BM25 over the words that stand in the text, each counted once (see sqlite-candidates.ts). Of documents with the same words the
 * shorter are better, so for each set of words the shortest are read, and the best of all sets are kept.
 */
async function chooseBest(
  session: Session,
  filter: Formula,
  places: readonly FoundPlace[],
  words: readonly string[],
  most: number,
): Promise<Placed[]> {
  const chosen = rarest(words);
  const scoreOf = await makeScore(session, chosen);
  const holding = chosen.map((word) => compileMatch(literalOf(word), { seams: false }).perhaps);
  const sets = Array.from({ length: 2 ** chosen.length }, (_, set) => chosen.map((_word, index) => (set >> index) % 2 === 1));
  const [unseamed, seamed] = session.reports.seams ? [[is('seamed', '0')], await readSeamed(session, filter)] : [[], []];
  const read = sets.map(async (has) => {
    const within = all([filter, ...unseamed, ...holding.map((formula, index) => (has[index] ? formula : not(formula)))]);
    const sort = [...(has.includes(true) ? ['length:asc'] : []), 'place:asc', 'start:asc'];
    const { results } = await fetchDocuments(
      session,
      { filter: within, fields: ['key', 'start', 'length'], sort, limit: most },
      lengthSchema,
    );
    return results.map(({ key, start, length }) => ({
      placed: { entry: entryOfKey(session.reports, key), start, fen: [] },
      score: scoreOf(has, length),
    }));
  });
  const scored = [...places, ...seamed].map((placed) => ({
    placed,
    score: scoreOf(
      chosen.map((word) => beginsIn(placed.text, word, false) === true),
      placed.length,
    ),
  }));
  const best = [...scored, ...(await Promise.all(read)).flat()].sort((a, b) => b.score - a.score || inSourceOrder(a.placed, b.placed));
  return best.slice(0, most).map(({ placed }) => placed);
}

const literalOf = (folded: string): Match => ({ kind: 'literal', folded, alone: false });

/** Of documents whose grams do not decide so many are looked at, the shorter ones first. They are few. */
const mostSeamed = 5_000;

async function readSeamed(session: Session, filter: Formula): Promise<FoundPlace[]> {
  const query = {
    filter: all([filter, is('seamed', '1')]),
    fields: checkFields,
    sort: ['length:asc', 'place:asc', 'start:asc'],
    limit: mostSeamed,
  };
  const { results } = await fetchDocuments(session, query, checkSchema);
  return checkAll(session, everything, results);
}

/** In the order given, so that sums are the same to the last bit. */
function rarest(words: readonly string[]): string[] {
  const different = [...new Set(words)].filter((word) => word !== '');
  const kept = new Set(different.toSorted((a, b) => wordWeight(b) - wordWeight(a)).slice(0, mostWords));
  return different.filter((word) => kept.has(word));
}

/** A document's score by which of the words it holds and how many words it has. */
async function makeScore(session: Session, words: readonly string[]): Promise<(has: readonly boolean[], length: number) => number> {
  const { reports } = session;
  const counts = await Promise.all(words.map((word) => answerMatch(session, literalOf(word), countAll)));
  const weights = counts.map(({ total }) => Math.log1p((reports.documents - total + 0.5) / (total + 0.5)));
  const mean = Math.max(1, reports.words / Math.max(1, reports.documents));
  return (has, length) => {
    // Summed as the embedded engine does, in 32-bit floats.
    const weight = weights.reduce((sum, one, index) => (has[index] ? Math.fround(sum + one) : sum), 0);
    return (weight * (saturation + 1)) / (1 + saturation * (1 - lengthShare + (lengthShare * length) / mean));
  };
}

const leanSchema = z.object({
  report: z.string(),
  start: z.int(),
  kind: z.string(),
  category: z.string(),
  code: z.string(),
  folded: z.string(),
  path: z.string(),
  labels: z.string(),
  length: z.int(),
});
const leanFields = ['report', 'start', 'kind', 'category', 'code', 'folded', 'path', 'labels', 'length'];

/** What ranking needs, in the order asked for. */
async function readLean(session: Session, ids: readonly string[]): Promise<Candidate[]> {
  const read = await fetchByIds(session, storedIds(session, ids), leanFields, leanSchema);
  const found = new Map(read.map((one) => candidateOf(session, one)).map((candidate) => [candidate.id, candidate]));
  return ids.flatMap((id) => found.get(id) ?? []);
}

function candidateOf({ reports: { long } }: Session, { report, start, length, ...stored }: z.infer<typeof leanSchema>): Candidate {
  return {
    id: documentId(report, start),
    report,
    kind: documentKindSchema.parse(decodeValue(stored.kind, long)),
    category: decodeValue(stored.category, long),
    code: decodeValue(stored.code, long),
    path: decodeText(stored.path),
    labels: decodeText(stored.labels),
    text: decodeText(stored.folded),
    length,
  };
}
