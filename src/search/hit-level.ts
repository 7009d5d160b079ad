import { assertNever } from '../errors.ts';
import type { Match } from '../query/ast.ts';
import { occurrences } from '../text/normal-form.ts';
import { type Level, levels } from './answer.ts';
import type { LevelledQuery } from './levels.ts';
import { occurrencesAlone } from './occurrences-alone.ts';
import type { OpenedDocument } from './spans.ts';
import { statedAmounts } from './stated-amount.ts';

/** The first level at which a document of the result matches, read from its own text. */
export const levelOfHit = (document: OpenedDocument, { matches }: LevelledQuery): Level =>
  levels.find((level) => holds(document, matches[level])) ?? 'any';

/** Whether a match holds in a document, by its text alone: what every engine must agree with. */
export function holds(opened: OpenedDocument, match: Match): boolean {
  switch (match.kind) {
    case 'everything':
      return true;
    case 'literal':
      return hasLiteral(opened, match.folded, match.alone);
    case 'amount':
      return statedAmounts(opened.found.document, match.fen).length > 0;
    case 'and':
      return match.parts.every((part) => holds(opened, part));
    case 'or':
      return match.parts.some((part) => holds(opened, part));
    case 'not':
      return !holds(opened, match.part);
    default:
      return assertNever(match);
  }
}

function hasLiteral({ found: { document }, folded }: OpenedDocument, needle: string, alone: boolean): boolean {
  const places = alone ? occurrencesAlone(folded, needle) : occurrences(folded, needle);
  return places.some(({ start }) => start >= document.start && start < document.end);
}
