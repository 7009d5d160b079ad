import { everything, type Match } from '../../query/ast.ts';
import { checkAll } from './meilisearch-check.ts';
import { compileMatch } from './meilisearch-compiler.ts';
import { beginsIn } from './meilisearch-evaluate.ts';
import { all, either, type Formula, is, not } from './meilisearch-formula.ts';
import type { FoundPlace } from './meilisearch-found.ts';
import { longestGram } from './meilisearch-grams.ts';
import { checkFields, checkSchema } from './meilisearch-packed.ts';
import { sourceSort } from './meilisearch-placed.ts';
import { literalOf, makeScore, rarest, type Score } from './meilisearch-score.ts';
import { askCounts, fetchDocuments, type Session } from './meilisearch-session.ts';
import { lengthField } from './meilisearch-settings.ts';

/** What was chosen: all documents that pass `better`, and of those that pass `atCut` together with `tied` the first `room` in source order. */
export interface Choice {
  readonly better: Formula;
  readonly atCut: Formula;
  /** How many pass `atCut`. */
  readonly equal: number;
  readonly room: number;
  /** Documents at hand that are better, and that lie at the cut. */
  readonly ahead: readonly FoundPlace[];
  readonly tied: readonly FoundPlace[];
}

/** Documents that hold the same words and are equally long: of one score. */
interface Group {
  readonly set: number;
  readonly length: number;
  readonly count: number;
  readonly score: number;
}

/** What is chosen from: the documents that pass the filter, each of which meets the match as far as the filter can say, and others at hand that meet it. */
export interface Eligible {
  readonly match: Match;
  readonly filter: Formula;
  readonly places: readonly FoundPlace[];
}

/**
 * The `most` best by BM25 over the words that stand in the text. The server counts how long the documents are that hold each set of the words, which says
 * where the cut lies before any document is read.
 */
export async function chooseBest(
  session: Session,
  { match, filter, places }: Eligible,
  words: readonly string[],
  most: number,
): Promise<Choice> {
  const chosen = rarest(words);
  const sets = setsOf(match, chosen);
  const within = formulasOf(session, filter, chosen, sets);
  const [scoreOf, counts, seamed] = await Promise.all([
    makeScore(session, chosen),
    askCounts(
      session,
      within.map((formula) => ({ filter: formula, facets: [lengthField] })),
    ),
    session.reports.seams ? readSeamed(session, filter) : [],
  ]);
  const groups = counts.flatMap(({ counts: { length = {} } }, set) => groupsOf(set, length, sets[set] ?? [], scoreOf));
  const scored = [...places, ...seamed].map((place) => ({ place, score: scorePlace(place, chosen, scoreOf) }));
  const { cut, room } = findCut([...groups, ...scored.map(({ score }) => ({ score, count: 1 }))], most);
  const formulaOf = (kept: readonly Group[]) =>
    either(
      within.map((formula, set) =>
        withLengths(
          formula,
          kept.filter((group) => group.set === set),
        ),
      ),
    );
  const equal = groups.filter(({ score }) => score === cut);
  return {
    better: formulaOf(groups.filter(({ score }) => score > cut)),
    atCut: formulaOf(equal),
    equal: equal.reduce((sum, { count }) => sum + count, 0),
    room,
    ahead: scored.filter(({ score }) => score > cut).map(({ place }) => place),
    tied: scored.filter(({ score }) => score === cut).map(({ place }) => place),
  };
}

/** Whether all that match hold the same of the words, as far as the match says. */
export const holdSameWords = (match: Match, words: readonly string[]): boolean => setsOf(match, rarest(words)).length === 1;

/** For each set of the words that a matching document may hold whether each is in it. */
function setsOf(match: Match, words: readonly string[]): readonly (readonly boolean[])[] {
  const given = words.map((word) => isGiven(match, word));
  const all = Array.from({ length: 2 ** words.length }, (_, set) => words.map((_word, index) => (set >> index) % 2 === 1));
  return all.filter((has) => given.every((held, index) => has[index] || !held));
}

/** Whether the word begins wherever the match does: one further inside may lie behind the end of the document. */
function isGiven(match: Match, word: string): boolean {
  if (match.kind === 'and') return match.parts.some((part) => isGiven(part, word));
  return match.kind === 'literal' && match.folded.startsWith(word) && [...word].length <= longestGram;
}

/** The documents that hold just the words of a set, for every set; those left out whose grams do not say what they hold. */
function formulasOf(session: Session, filter: Formula, words: readonly string[], sets: readonly (readonly boolean[])[]): Formula[] {
  const holding = words.map((word) => compileMatch(literalOf(word), { seams: false }).perhaps);
  const open = holding.map((_, index) => sets.some((has) => !has[index]));
  const unseamed = session.reports.seams ? [is('seamed', '0')] : [];
  const held = (has: readonly boolean[]) => holding.flatMap((formula, index) => (open[index] ? [has[index] ? formula : not(formula)] : []));
  return sets.map((has) => all([filter, ...unseamed, ...held(has)]));
}

const groupsOf = (set: number, lengths: Readonly<Record<string, number>>, has: readonly boolean[], scoreOf: Score): Group[] =>
  Object.entries(lengths).map(([text, count]) => {
    const length = Number.parseInt(text, 10);
    return { set, length, count, score: scoreOf(has, length) };
  });

const scorePlace = (place: FoundPlace, words: readonly string[], scoreOf: Score): number =>
  scoreOf(
    words.map((word) => beginsIn(place.text, word, false) === true),
    place.length,
  );

/** The score of the last that is chosen, and how many of that score are. */
function findCut(groups: readonly Pick<Group, 'score' | 'count'>[], most: number): { readonly cut: number; readonly room: number } {
  let room = most;
  let [cut, at] = [Number.POSITIVE_INFINITY, 0];
  for (const { score, count } of groups.toSorted((a, b) => b.score - a.score)) {
    if (score < cut) {
      if (at >= room) break;
      room -= at;
      [cut, at] = [score, 0];
    }
    at += count;
  }
  return { cut, room };
}

/** Those of a set that are as long as its groups say, which lie side by side. */
function withLengths(formula: Formula, groups: readonly Group[]): Formula {
  if (groups.length === 0) return { kind: 'false' };
  const lengths = groups.map(({ length }) => length);
  return all([formula, { kind: 'range', field: lengthField, from: Math.min(...lengths), to: Math.max(...lengths) }]);
}

/** Of documents whose grams do not decide so many are looked at, the shorter ones first. They are few. */
const mostSeamed = 5_000;

async function readSeamed(session: Session, filter: Formula): Promise<FoundPlace[]> {
  const query = { filter: all([filter, is('seamed', '1')]), fields: checkFields, sort: ['length:asc', ...sourceSort], limit: mostSeamed };
  const { results } = await fetchDocuments(session, query, checkSchema);
  return checkAll(session, everything, results);
}
