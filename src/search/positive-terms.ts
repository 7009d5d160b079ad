import { assertNever } from '../errors.ts';
import type { Query, Term } from '../query/ast.ts';

/** The terms that a document may have to hold: those outside exclusions, in the order typed. */
export function positiveTerms(query: Query): Term[] {
  switch (query.kind) {
    case 'term':
      return [query.term];
    case 'and':
    case 'or':
      return query.parts.flatMap(positiveTerms);
    case 'not':
      return [];
    default:
      return assertNever(query);
  }
}
