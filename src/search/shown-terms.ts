import type { ParsedQuery } from '../query/parse.ts';
import { foldString } from '../text/normal-form.ts';
import type { ShownTerm } from './answer.ts';
import type { Conditions } from './conditions.ts';
import { readMentions } from './mentions.ts';
import type { Reading, Readings } from './readings.ts';

/** What was read as which term, in the order typed, with what else it was read as. */
export function shownTerms(parsed: ParsedQuery, { typed }: Conditions, readings: Readings, departments: readonly string[]): ShownTerm[] {
  const terms = parsed.terms.map(({ kind, text, at }) => {
    const notes = kind === 'word' ? [...otherReadings(readings.get(at) ?? []), ...departmentNote(text, departments)] : [];
    return { at, shown: { kind, text, ...(notes.length > 0 ? { note: notes.join('；') } : {}) } };
  });
  const filters = typed.map(({ typed: { at, end }, note }) => {
    return { at, shown: { kind: 'filter' as const, text: parsed.text.slice(at, end), ...(note === null ? {} : { note }) } };
  });
  return [...terms, ...filters].sort((a, b) => a.at - b.at).map(({ shown }) => shown);
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
