import type { DatabaseSync, SQLOutputValue } from 'node:sqlite';
import { integerOf } from './sqlite-rows.ts';
import { sumOf } from './sqlite-sum.ts';
import { chunkKey } from './sqlite-text.ts';

/** What is no longer as it was written, by the sums that were written with it. */
export interface IndexDamage {
  /** Ids of reports, in the order in which they were written. */
  readonly reports: readonly string[];
  /** Facet values and values of facts that all reports share. */
  readonly values: number;
}

type Row = Readonly<Record<string, SQLOutputValue>>;

/** Reads all content of the index in one state of it, but not the full-text tables: half a second of processor time for 110 MB. */
export function findDamage(db: DatabaseSync): IndexDamage {
  db.exec('begin');
  try {
    const storedOf = createReading(db);
    const reports = [...rows(db, 'report')].filter(({ sum, ...row }) => sum !== sumOf(storedOf(row)));
    const values = ['facet_value', 'fact_value'].flatMap((table) => [...rows(db, table)]);
    return {
      reports: reports.map(({ id }) => String(id)),
      values: values.filter(({ sum, ...row }) => sum !== sumOf(Object.values(row))).length,
    };
  } finally {
    db.exec('rollback');
  }
}

const rows = (db: DatabaseSync, table: string): NodeJS.Iterator<Row> => db.prepare(`select * from ${table}`).iterate();

/** All that is stored of a report, given its row of `report` without the sum, in the order in which insertReport sums it up. */
function createReading(db: DatabaseSync): (row: Row) => Generator<SQLOutputValue> {
  const byNumber = (columns: string, table: string) => db.prepare(`select ${columns} from ${table} where report = ?`);
  const pieces = (table: string) => db.prepare(`select data from ${table} where key >= ? and key < ? order by key`);
  const texts = (table: string) => db.prepare(`select cast(data as blob) data from ${table} where row >= ? and row < ? order by row`);
  const detail = byNumber('noise, pages, detail, blocks', 'report_detail');
  const columns = byNumber('data', 'report_columns');
  const lean = byNumber('ends, seams, label_ends, path, paths, labels', 'report_lean');
  const facts = byNumber('first, facts, data', 'report_facts');
  const [text, folded, documents, fact] = [pieces('report_text'), pieces('report_folded'), texts('document'), texts('fact')];
  return function* (row) {
    const number = integerOf(row.number);
    const first = integerOf(row.first);
    const chunks = [chunkKey(number, 0), chunkKey(number + 1, 0)] as const;
    const stated = facts.get(number);
    const firstFact = integerOf(stated?.first);
    yield* Object.values(row);
    yield* valuesIn([detail.get(number)]);
    yield* valuesIn(text.iterate(...chunks));
    yield* valuesIn(columns.iterate(number));
    yield* valuesIn(folded.iterate(...chunks));
    yield* valuesIn(lean.iterate(number));
    yield* valuesIn(documents.iterate(first, first + integerOf(row.documents)));
    yield* valuesIn([stated]);
    yield* valuesIn(fact.iterate(firstFact, firstFact + integerOf(stated?.facts)));
  };
}

function* valuesIn(found: Iterable<Row | undefined>): Generator<SQLOutputValue> {
  for (const row of found) if (row !== undefined) yield* Object.values(row);
}
