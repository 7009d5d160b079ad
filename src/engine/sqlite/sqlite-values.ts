import type { DatabaseSync } from 'node:sqlite';
import { type FacetName, type FacetValue, facetNames } from '../filters.ts';
import { integerOf, textOf } from './sqlite-rows.ts';
import { sumOf } from './sqlite-sum.ts';

/** Facet values and their numbers, per facet from 1; 0 is "no such value". A number is never given to another value. */
export interface FacetValues {
  readonly texts: Readonly<Record<FacetName, readonly FacetValue[]>>;
  readonly numbers: Readonly<Record<FacetName, ReadonlyMap<string, number>>>;
}

const perFacet = <T>(make: (name: FacetName) => T): Record<FacetName, T> => ({
  department: make('department'),
  district: make('district'),
  city: make('city'),
  year: make('year'),
  reportKind: make('reportKind'),
  scope: make('scope'),
  category: make('category'),
  kind: make('kind'),
  table: make('table'),
  code: make('code'),
});

export function readFacetValues(db: DatabaseSync): FacetValues {
  const texts = perFacet((): FacetValue[] => [null]);
  const numbers = perFacet(() => new Map<string, number>());
  for (const row of db.prepare('select facet, number, text from facet_value order by facet, number').all()) {
    const name = facetNames[integerOf(row.facet)];
    if (name === undefined) continue;
    const [number, text] = [integerOf(row.number), textOf(row.text)];
    texts[name][number] = text;
    numbers[name].set(text, number);
  }
  return { texts, numbers };
}

/** Gives numbers while writing, within the transaction of the report that brings the value. */
export function createNumbering(db: DatabaseSync): (name: FacetName, value: FacetValue) => number {
  const known = readFacetValues(db);
  const fresh = perFacet((name) => new Map(known.numbers[name]));
  const next = perFacet((name) => known.texts[name].length);
  const insert = db.prepare('insert into facet_value (facet, number, text, sum) values (?, ?, ?, ?)');
  return (name, value) => {
    if (value === null) return 0;
    const found = fresh[name].get(value);
    if (found !== undefined) return found;
    const number = next[name]++;
    const row = [facetNames.indexOf(name), number, value] as const;
    insert.run(...row, sumOf(row));
    fresh[name].set(value, number);
    return number;
  };
}
