import type { ReadTerm } from '../query/parse.ts';
import { foldString } from '../text/normal-form.ts';
import type { ShownTerm } from './answer.ts';
import { searchUrl } from './links.ts';
import { readMentions } from './mentions.ts';
import type { ReadRequest } from './prepare-search.ts';
import type { Reading } from './readings.ts';
import { withTerm } from './request.ts';

/** What was read as which term, in the order typed, with what else it was read as. `departments`: all of the index. */
export function shownTerms(search: ReadRequest, departments: readonly string[], base: string): ShownTerm[] {
  const { parsed, conditions } = search;
  const terms = parsed.terms.map((term) => ({ at: term.at, shown: shownTerm(term, search, departments, base) }));
  const filters = conditions.typed.map(({ typed: { at, end }, note }) => {
    return { at, shown: { kind: 'filter' as const, text: parsed.text.slice(at, end), ...(note === null ? {} : { note }) } };
  });
  return [...terms, ...filters].sort((a, b) => a.at - b.at).map(({ shown }) => shown);
}

function shownTerm(term: ReadTerm, { request, levelled }: ReadRequest, departments: readonly string[], base: string): ShownTerm {
  const { kind, text, at } = term;
  if (kind !== 'word') return { kind, text };
  const ways = levelled.readings.get(at) ?? [];
  const notes = [...otherReadings(ways), ...departmentNote(text, departments)];
  const right = putRight(text, ways);
  return {
    kind,
    text,
    ...(notes.length > 0 ? { note: notes.join('；') } : {}),
    ...(right === null ? {} : { meant: { text: right, url: searchUrl(base, withTerm(request, term, right)) } }),
  };
}

/** A term with its slip put right, what is beside it left as typed where it can be; null where none was found. */
function putRight(text: string, ways: readonly Reading[]): string | null {
  const corrected = ways.find(({ kind }) => kind === 'spelling')?.folded;
  if (corrected === undefined) return null;
  const gist = ways.find(({ kind }) => kind === 'gist')?.folded ?? text;
  return text.includes(gist) ? text.replace(gist, () => corrected) : corrected;
}

const readingNames: Readonly<Record<Exclude<Reading['kind'], 'typed'>, string>> = {
  gist: '查的是',
  synonym: '又称',
  core: '也查',
  part: '包括',
  spelling: '或为',
};

/** 又称 公务用车购置费、公务车购置费 */
function otherReadings(readings: readonly Reading[]): string[] {
  return Object.entries(readingNames).flatMap(([kind, name]) => {
    const own = readings.filter((reading) => reading.kind === kind && reading.folded !== '').map((reading) => reading.folded);
    return own.length > 0 ? [`${name} ${own.join('、')}`] : [];
  });
}

const MOST_DEPARTMENTS = 5;

/** The departments and the year that the term names: their reports come first. */
function departmentNote(text: string, known: readonly string[]): string[] {
  const { departments, year } = readMentions(foldString(text), known);
  if (departments.length === 0) return year === null ? [] : [`${year} 年度的报告在前`];
  const more = departments.length > MOST_DEPARTMENTS ? ` 等 ${departments.length} 个部门` : '';
  return [`${departments.slice(0, MOST_DEPARTMENTS).join('、')}${more}${year === null ? '' : `、${year} 年度`}的报告在前`];
}
