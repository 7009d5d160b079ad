import { documentKindSchema } from '../../model/block.ts';
import { documentId } from '../../model/document.ts';
import type { Match } from '../../query/ast.ts';
import type { Candidate, Filters } from '../engine.ts';
import { checkAll } from './meilisearch-check.ts';
import { type Choice, chooseBest } from './meilisearch-choose.ts';
import type { Formula } from './meilisearch-formula.ts';
import { storedIds } from './meilisearch-hits.ts';
import { holdsAll, narrow, passing } from './meilisearch-match.ts';
import { sourceSort } from './meilisearch-order.ts';
import { checkFields, checkSchema, type Ranked, rankFields, rankSchema, readRanked } from './meilisearch-packed.ts';
import { comparator, idOf, sortedPage } from './meilisearch-placed.ts';
import { askCounts, fetchByIds, fetchDocuments, type Session } from './meilisearch-session.ts';

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
    return inSourceOrder(session, [...(await fetchRanked(session, formula, sure)), ...places.map(candidateOf)]);
  }
  const choice = await chooseBest(session, formula, places, words, most);
  return checked.complete ? readChosen(session, choice, most) : readChecked(session, match, choice, most);
}

/** What filters chose is read at once, with what was at hand. */
async function readChosen(session: Session, choice: Choice, most: number): Promise<readonly Candidate[]> {
  const { better, atCut, room, ahead, tied } = choice;
  const [sure, last] = await Promise.all([fetchRanked(session, better, most), fetchRanked(session, atCut, room, sourceSort)]);
  const equal = inSourceOrder(session, [...last, ...tied.map(candidateOf)]);
  return inSourceOrder(session, [...sure, ...ahead.map(candidateOf), ...equal.slice(0, room)]);
}

/** Where too much was open to be checked, only what was chosen is. */
async function readChecked(session: Session, match: Match, choice: Choice, most: number): Promise<readonly Candidate[]> {
  const { better, atCut, room, ahead, tied } = choice;
  const [sure, last] = await Promise.all([
    sortedPage(session, better, [], 0, most, null),
    sortedPage(session, atCut, sourceSort, 0, room, null),
  ]);
  const equal = [...last, ...tied].sort(comparator('source', null)).slice(0, room);
  const ids = storedIds(session, [...sure, ...ahead, ...equal].map(idOf));
  const matching = await checkAll(session, match, await fetchByIds(session, ids, checkFields, checkSchema));
  return inSourceOrder(session, matching.map(candidateOf));
}

/** Sorted by report and place. */
function inSourceOrder({ reports }: Session, candidates: readonly Candidate[]): readonly Candidate[] {
  const keyed = candidates.map((candidate) => ({
    candidate,
    place: reports.byId.get(candidate.report)?.place ?? '',
    start: Number.parseInt(candidate.id.slice(candidate.report.length + 1), 10),
  }));
  keyed.sort((a, b) => (a.place === b.place ? a.start - b.start : a.place < b.place ? -1 : 1));
  return keyed.map(({ candidate }) => candidate);
}

/** What ranking needs of the documents that pass. */
async function fetchRanked(session: Session, filter: Formula, limit: number, sort: readonly string[] = []): Promise<Candidate[]> {
  if (filter.kind === 'false' || limit === 0) return [];
  const query = { filter, fields: rankFields, limit, ...(sort.length === 0 ? {} : { sort }) };
  const { results } = await fetchDocuments(session, query, rankSchema);
  return results.map((stored) => candidateOf(readRanked(session.reports, stored)));
}

const candidateOf = ({ entry, start, kind, category, code, path, labels, folded, length }: Ranked): Candidate => ({
  id: documentId(entry.summary.id, start),
  report: entry.summary.id,
  kind: documentKindSchema.parse(kind),
  category,
  code,
  path,
  labels,
  text: folded,
  length,
});
