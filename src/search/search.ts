import type { ParsedQuery } from '../query/parse.ts';
import type { Level } from './answer.ts';
import type { Conditions } from './conditions.ts';
import type { LevelledQuery } from './levels.ts';
import type { SearchRequest } from './request.ts';

/** Everything that is known of a search before its hits are read. `counts` are those of the levels, filters on. */
export interface Search {
  readonly request: SearchRequest;
  readonly parsed: ParsedQuery;
  readonly conditions: Conditions;
  readonly levelled: LevelledQuery;
  readonly level: Level;
  readonly counts: Readonly<Record<Level, number>>;
  /** Put before every URL. */
  readonly base: string;
}
