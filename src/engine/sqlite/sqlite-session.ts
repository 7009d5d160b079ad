import type { DatabaseSync } from 'node:sqlite';
import { reportFacets } from '../../model/facet.ts';
import { facetNames } from '../filters.ts';
import type { Asks, Verb } from './sqlite-asks.ts';
import { createChooser, readCandidates } from './sqlite-candidates.ts';
import type { Columns } from './sqlite-columns.ts';
import { countFacets } from './sqlite-count.ts';
import { createDocumentReading } from './sqlite-documents.ts';
import { facetColumns } from './sqlite-entries.ts';
import { createFactReading } from './sqlite-facts.ts';
import { createIdLookup } from './sqlite-ids.ts';
import type { LeanStore } from './sqlite-lean.ts';
import { createMeasuredAmounts } from './sqlite-measured.ts';
import { pageOf } from './sqlite-order.ts';
import { readPeriods } from './sqlite-periods.ts';
import { createPostings } from './sqlite-postings.ts';
import { bytesOf, decodeUtf16, textOf } from './sqlite-rows.ts';
import { createSelector } from './sqlite-selection.ts';
import { chunkKey } from './sqlite-text.ts';
import { createVerifier } from './sqlite-verify.ts';
import type { OpenText } from './sqlite-windows.ts';

/** Answers asks about one build of the index, within the read transaction that its worker holds. */
export type Session = { readonly [verb in Verb]: (ask: Asks[verb]['ask']) => Asks[verb]['answer'] };

const noPositions = new Uint32Array(0);

export function createSession(db: DatabaseSync, columns: Columns, lean: LeanStore, texts: OpenText): Session {
  const postings = createPostings(db, columns, createVerifier(columns, lean));
  const choose = createChooser(columns, postings);
  const positionOf = createIdLookup(columns);
  const readDocuments = createDocumentReading(db, columns, texts);
  const facts = createFactReading(db, columns);
  const amountsOf = createMeasuredAmounts(columns, facts.columns);
  const numberOf = new Map(columns.reports.map((report) => [report.id, report]));

  const { select, count } = createSelector(columns, postings, amountsOf);

  const positionsOfIds = (ids: readonly string[]) => ids.map(positionOf).filter((position) => position !== undefined);

  return {
    values: () => valuesOf(columns),
    facts: facts.facts,
    factItems: facts.items,
    periods: ({ id }) => readPeriods(db, numberOf.get(id)?.number),
    match(ask) {
      if (ask.facets.length === 0 && ask.size === 0) return { total: count(ask), counts: new Map(), positions: noPositions };
      const selection = select(ask);
      const { passed } = selection;
      const without = new Set(positionsOfIds(ask.without ?? []));
      const listed = without.size === 0 ? passed : passed.filter((position) => !without.has(position));
      const positions = pageOf(listed, { ...ask, bounds: ask.filters.bounds }, columns, amountsOf(ask.filters.measures));
      return { total: passed.length, counts: countFacets(selection, ask.facets, columns), positions };
    },
    candidates: (ask) => readCandidates(columns, lean, choose(select(ask).passed, ask.words, ask.most)),
    documents: ({ ids, ahead }) => readDocuments(positionsOfIds(ids), ahead),
    reports() {
      const read = db.prepare('select summary from report where number = ?');
      return columns.reports.map(({ number }) => textOf(read.get(number)?.summary));
    },
    report: ({ id }) => readDetail(db, numberOf.get(id)?.number, 'detail'),
    blocks: ({ id }) => readDetail(db, numberOf.get(id)?.number, 'blocks'),
    text({ id }) {
      const number = numberOf.get(id)?.number;
      const pages = readDetail(db, number, 'pages');
      if (number === undefined || pages === null) return null;
      const pieces = db.prepare('select data from report_text where key >= ? and key < ? order by key');
      const text = pieces.all(chunkKey(number, 0), chunkKey(number + 1, 0)).map((row) => decodeUtf16(bytesOf(row.data)));
      return { text: text.join(''), pages };
    },
  };
}

function readDetail(db: DatabaseSync, number: number | undefined, column: 'detail' | 'blocks' | 'pages'): string | null {
  return number === undefined ? null : textOf(db.prepare(`select ${column} value from report_detail where report = ?`).get(number)?.value);
}

/** The values that some document has; numbers of values that are no longer used stay in the list of values but have no document. */
function valuesOf({ shared, reports, values }: Columns): Asks['values']['answer'] {
  const used = new Map(facetNames.map((name) => [name, new Set<number>()]));
  for (const report of reports) {
    if (report.documents > 0) for (const [place, name] of reportFacets.entries()) used.get(name)?.add(report.facets[place] ?? 0);
  }
  for (const name of facetColumns) {
    const [column, seen] = [shared[name], new Uint8Array(values.texts[name].length)];
    for (let position = 0; position < shared.size; position++) seen[column[position] ?? 0] = 1;
    for (const [number, is] of seen.entries()) if (is === 1) used.get(name)?.add(number);
  }
  const named = (name: (typeof facetNames)[number]) =>
    [...(used.get(name) ?? [])].map((number) => values.texts[name][number] ?? null).filter((text) => text !== null);
  return new Map(facetNames.map((name) => [name, named(name)]));
}
