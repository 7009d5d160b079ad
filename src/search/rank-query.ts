import type { Query } from '../query/ast.ts';
import { subjectByCode, subjectsNamed } from '../subjects/lookup.ts';
import { foldString } from '../text/normal-form.ts';
import { wordsOf } from '../text/segment.ts';
import { isStopWord } from '../text/word-weight.ts';
import type { Census } from './census.ts';
import { amountsRespelled, clausesOf } from './clauses.ts';
import { readMentions } from './mentions.ts';
import { positiveTerms } from './positive-terms.ts';
import type { Reading, Readings } from './readings.ts';

/** A term in one way it may be meant, with its telling words in the order they stand. */
export interface RankedReading {
  readonly folded: string;
  readonly words: readonly string[];
  readonly kind: Reading['kind'];
}

/** A term of a query as it is ranked on; one of its readings counts. `codes` are those of the subjects that the whole term names. */
export interface RankedTerm {
  readonly readings: readonly RankedReading[];
  readonly codes: ReadonlySet<string>;
}

/** Reports that a query names, by department or year: what stands in them counts more (weights.favour). `reason` is for people. */
export interface Favour {
  readonly reports: ReadonlySet<string>;
  readonly by: 'department' | 'year';
  readonly reason: string;
}

export interface RankQuery {
  readonly terms: readonly RankedTerm[];
  readonly favours: readonly Favour[];
}

/**
 * What a search is ranked on: its terms that a document may hold, each once, with the telling words of each reading, and the reports that it names.
 * A pasted sentence is ranked on its clauses.
 */
export async function makeRankQuery(query: Query, readings: Readings, census: Census): Promise<RankQuery> {
  const terms = new Map<string, RankedTerm>();
  const named = new Map<string, RankedTerm>();
  const favours = new Map<string, Favour>();
  for (const term of positiveTerms(query)) {
    const folded = foldString(term.text);
    const ways: readonly Reading[] = (term.kind === 'bare' ? readings.get(term.at) : undefined) ?? [];
    for (const favour of term.kind === 'bare' ? await favoursOf(folded, census) : []) favours.set(favour.reason, favour);
    const isName = ways.some(({ kind, folded: gist }) => kind === 'gist' && gist === '');
    for (const [key, ranked] of rankedTerms(folded, ways)) (isName ? named : terms).set(key, ranked);
  }
  return { terms: [...(terms.size > 0 ? terms : named).values()], favours: [...favours.values()] };
}

/** The whole term in its readings, or, of a sentence, clause by clause. */
function rankedTerms(folded: string, ways: readonly Reading[]): [string, RankedTerm][] {
  const gist = ways.find(({ kind, folded: about }) => kind === 'gist' && about !== '')?.folded ?? folded;
  const clauses = clausesOf(gist);
  if (clauses.length > 1) return clauses.map((clause) => [clause, { readings: clauseReadings(clause), codes: noCodes }]);
  const all = ways.filter((way) => way.folded !== '' && !(way.kind === 'typed' && gist !== folded));
  const meant = all.length > 0 ? all : [{ kind: 'typed' as const, folded: gist }];
  const readings = meant.map(({ folded: text, kind }) => ({ folded: text, words: tellingWords(text), kind }));
  return [[folded, { readings, codes: codesNamed(gist, readings) }]];
}

const noCodes: ReadonlySet<string> = new Set();

/**
 * The codes of the functional subjects that bear a name, or its corrected spelling, also without its ending 支出. Economic ones (公务接待费) have a code in
 * tables only: the sentences that state them would be put behind the rows.
 */
function codesNamed(gist: string, readings: readonly RankedReading[]): ReadonlySet<string> {
  const names = [gist, ...readings.filter(({ kind }) => kind === 'spelling').map(({ folded }) => folded)];
  const named = [subjectByCode(gist), ...names.flatMap((name) => [...subjectsNamed(name), ...subjectsNamed(`${name}支出`)])];
  return new Set(named.flatMap((subject) => (subject?.classification === 'functional' ? [subject.code] : [])));
}

const clauseReadings = (clause: string): RankedReading[] =>
  [clause, ...amountsRespelled(clause)].map((text, n) => ({
    folded: text,
    words: tellingWords(text),
    kind: n === 0 ? 'typed' : 'synonym',
  }));

async function favoursOf(folded: string, census: Census): Promise<Favour[]> {
  const { departments, year } = readMentions(folded, (await census.values()).get('department') ?? []);
  const favours: Favour[] = [];
  if (departments.length > 0) favours.push({ by: 'department', reports: await census.reportsOf(departments), reason: '所说部门的报告' });
  if (year !== null) {
    const own = (await census.reports()).filter((report) => String(report.year) === year);
    favours.push({ by: 'year', reports: new Set(own.map(({ id }) => id)), reason: `${year} 年度的报告` });
  }
  return favours;
}

/** Stop words say nothing, unless there is nothing else. */
function tellingWords(folded: string): string[] {
  const words = [...new Set(wordsOf(folded))];
  const telling = words.filter((word) => !isStopWord(word));
  return telling.length > 0 ? telling : words;
}

/** All words that a query is ranked on, each once: what an engine chooses candidates by. */
export const wordsOfRankQuery = (query: RankQuery): string[] => [
  ...new Set(query.terms.flatMap(({ readings }) => readings.flatMap(({ words }) => words))),
];
