import type { Match, Term } from '../query/ast.ts';
import type { ReadTerm } from '../query/parse.ts';
import { subjectByCode } from '../subjects/lookup.ts';
import { foldName } from '../text/fold-name.ts';
import { foldString } from '../text/normal-form.ts';
import { segment } from '../text/segment.ts';
import { isStopWord } from '../text/word-weight.ts';
import type { Alternative } from './alternative.ts';
import type { Census } from './census.ts';
import { departmentsCalled } from './department-alias.ts';
import { MOST_TERMS } from './left-out.ts';
import { amountMatch } from './levels.ts';
import { literalMatch } from './literal-match.ts';
import { nearestSubject, respelled } from './nearest.ts';
import { positiveTerms } from './positive-terms.ts';
import type { Search } from './prepare-search.ts';
import { MOST_TERMS_CORRECTED } from './readings.ts';
import { type SearchRequest, withTerm } from './request.ts';
import { withoutRanges } from './toggle.ts';

/** For so many terms that stand nowhere something near is looked for: each takes up to sixty counts and five searches. */
export const MOST_MEANT = 5;

/** A term that nothing in the index holds, with what it is matched by. */
export interface AbsentTerm {
  readonly read: ReadTerm;
  readonly term: Term;
}

/** The terms, exclusions aside, that no document of the index holds as typed: the first MOST_TERMS are looked at. */
export async function absentTerms({ parsed }: Search, census: Census): Promise<AbsentTerm[]> {
  const reads = new Map(parsed.terms.map((read) => [read.at, read]));
  const absent: AbsentTerm[] = [];
  for (const term of positiveTerms(parsed.query).slice(0, MOST_TERMS)) {
    const read = reads.get(term.at);
    if (read !== undefined && (await countOf(term, census)) === 0) absent.push({ read, term });
  }
  return absent;
}

function countOf(term: Term, census: Census): Promise<number> {
  const folded = foldString(term.text);
  const match: Match = term.kind === 'amount' ? amountMatch(term) : literalMatch(folded);
  return census.count(match, term.kind === 'amount' ? `amount ${folded}` : folded);
}

/**
 * What was probably meant: terms with their slips put right; else for a term that stands nowhere a department that it names, the subject of its code or
 * with a near name, amounts near to it, the longest parts of it that stand.
 */
export async function probablyMeant(
  { request, conditions, parsed }: Search,
  absent: readonly AbsentTerm[],
  census: Census,
): Promise<Alternative[]> {
  // Bare terms are put right by the search itself, from level `words` on.
  const mayBeSlips = absent
    .map(({ read }) => read)
    .filter(({ kind }) => kind === 'literal' || (kind === 'word' && request.match === 'literal'));
  const better = mayBeSlips.length > MOST_TERMS_CORRECTED ? null : await respelled(request.q, mayBeSlips, census);
  if (better !== null)
    return [{ kind: 'spelling', message: `或许想找“${better.words.join('”“')}”`, request: { ...request, q: better.q, page: 1 } }];
  // Each is counted by running the whole search again: of very many terms no single one decides.
  if (parsed.terms.length > MOST_TERMS) return [];
  const isDepartmentOpen = conditions.filters.facets.department === undefined;
  const alternatives: Alternative[] = [];
  for (const { read, term } of absent.slice(0, MOST_MEANT)) {
    const found =
      term.kind === 'amount'
        ? nearAmounts(request, read, term)
        : [
            ...(isDepartmentOpen ? await departmentNamed(request, read, census) : []),
            ...(await subjectMeant(request, read, census)),
            ...(await standingParts(request, read, census)),
          ];
    alternatives.push(...found);
  }
  return alternatives;
}

/** The reports of the departments that a term is the name, or a short name, of. */
async function departmentNamed(request: SearchRequest, read: ReadTerm, census: Census): Promise<Alternative[]> {
  const folded = foldString(read.text);
  const names = (await census.values()).get('department') ?? [];
  const called = [...new Set([...names.filter((name) => foldName(name) === folded), ...departmentsCalled(folded, names)])];
  if (called.length === 0) return [];
  const changed = { ...request, q: withoutRanges(request.q, [read]), department: called, page: 1 };
  return [{ kind: 'term', message: `${called.join('、')}的报告`, request: changed }];
}

async function subjectMeant(request: SearchRequest, read: ReadTerm, census: Census): Promise<Alternative[]> {
  const coded = subjectByCode(foldString(read.text));
  const subject = coded ?? (await nearestSubject(read.text, census));
  if (subject === null) return [];
  const changed = { ...request, q: withoutRanges(request.q, [read]), code: [subject.code], page: 1 };
  const what = coded === null ? '名称相近的科目' : '归入科目（不论是否印有编码）';
  return [{ kind: 'term', message: `${what} ${subject.code} ${subject.name}`, request: changed }];
}

/** One hundredth more or less is near. */
const NEAR = 100n;

function nearAmounts(request: SearchRequest, read: ReadTerm, { fen: { from, to } }: Extract<Term, { kind: 'amount' }>): Alternative[] {
  if (from === null || to === null) return [];
  const range = `金额:${yuanOf(from - abs(from) / NEAR)}..${yuanOf(to + abs(to) / NEAR)}`;
  return [{ kind: 'term', message: `与“${read.text}”相差不到 1% 的金额`, request: withTerm(request, read, range) }];
}

const abs = (fen: bigint): bigint => (fen < 0n ? -fen : fen);
/** Fen as 元 in digits. */
const yuanOf = (fen: bigint): string => `${fen < 0n ? '-' : ''}${abs(fen) / 100n}.${String(abs(fen) % 100n).padStart(2, '0')}`;

const MOST_PARTS = 3;
const SHORTEST_PART = 2;
/** Of a pasted text the first words are looked at. */
const MOST_WORDS = 30;
// 万元, 个百分点: which unit a figure had says nothing of it
const ONLY_UNIT = /^(?:[十百千万亿]*(?:元|人|人次|个|辆|次|批|批次|户|家|项|台|套|件)|个?百分点)$/;

/** The longest parts of a term, in whole words, that stand: 年初预算为0 of 年初预算为0的项目. */
async function standingParts(request: SearchRequest, read: ReadTerm, census: Census): Promise<Alternative[]> {
  const parts: string[] = [];
  let part = '';
  for (const word of segment(foldString(read.text)).slice(0, MOST_WORDS)) {
    const [longer, alone] = await Promise.all([part + word, word].map((text) => census.count(literalMatch(text), text)));
    if ((longer ?? 0) === 0) parts.push(part);
    part = (longer ?? 0) > 0 && part !== '' ? part + word : (alone ?? 0) > 0 && !isStopWord(word) ? word : '';
  }
  return [...new Set([...parts, part])]
    .filter((text) => text.length >= SHORTEST_PART && !isStopWord(text) && !ONLY_UNIT.test(text))
    .sort((a, b) => b.length - a.length)
    .slice(0, MOST_PARTS)
    .map((text) => ({ kind: 'term', message: `其中“${text}”`, request: withTerm(request, read, `"${text}"`) }));
}
