import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { integerOf, textOf } from './sqlite-rows.ts';
import { readStored } from './sqlite-stored.ts';
import { sumOf } from './sqlite-sum.ts';

/** What facts share: each value has a number within its list, from 1; 0 is "no such value". A number is never given to another value. */
export const factLists = ['name', 'measure', 'period', 'table', 'category', 'kind'] as const;
export type FactList = (typeof factLists)[number];

/** Texts by number; of `name` they are JSON, see FactName. */
export type FactValues = Readonly<Record<FactList, readonly (string | null)[]>>;

/** Under what a fact stands. */
export interface FactName {
  readonly item: string;
  readonly code: string | null;
  readonly figure: string | null;
}

const storedName = z.tuple([z.string(), z.string().nullable(), z.string().nullable()]);

export const writeName = ({ item, code, figure }: FactName): string => JSON.stringify([item, code, figure]);

/** Checked here, where it leaves the database. */
export function readName(stored: string): FactName {
  const [item, code, figure] = readStored(storedName, stored);
  return { item, code, figure };
}

/** A value made for each list. */
export const perList = <T>(make: (list: FactList) => T): Record<FactList, T> => ({
  name: make('name'),
  measure: make('measure'),
  period: make('period'),
  table: make('table'),
  category: make('category'),
  kind: make('kind'),
});

export function readFactValues(db: DatabaseSync): FactValues {
  const texts = perList((): (string | null)[] => [null]);
  for (const row of db.prepare('select list, number, text from fact_value order by list, number').all()) {
    const name = factLists[integerOf(row.list)];
    if (name !== undefined) texts[name][integerOf(row.number)] = textOf(row.text);
  }
  return texts;
}

/** Gives numbers while writing, within the transaction of the report that brings the value. Read when first needed: an index is often only read. */
export function createFactNumbering(db: DatabaseSync): (list: FactList, value: string | null) => number {
  let known: Record<FactList, Map<string, number>> | null = null;
  const insert = db.prepare('insert into fact_value (list, number, text, sum) values (?, ?, ?, ?)');
  return (list, value) => {
    if (value === null) return 0;
    known ??= numbersOf(readFactValues(db));
    const numbers = known[list];
    const found = numbers.get(value);
    if (found !== undefined) return found;
    const number = numbers.size + 1;
    const row = [factLists.indexOf(list), number, value] as const;
    insert.run(...row, sumOf(row));
    numbers.set(value, number);
    return number;
  };
}

const numbersOf = (texts: FactValues): Record<FactList, Map<string, number>> =>
  perList((list) => new Map(texts[list].flatMap((text, number) => (text === null ? [] : [[text, number] as const]))));
