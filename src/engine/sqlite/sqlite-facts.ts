import type { DatabaseSync } from 'node:sqlite';
import { type FactItem, type FactRequest, mostReportsFirst } from '../facts.ts';
import type { Columns } from './sqlite-columns.ts';
import { type FactColumns, readFactColumns, rowOfFact } from './sqlite-fact-columns.ts';
import { createNames, factsPassing, type PlainFactFilters } from './sqlite-fact-filter.ts';
import { pageOfFacts } from './sqlite-fact-order.ts';
import { textOf } from './sqlite-rows.ts';

/** A request made ready to cross to a reader's thread. */
export interface FactAsk {
  readonly filters: PlainFactFilters;
  readonly order: FactRequest['order'];
  readonly from: number;
  readonly size: number;
}

export interface FactItemsAsk {
  readonly containing: string;
  readonly filters: PlainFactFilters;
  readonly size: number;
}

/** Stored facts as JSON, each with the place of its report's summary in `summaries`. */
export interface StoredFacts {
  readonly total: number;
  readonly facts: readonly { readonly fact: string; readonly summary: number }[];
  readonly summaries: readonly string[];
}

export interface FactReading {
  readonly columns: () => FactColumns;
  facts(ask: FactAsk): StoredFacts;
  items(ask: FactItemsAsk): { readonly total: number; readonly items: readonly FactItem[] };
}

export function createFactReading(db: DatabaseSync, columns: Columns): FactReading {
  let read: FactColumns | null = null;
  const known = () => {
    read ??= readFactColumns(db, columns);
    return read;
  };
  const names = createNames(() => known().values.name);
  return {
    columns: known,
    facts({ filters, order, from, size }) {
      const passed = factsPassing(filters, known(), names, columns);
      const page = pageOfFacts(passed, order, from, size, known());
      return { total: passed.length, ...readPage(db, known(), page) };
    },
    items({ containing, filters, size }) {
      const all = countNames(factsPassing(filters, known(), names, columns), known()).flatMap(({ number, facts, reports }) => {
        const name = names(number);
        return name?.folded.includes(containing) ? [{ item: name.item, code: name.code, figure: name.figure, facts, reports }] : [];
      });
      return { total: all.length, items: all.sort(mostReportsFirst).slice(0, size) };
    },
  };
}

/** How many of the facts stand under each name, and in how many reports. Positions of one report stand together. */
function countNames(positions: Uint32Array, { name, report, values }: FactColumns) {
  const facts = new Uint32Array(values.name.length);
  const reports = new Uint32Array(values.name.length);
  const lastReport = new Int32Array(values.name.length).fill(-1);
  for (const position of positions) {
    const [number, ordinal] = [name[position] ?? 0, report[position] ?? 0];
    facts[number] = (facts[number] ?? 0) + 1;
    if (lastReport[number] !== ordinal) reports[number] = (reports[number] ?? 0) + 1;
    lastReport[number] = ordinal;
  }
  return Array.from(facts, (count, number) => ({ number, facts: count, reports: reports[number] ?? 0 })).filter((one) => one.facts > 0);
}

function readPage(db: DatabaseSync, facts: FactColumns, page: Uint32Array): Pick<StoredFacts, 'facts' | 'summaries'> {
  const readFact = db.prepare('select data from fact where row = ?');
  const readSummary = db.prepare('select summary from report where number = ?');
  const places = new Map<number, number>();
  const summaries: string[] = [];
  const found = Array.from(page, (position) => {
    const ordinal = facts.report[position] ?? 0;
    const summary = places.get(ordinal) ?? summaries.push(textOf(readSummary.get(facts.reports[ordinal]?.number ?? 0)?.summary)) - 1;
    places.set(ordinal, summary);
    return { fact: textOf(readFact.get(rowOfFact(facts, position))?.data), summary };
  });
  return { facts: found, summaries };
}
