import type { Match } from '../../query/ast.ts';
import { dataKey } from '../../query/data-key.ts';
import type { MatchRequest } from '../engine.ts';
import type { FacetName } from '../filters.ts';
import { checkMatches } from './meilisearch-check.ts';
import { type Compiled, compileMatch, isDecided, type Literal } from './meilisearch-compiler.ts';
import { type Condition, conditionsOf } from './meilisearch-filter.ts';
import { all, type Formula, not } from './meilisearch-formula.ts';
import type { Checked, FoundPlace } from './meilisearch-found.ts';
import { askCounts, type Session } from './meilisearch-session.ts';

/** A match under its conditions: what filters decide, and what is read and checked because they don't, while the rest is asked. */
export interface Narrowed {
  readonly compiled: Compiled;
  readonly conditions: readonly Condition[];
  readonly checking: Promise<Checked>;
}

const nothingToCheck: Checked = { complete: true, read: 0, found: [] };

/** `open`: facets that are counted without their own conditions, so what is checked must not be narrowed by them. */
export function narrow(session: Session, match: Match, request: Pick<MatchRequest, 'filters' | 'facets'>): Narrowed {
  const exact = (literal: Literal) => (literal === match ? undefined : session.remembered.exact.get(dataKey(literal)));
  const compiled = compileMatch(match, { seams: session.reports.seams, exact });
  const conditions = conditionsOf(request.filters);
  if (isDecided(compiled)) return { compiled, conditions, checking: Promise.resolve(nothingToCheck) };
  const always = conditions.filter(({ facet }) => facet === null || !request.facets.includes(facet));
  const doubtful = all([session.visible, compiled.perhaps, not(compiled.surely), ...always.map(({ formula }) => formula)]);
  const check = () => checkMatches(session, match, doubtful, dataKey(match));
  const checking = compiled.surely.kind === 'false' ? check() : checkIfAny(session, doubtful, check);
  // Whoever asks for it sees its failure; if the rest fails first, nobody does.
  checking.then(
    (checked) => match.kind === 'literal' && always.length === 0 && learn(session, match, compiled, checked),
    () => undefined,
  );
  return { compiled, conditions, checking };
}

/** Where filters decide nearly all, most often nothing is left to be read: that is counted first, with whatever else is counted in the same turn. */
async function checkIfAny(session: Session, doubtful: Formula, check: () => Promise<Checked>): Promise<Checked> {
  const [left] = await askCounts(session, [{ filter: doubtful, facets: [] }]);
  return left?.total === 0 ? nothingToCheck : check();
}

/**
 * What the check of a literal in the whole index says of it for good: where all that its grams let pass hold it, or none does, filters decide. Asked for
 * by itself it is counted from what was read; as a part of another match it need not be read again.
 */
function learn({ remembered }: Session, literal: Literal, { surely, perhaps }: Compiled, { complete, read, found }: Checked): void {
  if (!complete || (found.length > 0 && found.length < read)) return;
  remembered.exact.set(dataKey(literal), found.length === 0 ? surely : perhaps);
}

/** The documents that pass a formula and the conditions, but for those of one facet. */
export const passing = ({ visible }: Session, formula: Formula, conditions: readonly Condition[], but: FacetName | null = null): Formula =>
  all([visible, formula, ...conditions.filter(({ facet }) => facet === null || facet !== but).map((condition) => condition.formula)]);

export const holdsAll = (place: FoundPlace, conditions: readonly Condition[], but: FacetName | null = null): boolean =>
  conditions.every(({ facet, holds }) => (facet !== null && facet === but) || holds(place));
