import type { SQLInputValue } from 'node:sqlite';
import { encodeReportFacts } from './sqlite-fact-columns.ts';
import type { ProjectedFacts } from './sqlite-fact-projection.ts';
import type { FactList } from './sqlite-fact-values.ts';
import { renumber } from './sqlite-numbered.ts';
import { textAt } from './sqlite-packed-texts.ts';
import { type Statements, take } from './sqlite-statements.ts';

/** Stores the facts of the report `number`, within the transaction that is open. Answers with what was stored, for its sum. */
export function insertFacts(
  statements: Statements,
  number: number,
  { tuples, document, fen, plain, ...lists }: ProjectedFacts,
): readonly SQLInputValue[] {
  const size = tuples.ends.length;
  const first = take(statements, 'next-fact', size);
  const column = (list: FactList) => renumber(lists[list], (value) => statements.factNumber(list, value));
  const columns = {
    document,
    name: column('name'),
    measure: column('measure'),
    period: column('period'),
    table: column('table'),
    category: column('category'),
    kind: column('kind'),
    fen,
    plain,
  };
  const row = [first, size, encodeReportFacts(columns)] as const;
  statements.reportFacts.run(number, ...row);
  for (let index = 0; index < size; index++) statements.fact.run(first + index, textAt(tuples, index));
  return [...row, tuples.bytes];
}
