import type { ParsedQuery } from '../query/parse.ts';
import type { ShownTerm } from './answer.ts';
import type { Conditions } from './conditions.ts';

/** What was read as which term, in the order typed; filters with the values they stand for. */
export function shownTerms(parsed: ParsedQuery, { typed }: Conditions): ShownTerm[] {
  const terms = parsed.terms.map(({ kind, text, at }) => ({ kind, text, at }));
  const filters = typed.map(({ typed: { at }, shown }) => ({ kind: 'filter' as const, text: shown, at }));
  return [...terms, ...filters].sort((a, b) => a.at - b.at).map(({ kind, text }) => ({ kind, text }));
}
