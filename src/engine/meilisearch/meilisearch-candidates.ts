import { documentKindSchema } from '../../model/block.ts';
import { documentId } from '../../model/document.ts';
import type { Match } from '../../query/ast.ts';
import type { Candidate } from '../engine.ts';
import type { Filters } from '../filters.ts';
import { checkAll } from './meilisearch-check.ts';
import { type Choice, chooseBest, holdSameWords } from './meilisearch-choose.ts';
import type { Formula } from './meilisearch-formula.ts';
import { storedIds } from './meilisearch-hits.ts';
import { holdsAll, narrow, passing } from './meilisearch-narrow.ts';
import { checkFields, checkSchema, type Ranked, rankFields, rankSchema, readRanked } from './meilisearch-packed.ts';
import { comparator, idOf, sortedPage, sourceSort } from './meilisearch-placed.ts';
import { askCounts, fetchByIds, fetchDocuments, knownCount, type Session } from './meilisearch-session.ts';
import { lengthField } from './meilisearch-settings.ts';

/** All that match when they are at most `most`, else the `most` best; in source order. */
export async function readCandidates(
  session: Session,
  match: Match,
  filters: Filters,
  words: readonly string[],
  most: number,
): Promise<readonly Candidate[]> {
  const { compiled, conditions, checking } = narrow(session, match, { filters, facets: [] });
  const surely = passing(session, compiled.surely, conditions);
  // Should they be too many, their lengths alone may say which are the best.
  const mayChoose = (knownCount(session, surely) ?? Number.POSITIVE_INFINITY) > most;
  const facets = mayChoose && holdSameWords(match, words) ? [lengthField] : [];
  const [checked, sure] = await Promise.all([checking, countOf(session, surely, facets)]);
  const places = checked.found.filter((place) => holdsAll(place, conditions));
  if (checked.complete && sure + places.length <= most) {
    return candidatesOf([...(await fetchRanked(session, surely, sure)), ...places]);
  }
  const formula = checked.complete ? surely : passing(session, compiled.perhaps, conditions);
  const choice = await chooseBest(session, { match, filter: formula, places }, words, most);
  return candidatesOf(checked.complete ? await readChosen(session, choice, most) : await readChecked(session, match, choice, most));
}

async function countOf(session: Session, filter: Formula, facets: readonly string[]): Promise<number> {
  if (filter.kind === 'false') return 0;
  const [count] = await askCounts(session, [{ filter, facets }]);
  return count?.total ?? 0;
}

/** Up to so many are read to be sorted here: by two fields the server takes four times as long to sort hundreds as to give them. */
const mostSorted = 2_000;

/** What filters chose is read at once, with what was at hand. */
async function readChosen(session: Session, { better, atCut, equal, room, ahead, tied }: Choice, most: number): Promise<readonly Ranked[]> {
  const [sure, last] = await Promise.all([
    fetchRanked(session, better, most),
    equal <= mostSorted ? fetchRanked(session, atCut, equal) : fetchRanked(session, atCut, room, sourceSort),
  ]);
  return [...sure, ...ahead, ...inSourceOrder([...last, ...tied]).slice(0, room)];
}

/** Where too much was open to be checked, only what was chosen is. */
async function readChecked(session: Session, match: Match, choice: Choice, most: number): Promise<readonly Ranked[]> {
  const { better, atCut, room, ahead, tied } = choice;
  const [sure, last] = await Promise.all([
    sortedPage(session, better, { sort: [], scope: null }, { from: 0, size: most }),
    sortedPage(session, atCut, { sort: sourceSort, scope: null }, { from: 0, size: room }),
  ]);
  const equal = [...last, ...tied].sort(comparator('source', null)).slice(0, room);
  const ids = storedIds(session, [...sure, ...ahead, ...equal].map(idOf));
  return checkAll(session, match, await fetchByIds(session, ids, checkFields, checkSchema));
}

/** What ranking needs of the documents that pass. */
async function fetchRanked(session: Session, filter: Formula, limit: number, sort: readonly string[] = []): Promise<Ranked[]> {
  if (filter.kind === 'false' || limit === 0) return [];
  const query = { filter, fields: rankFields, limit, ...(sort.length === 0 ? {} : { sort }) };
  const { results } = await fetchDocuments(session, query, rankSchema);
  return results.map((stored) => readRanked(session.reports, stored));
}

/** By report and place. A report's `place` is its own. */
const inSourceOrder = (found: readonly Ranked[]): Ranked[] =>
  [...Map.groupBy(found, ({ entry }) => entry.place)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, own]) => own.sort((a, b) => a.start - b.start));

const candidatesOf = (found: readonly Ranked[]): Candidate[] => inSourceOrder(found).map(candidateOf);

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
